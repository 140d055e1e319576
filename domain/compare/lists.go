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

// listMembers returns the register of lists, one row for each list and party on it, in the order of the sources.
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
		recordColumn("list", "List", "The list's id; never reused.", (*reader).List, func(m *listMember) string { return m.list.ID }).needed().page(),
		textColumn("name", "Name", "Our name for the list.", func(m *listMember) string { return m.list.Name }).needed(),
		partiesColumn("authors", "Given by", "Whose list it is.", func(m *listMember) []string { return m.list.Authors }),
		recordColumn("document", "Document", "The document that first gives it.", (*reader).Document,
			func(m *listMember) string { return m.list.Document }).facet(domain.SectionDocuments),
		numberColumn("claimed", "Claimed", "The number of members its author gives.", func(m *listMember) int { return m.list.Claimed }),
		numberColumn("listed", "Listed", "How many members it names.", func(m *listMember) int { return m.list.Listed() }),
		textColumn("rule", "Rule", "The rule its author gives for who is on it, in our words.", func(m *listMember) string { return m.list.Rule }),
		numberColumn("position", "Position", "The member's place in the order of the source.", func(m *listMember) int { return m.number }),
		recordColumn("party", "Party", "The member; empty in the one row of a list that names none.", (*reader).Party,
			func(m *listMember) string { return m.member.Party }).page().facet(domain.SectionParties),
		textColumn("as", "As", "The form of the name in the source.", func(m *listMember) string { return m.member.As }).page(),
		{table.Column{Name: "contested", Title: "Contested", Type: table.TypeText, Page: true, Doc: "Why the seat is contested, if it is."},
			func(r *reader, m *listMember) table.Cell { return table.Text(contested(r.Index, m.member.Party)) }},
		sourceColumn("The paragraphs that give the list", func(m *listMember) []domain.Citation { return m.list.Citations }),
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
