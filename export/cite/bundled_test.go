package cite_test

import (
	"fmt"
	"os"
	"testing"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/export/cite"
	"pourparler/internal/golden"
	"pourparler/seeds"
)

func bundled(t *testing.T) *domain.Index {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return domain.NewIndex(d)
}

// documents are all documents of the dossiers that are there for tests, as items.
func documents(t *testing.T) []cite.Item {
	t.Helper()
	all := []*domain.Index{bundled(t)}
	for _, folder := range []string{"../../dossier/testdata/harbour", "../../domain/compare/testdata/ferry"} {
		d, err := dossier.Read(os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, domain.NewIndex(d))
	}
	var items []cite.Item
	for _, ix := range all {
		r := cite.New(ix, at)
		for _, d := range ix.Dossier.Documents {
			i, err := r.Document(d.ID)
			if err != nil {
				t.Fatal(err)
			}
			items = append(items, i)
		}
	}
	return items
}

// at is an invented public address of the site.
func at(path string) string { return "https://talks.example" + path }

func sources(t *testing.T, r *cite.Record, section domain.Section, id string) []cite.Cite {
	t.Helper()
	cites, err := r.Sources(section, id)
	if err != nil {
		t.Fatal(err)
	}
	return cites
}

// records are the sections and ids of every record of a dossier that has a footnote.
func records(d *domain.Dossier) [][2]string {
	var all [][2]string
	all = ids(all, domain.SectionDocuments, d.Documents, func(r domain.Document) string { return r.ID })
	all = ids(all, domain.SectionProposals, d.Proposals, func(r domain.Proposal) string { return r.ID })
	all = ids(all, domain.SectionResponses, d.Responses, func(r domain.Response) string { return r.ID })
	all = ids(all, domain.SectionClaims, d.Claims, func(r domain.Claim) string { return r.ID })
	all = ids(all, domain.SectionStatements, d.Statements, func(r domain.Statement) string { return r.ID })
	all = ids(all, domain.SectionMeetings, d.Meetings, func(r domain.Meeting) string { return r.ID })
	all = ids(all, domain.SectionLists, d.Lists, func(r domain.List) string { return r.ID })
	all = ids(all, domain.SectionParties, d.Parties, func(r domain.Party) string { return r.ID })
	return ids(all, domain.SectionPersons, d.Persons, func(r domain.Person) string { return r.ID })
}

func ids[T any](all [][2]string, section domain.Section, records []T, id func(T) string) [][2]string {
	for _, r := range records {
		all = append(all, [2]string{string(section), id(r)})
	}
	return all
}

// bundledNotes are the footnotes of all documents of the bundled dossier and of a part of its other records.
func bundledNotes(t *testing.T) (names []string, notes [][]cite.Cite) {
	t.Helper()
	ix := bundled(t)
	r := cite.New(ix, at)
	for i, record := range records(ix.Dossier) {
		if i%every != 0 && record[0] != "documents" {
			continue
		}
		if cites := sources(t, r, domain.Section(record[0]), record[1]); len(cites) > 0 {
			names, notes = append(names, record[0]+"/"+record[1]), append(notes, cites)
		}
	}
	return names, notes
}

// every is of how many records one is taken; of documents all are.
const every = 50

// TestBundled keeps footnotes of the bundled dossier, to be read by eye.
func TestBundled(t *testing.T) {
	names, notes := bundledNotes(t)
	var text []byte
	for i, cites := range notes {
		text = fmt.Appendf(text, "%s\n", names[i])
		for _, style := range cite.Styles() {
			text = fmt.Appendf(text, "  %s\n", style.Footnote(cites...).Plain)
		}
	}
	golden.Assert(t, "bundled.txt", text)
}
