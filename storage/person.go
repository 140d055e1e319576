package storage

import "pourparler/domain"

// personRow is a person; the names are in their own table.
type personRow struct {
	DossierID string
	ID        string
	Ord       int
	Name      string
	Note      string
}

// personPartyRow is a party to which a person belongs.
type personPartyRow struct {
	DossierID string
	PersonID  string
	Ord       int
	PartyID   string
}

// personRoleRow is an office or part of a person.
type personRoleRow struct {
	DossierID string
	PersonID  string
	Ord       int
	Text      string
}

func (r *rows) addPersons(persons []domain.Person) {
	for i, p := range persons {
		o := of(domain.SectionPersons, p.ID)
		r.Persons = append(r.Persons, personRow{r.Dossier.ID, p.ID, i, p.Name, p.Note})
		r.name(o, p.Names)
		link(&r.PersonParties, p.Parties, func(ord int, id string) personPartyRow {
			return personPartyRow{r.Dossier.ID, p.ID, ord, id}
		})
		for at, role := range p.Roles {
			r.PersonRoles = append(r.PersonRoles, personRoleRow{r.Dossier.ID, p.ID, at, role.Text})
			r.cite(o.part("roles", at), role.Citations)
		}
		r.cite(o, p.Citations)
	}
}

func (a *assembly) persons() (persons []domain.Person) {
	parties := group(a.rows.PersonParties, func(row personPartyRow) (owner, string) {
		return owner{ID: row.PersonID}, row.PartyID
	})
	roles := group(a.rows.PersonRoles, func(row personRoleRow) (owner, domain.Role) {
		o := of(domain.SectionPersons, row.PersonID)
		return owner{ID: row.PersonID},
			domain.Role{Text: row.Text, Citations: a.citations[o.part("roles", row.Ord)]}
	})
	for _, row := range a.rows.Persons {
		o := of(domain.SectionPersons, row.ID)
		persons = append(persons, domain.Person{ID: row.ID, Name: row.Name, Names: a.names[o],
			Parties: parties[owner{ID: row.ID}], Roles: roles[owner{ID: row.ID}],
			Note: row.Note, Citations: a.citations[o]})
	}
	return persons
}
