package views

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// Finding is a record as the search of a copy finds it.
type Finding struct {
	Section domain.Section
	Kind    string // such as "proposal"
	Title   string
	Words   string // what else the record says in words: its summary, every other form of the names
	Names   string // by which the parties, persons and places are called that it speaks of, where it does not say them
	Address string
}

// found are the sections whose records the search finds, each with the columns that title them.
var found = []struct {
	section domain.Section
	title   []string
}{
	{domain.SectionDocuments, []string{"title"}},
	{domain.SectionProposals, []string{"summary"}},
	{domain.SectionResponses, []string{"party", "stance", "proposal"}},
	{domain.SectionMeetings, []string{"name"}},
	{domain.SectionStatements, []string{"speaker", "summary"}},
	{domain.SectionClaims, []string{"summary"}},
	{domain.SectionParties, []string{"name"}},
	{domain.SectionPersons, []string{"name"}},
}

// Findings returns every record that has a place on a page, each once.
func (s *Site) Findings() []Finding {
	var all []Finding
	names := s.namesOf()
	for _, of := range found {
		t := compare.Whole(s.ix, string(of.section))
		for _, row := range t.Rows {
			f := s.finding(t, row, of.section.Singular(), of.title)
			f.Names = otherNames(names, row, f)
			all = append(all, f)
		}
	}
	for _, l := range compare.AllLists(s.ix) {
		all = append(all, Finding{Section: domain.SectionLists, Kind: "list", Title: l.Name, Words: l.Rule, Address: s.Path(domain.SectionLists, l.ID)})
	}
	all = append(all, s.foundPlaces()...)
	return slices.DeleteFunc(all, func(e Finding) bool { return e.Address == "" })
}

// namesOf are the names of every party, person and place, by what refers to it.
func (s *Site) namesOf() map[table.Ref][]string {
	all := map[table.Ref][]string{}
	add := func(section domain.Section, id string, names []domain.Name, more ...string) {
		for _, n := range names {
			more = append(more, n.Text)
		}
		all[table.Ref{Section: section, ID: id}] = slices.DeleteFunc(more, func(name string) bool { return name == "" })
	}
	for _, p := range s.ix.Dossier.Parties {
		add(domain.SectionParties, p.ID, p.Names, p.Name, p.Short)
	}
	for _, p := range s.ix.Dossier.Persons {
		add(domain.SectionPersons, p.ID, p.Names, p.Name)
	}
	for _, p := range s.ix.Dossier.Places {
		add(domain.SectionPlaces, p.ID, p.Names, p.Name, p.Country)
	}
	return all
}

// betweenNames stands between the names and words of a finding.
const betweenNames = " · "

// otherNames are the names of what a row refers to that its finding does not say.
func otherNames(names map[table.Ref][]string, row table.Row, f Finding) string {
	var other []string
	for _, cell := range row.Cells {
		for _, v := range cell {
			of := v.Ref
			if of.Section == "" { // a place, which has no page
				of = table.Ref{Section: domain.SectionPlaces, ID: v.Text}
			}
			for _, name := range names[of] {
				if !slices.Contains(other, name) && !strings.Contains(f.Title, name) && !strings.Contains(f.Words, name) {
					other = append(other, name)
				}
			}
		}
	}
	return strings.Join(other, betweenNames)
}

// foundPlaces are all places. They have no pages: each is found on that of the first proposal that names it, or else of
// the first meeting, or else leads to the dossier.
func (s *Site) foundPlaces() []Finding {
	at := map[string]string{}
	name := func(place string, section domain.Section, id string) {
		if at[place] == "" {
			at[place] = s.Path(section, id)
		}
	}
	for _, p := range s.ix.Dossier.Proposals {
		for _, t := range p.Terms {
			for _, place := range t.Places {
				name(place, domain.SectionProposals, p.ID)
			}
		}
	}
	for _, m := range s.ix.Dossier.Meetings {
		for _, place := range m.Places {
			name(place, domain.SectionMeetings, m.ID)
		}
	}
	var all []Finding
	for _, p := range s.ix.Dossier.Places {
		words := []string{p.Country}
		for _, n := range p.Names {
			words = append(words, n.Text)
		}
		words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
		f := Finding{Section: domain.SectionPlaces, Kind: "place, where it is first named", Title: p.Name, Words: strings.Join(words, betweenNames), Address: at[p.ID]}
		if f.Address == "" {
			f.Kind, f.Address = "place, which no proposal or meeting names", s.root()
		}
		all = append(all, f)
	}
	return all
}

// finding makes a finding of a row: its title, and the words of its other columns, each once.
func (s *Site) finding(t table.Table, row table.Row, kind string, title []string) Finding {
	var head, rest []string
	for i, c := range t.Columns {
		said := display(row.Cells[i])
		switch {
		case said == "":
		case slices.Contains(title, c.Name):
			head = append(head, said)
		case searched(c) && !slices.Contains(rest, said):
			rest = append(rest, said)
		}
	}
	return Finding{Section: row.Ref.Section, Kind: kind, Title: strings.Join(head, " "), Words: strings.Join(rest, betweenNames), Address: s.Href(row.Ref)}
}

// searched reports whether the words of a column help to find a record.
func searched(c table.Column) bool {
	switch c.Type {
	case table.TypeText, table.TypeID, table.TypeEnum, table.TypeEDTF:
		return c.Name != "citation"
	}
	return false
}
