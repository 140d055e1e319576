package compare

import (
	"pourparler/domain"
)

// Persons returns the table of all persons in the order of the record.
func Persons(ix *domain.Index) Table { return persons(ix).Whole() }

func persons(ix *domain.Index) Register {
	return register(&reader{ix: ix}, Table{Name: "persons", Title: "Persons"}, personColumns(), ix.Dossier.Persons,
		func(p *domain.Person) Ref { return Ref{Section: domain.SectionPersons, ID: p.ID} })
}

func personColumns() []column[domain.Person] {
	return []column[domain.Person]{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Doc: "The person's id; never reused."},
			func(r *reader, p *domain.Person) Cell { return Cell{r.person(p.ID)} }},
		{Column{Name: "name", Title: "Name", Type: TypeText, Needed: true, Page: true, Doc: "Our form of the name."},
			func(r *reader, p *domain.Person) Cell {
				return Cell{{Text: p.Name, Ref: Ref{Section: domain.SectionPersons, ID: p.ID}}}
			}},
		{Column{Name: "names", Title: "Other forms", Type: TypeText, List: true, Page: true,
			Doc: "All forms of the name in the sources, and forms given so that it can be found."},
			func(r *reader, p *domain.Person) Cell { return names(p.Names) }},
		{Column{Name: "parties", Title: "Parties", Type: TypeID, List: true, Page: true, Facet: domain.SectionParties,
			Doc: "The parties the sources place the person with."},
			func(r *reader, p *domain.Person) Cell { return r.parties(p.Parties) }},
		{Column{Name: "roles", Title: "Roles", Type: TypeText, List: true, Page: true, Doc: "Offices and parts the sources give."},
			func(r *reader, p *domain.Person) Cell {
				var cell Cell
				for _, role := range p.Roles {
					cell = append(cell, Value{Text: role.Text})
				}
				return cell
			}},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, p *domain.Person) Cell { return text(p.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, List: true, Page: true,
			Doc: "Where the person is named: document, para., number."},
			func(r *reader, p *domain.Person) Cell { return r.citations(p.Citations) }},
	}
}
