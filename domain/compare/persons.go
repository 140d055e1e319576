package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Persons returns the table of all persons in the order of the record.
func Persons(ix *domain.Index) table.Table { return persons(ix).Whole() }

func persons(ix *domain.Index) table.Register {
	return register(newReader(ix), table.Table{Name: "persons", Title: "Persons",
		Row: "One row a person."}, personColumns(), ix.Dossier.Persons,
		func(p *domain.Person) table.Ref { return table.Ref{Section: domain.SectionPersons, ID: p.ID} })
}

func personColumns() []column[domain.Person] {
	return []column[domain.Person]{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The person's id; never reused."},
			func(r *reader, p *domain.Person) table.Cell { return table.Cell{r.Person(p.ID)} }},
		{table.Column{Name: "name", Title: "Name", Type: table.TypeText, Needed: true, Page: true, Doc: "Our form of the name."},
			func(r *reader, p *domain.Person) table.Cell {
				return table.Cell{{Text: p.Name, Ref: table.Ref{Section: domain.SectionPersons, ID: p.ID}}}
			}},
		{table.Column{Name: "names", Title: "Other forms", Type: table.TypeText, List: true, Page: true,
			Doc: "All forms of the name in the sources, and forms given so that it can be found."},
			func(r *reader, p *domain.Person) table.Cell { return names(p.Names) }},
		{table.Column{Name: "parties", Title: "Parties", Type: table.TypeID, List: true, Page: true, Facet: domain.SectionParties,
			Doc: "The parties the sources place the person with."},
			func(r *reader, p *domain.Person) table.Cell { return r.Parties(p.Parties) }},
		{table.Column{Name: "roles", Title: "Roles", Type: table.TypeText, List: true, Page: true, Doc: "Offices and parts the sources give."},
			func(r *reader, p *domain.Person) table.Cell {
				var cell table.Cell
				for _, role := range p.Roles {
					cell = append(cell, table.Value{Text: role.Text})
				}
				return cell
			}},
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, p *domain.Person) table.Cell { return table.Text(p.Note) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true,
			Doc: "Where the person is named or given a role: document, para., number."},
			func(r *reader, p *domain.Person) table.Cell { return r.Citations(r.cited(domain.SectionPersons, p.ID)) }},
	}
}
