package api

import "pourparler/domain"

// Person is a delegate, a signatory or another who is named.
type Person struct {
	ID        string        `json:"id" doc:"id of the person"`
	Name      string        `json:"name" doc:"name, ours"`
	Names     []Name        `json:"names" doc:"the forms in the sources"`
	Parties   []string      `json:"parties" doc:"ids of the parties the person belonged to"`
	Roles     []Role        `json:"roles" doc:"offices or parts that the sources give"`
	Note      Maybe[string] `json:"note" doc:"an editor's note"`
	Citations []Citation    `json:"citations" doc:"where the person is named"`
	Links     Links         `json:"links"`
}

// Role is an office or part that a source gives a person.
type Role struct {
	Text      string     `json:"text" doc:"the role, in our words"`
	Citations []Citation `json:"citations" doc:"where it is given"`
}

// Person tells the person of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Person(id string) (Person, error) {
	p, err := r.ix.Person(id)
	return told(p, err, r.person)
}

func (r *Records) person(p *domain.Person) Person {
	roles := each(p.Roles, func(x domain.Role) Role { return Role{x.Text, r.citations(x.Citations)} })
	return Person{p.ID, p.Name, names(p.Names), same(p.Parties), roles, Say(p.Note), r.citations(p.Citations),
		r.links(domain.SectionPersons, p.ID)}
}
