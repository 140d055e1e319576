package datapackage

import (
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// namesTable is the table of every form of every name. Exactly one of its first three cells is filled.
func namesTable(ix *domain.Index) packaged {
	t := made("names", "Names in the sources", "One row a form of the name of a party, a person or a place.", 0,
		to("party", "parties", "The party, if it is one's name."), to("person", "persons", "The person, if it is one's name."),
		to("place", "places", "The place, if it is one's name."), text("name", "The form, in its script.").must(),
		text("language", "Its language and script, a BCP 47 tag."), text("romanisation", "The system of romanisation, if it is one."),
		id("documents", "The documents that use the form; none for one given only so that the name can be found.").several())
	t.rows = func(yield func(table.Row) bool) {
		add := func(owner int, id string, names []domain.Name) bool {
			for _, n := range names {
				row := []string{"", "", "", n.Text, n.Lang, n.System, strings.Join(n.Documents, table.Separator)}
				row[owner] = id
				if !yield(rowOf(row)) {
					return false
				}
			}
			return true
		}
		namesOf(ix.Dossier, add)
	}
	return t
}

// namesOf gives the names of parties, persons and places, which are the columns 0, 1 and 2.
func namesOf(d *domain.Dossier, add func(owner int, id string, names []domain.Name) bool) {
	for _, p := range d.Parties {
		if !add(0, p.ID, p.Names) {
			return
		}
	}
	for _, p := range d.Persons {
		if !add(1, p.ID, p.Names) {
			return
		}
	}
	for _, p := range d.Places {
		if !add(2, p.ID, p.Names) {
			return
		}
	}
}
