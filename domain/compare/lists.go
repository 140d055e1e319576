package compare

import "pourparler/domain"

// listMember is one row of the table of lists: a list and a party on it. A list that names no member has one
// row without a party.
type listMember struct {
	list   *domain.List
	member domain.Member
	number int
}

// Lists returns the table of lists, one row for each list and party on it, in the order of the sources.
func Lists(ix *domain.Index) Table { return listMembers(ix).Whole() }

func listMembers(ix *domain.Index) Register {
	var rows []listMember
	for i := range ix.Dossier.Lists {
		l := &ix.Dossier.Lists[i]
		if len(l.Members) == 0 {
			rows = append(rows, listMember{list: l})
		}
		for j, m := range l.Members {
			rows = append(rows, listMember{l, m, j + 1})
		}
	}
	return register(&reader{ix: ix}, Table{Name: "lists", Title: "Lists"}, listColumns(), rows,
		func(m *listMember) Ref { return Ref{Section: domain.SectionLists, ID: m.list.ID} })
}

func listColumns() []column[listMember] {
	return []column[listMember]{
		{Column{Name: "list", Title: "List", Type: TypeID, Needed: true, Page: true, Doc: "The list's id; never reused."},
			func(r *reader, m *listMember) Cell { return Cell{r.list(m.list.ID)} }},
		{Column{Name: "name", Title: "Name", Type: TypeText, Needed: true, Doc: "Our name for the list."},
			func(r *reader, m *listMember) Cell { return text(m.list.Name) }},
		{Column{Name: "authors", Title: "Given by", Type: TypeID, List: true, Doc: "Whose list it is."},
			func(r *reader, m *listMember) Cell { return r.parties(m.list.Authors) }},
		{Column{Name: "document", Title: "Document", Type: TypeID, Facet: domain.SectionDocuments, Doc: "The document that first gives it."},
			func(r *reader, m *listMember) Cell { return each([]string{m.list.Document}, r.document) }},
		{Column{Name: "claimed", Title: "Claimed", Type: TypeInteger, Doc: "The number of members its author gives."},
			func(r *reader, m *listMember) Cell { return number(m.list.Claimed) }},
		{Column{Name: "listed", Title: "Listed", Type: TypeInteger, Doc: "How many members it names."},
			func(r *reader, m *listMember) Cell { return number(m.list.Listed()) }},
		{Column{Name: "rule", Title: "Rule", Type: TypeText, Doc: "The rule its author gives for who is on it, in our words."},
			func(r *reader, m *listMember) Cell { return text(m.list.Rule) }},
		{Column{Name: "position", Title: "Position", Type: TypeInteger, Doc: "The member's place in the order of the source."},
			func(r *reader, m *listMember) Cell { return number(m.number) }},
		{Column{Name: "party", Title: "Party", Type: TypeID, Page: true, Facet: domain.SectionParties,
			Doc: "The member; empty in the one row of a list that names none."},
			func(r *reader, m *listMember) Cell { return each([]string{m.member.Party}, r.party) }},
		{Column{Name: "as", Title: "As", Type: TypeText, Page: true, Doc: "The form of the name in the source."},
			func(r *reader, m *listMember) Cell { return text(m.member.As) }},
		{Column{Name: "contested", Title: "Contested", Type: TypeText, Page: true, Doc: "Why the seat is contested, if it is."},
			func(r *reader, m *listMember) Cell { return text(contested(r.ix, m.member.Party)) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, List: true, Page: true,
			Doc: "The paragraphs that give the list: document, para., number."},
			func(r *reader, m *listMember) Cell { return r.citations(m.list.Citations) }},
	}
}

// contested returns why the seat of a party is contested, or nothing.
func contested(ix *domain.Index, party string) string {
	for _, s := range ix.Dossier.Seats {
		if s.Party == party && party != "" {
			return s.Reason
		}
	}
	return ""
}
