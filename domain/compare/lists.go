package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// listMember is one row of the table of lists: a list and a party on it. A list that names no member has one
// row without a party.
type listMember struct {
	list   *domain.List
	member domain.Member
	number int
}

// Lists returns the table of lists, one row for each list and party on it, in the order of the sources.
func Lists(ix *domain.Index) table.Table { return listMembers(ix).Whole() }

func listMembers(ix *domain.Index) table.Register {
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
	return register(newReader(ix), table.Table{Name: "lists", Title: "Lists",
		Row: "One row a list and party on it; a list that names nobody has one row without a party."}, listColumns(), rows,
		func(m *listMember) table.Ref { return table.Ref{Section: domain.SectionLists, ID: m.list.ID} })
}

func listColumns() []column[listMember] {
	return []column[listMember]{
		{table.Column{Name: "list", Title: "List", Type: table.TypeID, Needed: true, Page: true, Doc: "The list's id; never reused."},
			func(r *reader, m *listMember) table.Cell { return table.Cell{r.List(m.list.ID)} }},
		{table.Column{Name: "name", Title: "Name", Type: table.TypeText, Needed: true, Doc: "Our name for the list."},
			func(r *reader, m *listMember) table.Cell { return table.Text(m.list.Name) }},
		{table.Column{Name: "authors", Title: "Given by", Type: table.TypeID, List: true, Doc: "Whose list it is."},
			func(r *reader, m *listMember) table.Cell { return r.Parties(m.list.Authors) }},
		{table.Column{Name: "document", Title: "Document", Type: table.TypeID, Facet: domain.SectionDocuments, Doc: "The document that first gives it."},
			func(r *reader, m *listMember) table.Cell { return table.Each([]string{m.list.Document}, r.Document) }},
		{table.Column{Name: "claimed", Title: "Claimed", Type: table.TypeInteger, Doc: "The number of members its author gives."},
			func(r *reader, m *listMember) table.Cell { return table.Number(m.list.Claimed) }},
		{table.Column{Name: "listed", Title: "Listed", Type: table.TypeInteger, Doc: "How many members it names."},
			func(r *reader, m *listMember) table.Cell { return table.Number(m.list.Listed()) }},
		{table.Column{Name: "rule", Title: "Rule", Type: table.TypeText, Doc: "The rule its author gives for who is on it, in our words."},
			func(r *reader, m *listMember) table.Cell { return table.Text(m.list.Rule) }},
		{table.Column{Name: "position", Title: "Position", Type: table.TypeInteger, Doc: "The member's place in the order of the source."},
			func(r *reader, m *listMember) table.Cell { return table.Number(m.number) }},
		{table.Column{Name: "party", Title: "Party", Type: table.TypeID, Page: true, Facet: domain.SectionParties,
			Doc: "The member; empty in the one row of a list that names none."},
			func(r *reader, m *listMember) table.Cell { return table.Each([]string{m.member.Party}, r.Party) }},
		{table.Column{Name: "as", Title: "As", Type: table.TypeText, Page: true, Doc: "The form of the name in the source."},
			func(r *reader, m *listMember) table.Cell { return table.Text(m.member.As) }},
		{table.Column{Name: "contested", Title: "Contested", Type: table.TypeText, Page: true, Doc: "Why the seat is contested, if it is."},
			func(r *reader, m *listMember) table.Cell { return table.Text(contested(r.Index, m.member.Party)) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true,
			Doc: "The paragraphs that give the list: document, para., number."},
			func(r *reader, m *listMember) table.Cell { return r.Citations(m.list.Citations) }},
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
