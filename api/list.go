package api

import "pourparler/domain"

// List is a named set of parties as some document gives it. The number it claims, the names it lists and its rule may
// disagree.
type List struct {
	ID          string        `json:"id" doc:"id of the list"`
	Name        string        `json:"name" doc:"name, ours"`
	Authors     []string      `json:"authors" doc:"ids of the parties whose list it is"`
	Document    Maybe[string] `json:"document" doc:"id of the document in which it is first given"`
	Claimed     Maybe[int]    `json:"claimed" doc:"the number its author gives"`
	Listed      int           `json:"listed" doc:"how many members it names"`
	Members     []Member      `json:"members" doc:"the members in the order of the source"`
	Rule        Maybe[string] `json:"rule" doc:"the rule its author gives, in our words"`
	Citations   []Citation    `json:"citations" doc:"where it is given"`
	Appearances []Appearance  `json:"appearances" doc:"where it is given again"`
	Note        Maybe[string] `json:"note" doc:"an editor's note"`
	Links       Links         `json:"links"`
}

// Member is a party on a list.
type Member struct {
	Party string        `json:"party" doc:"id of the party"`
	As    Maybe[string] `json:"as" doc:"the form of the name in the source"`
}

// Appearance is another place where a list is given.
type Appearance struct {
	Document  string        `json:"document" doc:"id of the document"`
	Claimed   Maybe[int]    `json:"claimed" doc:"the number given there"`
	Citations []Citation    `json:"citations" doc:"where in the document"`
	Note      Maybe[string] `json:"note" doc:"an editor's note"`
}

// Lists tells all lists in the order of the record.
func (r *Records) Lists() []List { return tellAll(r.ix.Dossier.Lists, r.list) }

// List tells the list of that id, or fails as [domain.Index.Missing] does.
func (r *Records) List(id string) (List, error) {
	l, err := r.ix.List(id)
	return told(l, err, r.list)
}

func (r *Records) list(l *domain.List) List {
	members := each(l.Members, func(m domain.Member) Member { return Member{m.Party, Say(m.As)} })
	appearances := each(l.Appearances, func(a domain.Appearance) Appearance {
		return Appearance{a.Document, Say(a.Claimed), r.citations(a.Citations), Say(a.Note)}
	})
	return List{l.ID, l.Name, same(l.Authors), Say(l.Document), Say(l.Claimed), l.Listed(), members, Say(l.Rule),
		r.citations(l.Citations), appearances, Say(l.Note), r.links(domain.SectionLists, l.ID)}
}
