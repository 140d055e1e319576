package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// parties returns the register of all parties in the order of the record.
func parties(ix *domain.Index) table.Register {
	return register(newReader(ix), table.Table{Name: "parties", Title: "Parties",
		Row: "One row a party."}, partyColumns(), ix.Dossier.Parties,
		func(p *domain.Party) table.Ref { return table.Ref{Section: domain.SectionParties, ID: p.ID} })
}

func partyColumns() []column[domain.Party] {
	return []column[domain.Party]{
		recordColumn("id", "Id", "The party's id; never reused.", (*reader).Party, func(p *domain.Party) string { return p.ID }).needed().facet(domain.SectionParties),
		titleColumn("name", "Name", "Our name for it, in full.", domain.SectionParties, func(p *domain.Party) (text, id string) { return p.Name, p.ID }),
		textColumn("short", "Short name", "Our short name, as in columns.", func(p *domain.Party) string { return p.Short }).page(),
		enumColumn("kind", "Kind", "What sort of actor it is.", domain.PartyKinds(), func(p *domain.Party) domain.PartyKind { return p.Kind }).needed().page(),
		textColumn("country", "Country", "Its country, in English.", func(p *domain.Party) string { return p.Country }).page(),
		recordColumn("government", "Government", "The government beside it, where both appear.", (*reader).Party, func(p *domain.Party) string { return p.Government }),
		{table.Column{Name: "names", Title: "Names in the sources", Type: table.TypeText, List: true, Page: true, Doc: "All forms of its name in the sources."},
			func(r *reader, p *domain.Party) table.Cell { return names(p.Names) }},
		{table.Column{Name: "lists", Title: "On the lists", Type: table.TypeID, List: true, Page: true, Doc: "The lists it is on."},
			func(r *reader, p *domain.Party) table.Cell {
				var ids []string
				for _, l := range r.Index.Dossier.Lists {
					for _, m := range l.Members {
						if m.Party == p.ID {
							ids = append(ids, l.ID)
						}
					}
				}
				return table.Each(ids, r.List)
			}},
		{table.Column{Name: "seat", Title: "Contested seat", Type: table.TypeText, Page: true, Doc: "Why its seat is contested, if it is."},
			func(r *reader, p *domain.Party) table.Cell {
				for _, s := range r.Index.Dossier.Seats {
					if s.Party == p.ID {
						return table.Text(s.Reason)
					}
				}
				return nil
			}},
		noteColumn(func(p *domain.Party) string { return p.Note }),
		sourceColumn("The paragraphs that support it", func(p *domain.Party) []domain.Citation { return p.Citations }),
	}
}

// names shows each form once, with its language.
func names(all []domain.Name) table.Cell {
	var cell table.Cell
	for _, n := range all {
		cell = append(cell, table.Value{Text: n.Text, Lang: n.Lang})
	}
	return cell
}
