package compare

import "pourparler/domain"

// Parties returns the table of all parties in the order of the record.
func Parties(ix *domain.Index) Table { return parties(ix).Whole() }

func parties(ix *domain.Index) Register {
	return register(&reader{ix: ix}, Table{Name: "parties", Title: "Parties"}, partyColumns(), ix.Dossier.Parties,
		func(p *domain.Party) Ref { return Ref{Section: domain.SectionParties, ID: p.ID} })
}

func partyColumns() []column[domain.Party] {
	return []column[domain.Party]{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Facet: domain.SectionParties, Doc: "The party's id; never reused."},
			func(r *reader, p *domain.Party) Cell { return Cell{r.party(p.ID)} }},
		{Column{Name: "name", Title: "Name", Type: TypeText, Needed: true, Page: true, Doc: "Our name for it, in full."},
			func(r *reader, p *domain.Party) Cell {
				return Cell{{Text: p.Name, Ref: Ref{Section: domain.SectionParties, ID: p.ID}}}
			}},
		{Column{Name: "short", Title: "Short name", Type: TypeText, Page: true, Doc: "Our short name, as in columns."},
			func(r *reader, p *domain.Party) Cell { return text(p.Short) }},
		{Column{Name: "kind", Title: "Kind", Type: TypeEnum, Needed: true, Page: true, Values: words(domain.PartyKinds()), Doc: "What sort of actor it is."},
			func(r *reader, p *domain.Party) Cell { return text(string(p.Kind)) }},
		{Column{Name: "country", Title: "Country", Type: TypeText, Page: true, Doc: "Its country, in English."},
			func(r *reader, p *domain.Party) Cell { return text(p.Country) }},
		{Column{Name: "government", Title: "Government", Type: TypeID, Doc: "The government beside it, where both appear."},
			func(r *reader, p *domain.Party) Cell { return each([]string{p.Government}, r.party) }},
		{Column{Name: "names", Title: "Names in the sources", Type: TypeText, List: true, Page: true, Doc: "All forms of its name in the sources."},
			func(r *reader, p *domain.Party) Cell { return names(p.Names) }},
		{Column{Name: "lists", Title: "On the lists", Type: TypeID, List: true, Page: true, Doc: "The lists it is on."},
			func(r *reader, p *domain.Party) Cell {
				var ids []string
				for _, l := range r.ix.Dossier.Lists {
					for _, m := range l.Members {
						if m.Party == p.ID {
							ids = append(ids, l.ID)
						}
					}
				}
				return each(ids, r.list)
			}},
		{Column{Name: "seat", Title: "Contested seat", Type: TypeText, Page: true, Doc: "Why its seat is contested, if it is."},
			func(r *reader, p *domain.Party) Cell {
				for _, s := range r.ix.Dossier.Seats {
					if s.Party == p.ID {
						return text(s.Reason)
					}
				}
				return nil
			}},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, p *domain.Party) Cell { return text(p.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, p *domain.Party) Cell { return r.citations(p.Citations) }},
	}
}

// names shows each form once, with its language.
func names(all []domain.Name) Cell {
	var cell Cell
	for _, n := range all {
		cell = append(cell, Value{Text: n.Text, Lang: n.Lang})
	}
	return cell
}
