package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Parties returns the table of all parties in the order of the record.
func Parties(ix *domain.Index) table.Table { return parties(ix).Whole() }

func parties(ix *domain.Index) table.Register {
	return register(newReader(ix), table.Table{Name: "parties", Title: "Parties",
		Row: "One row a party."}, partyColumns(), ix.Dossier.Parties,
		func(p *domain.Party) table.Ref { return table.Ref{Section: domain.SectionParties, ID: p.ID} })
}

func partyColumns() []column[domain.Party] {
	return []column[domain.Party]{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Facet: domain.SectionParties, Doc: "The party's id; never reused."},
			func(r *reader, p *domain.Party) table.Cell { return table.Cell{r.Party(p.ID)} }},
		{table.Column{Name: "name", Title: "Name", Type: table.TypeText, Needed: true, Page: true, Doc: "Our name for it, in full."},
			func(r *reader, p *domain.Party) table.Cell {
				return table.Cell{{Text: p.Name, Ref: table.Ref{Section: domain.SectionParties, ID: p.ID}}}
			}},
		{table.Column{Name: "short", Title: "Short name", Type: table.TypeText, Page: true, Doc: "Our short name, as in columns."},
			func(r *reader, p *domain.Party) table.Cell { return table.Text(p.Short) }},
		{table.Column{Name: "kind", Title: "Kind", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.PartyKinds()), Doc: "What sort of actor it is."},
			func(r *reader, p *domain.Party) table.Cell { return table.Text(string(p.Kind)) }},
		{table.Column{Name: "country", Title: "Country", Type: table.TypeText, Page: true, Doc: "Its country, in English."},
			func(r *reader, p *domain.Party) table.Cell { return table.Text(p.Country) }},
		{table.Column{Name: "government", Title: "Government", Type: table.TypeID, Doc: "The government beside it, where both appear."},
			func(r *reader, p *domain.Party) table.Cell { return table.Each([]string{p.Government}, r.Party) }},
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
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, p *domain.Party) table.Cell { return table.Text(p.Note) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, p *domain.Party) table.Cell { return r.Citations(p.Citations) }},
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
