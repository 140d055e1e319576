package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// persons returns the register of all persons in the order of the record.
func persons(ix *domain.Index) table.Register {
	return register(newReader(ix), table.Table{Name: "persons", Title: "Persons",
		Row: "One row a person."}, personColumns(), ix.Dossier.Persons,
		func(p *domain.Person) table.Ref { return table.Ref{Section: domain.SectionPersons, ID: p.ID} })
}

func personColumns() []column[domain.Person] {
	return []column[domain.Person]{
		recordColumn("id", "Id", "The person's id; never reused.", (*reader).Person, func(p *domain.Person) string { return p.ID }).needed(),
		titleColumn("name", "Name", "Our form of the name.", domain.SectionPersons, func(p *domain.Person) (text, id string) { return p.Name, p.ID }),
		{table.Column{Name: "names", Title: "Other forms", Type: table.TypeText, List: true, Page: true,
			Doc: "All forms of the name in the sources, and forms given so that it can be found."},
			func(r *reader, p *domain.Person) table.Cell { return names(p.Names) }},
		partiesColumn("parties", "Parties", "The parties the sources place the person with.",
			func(p *domain.Person) []string { return p.Parties }).page().facet(domain.SectionParties),
		{table.Column{Name: "roles", Title: "Roles", Type: table.TypeText, List: true, Page: true, Doc: "Offices and parts the sources give."},
			func(r *reader, p *domain.Person) table.Cell {
				var cell table.Cell
				for _, role := range p.Roles {
					cell = append(cell, table.Value{Text: role.Text})
				}
				return cell
			}},
		noteColumn(func(p *domain.Person) string { return p.Note }),
		citedColumn("Where the person is named or given a role", domain.SectionPersons, func(p *domain.Person) string { return p.ID }),
	}
}
