package storage_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/storage"
)

// listingsAgree compares what the database finds with what the tables in memory find for the same query: the rows that
// pages show, the lines that files hold, the counts and the choices.
func listingsAgree(t *testing.T, s *storage.Store) {
	rows := 260 // more than two pages
	if testing.Short() {
		rows = 40
	}
	for _, d := range []*domain.Dossier{full(t), sized(t, "sized", rows), {ID: "bare"}} {
		mustImport(t, s, d, true)
		tables := map[string]table.Table{}
		for _, g := range compare.Registers(domain.NewIndex(d)) {
			tables[g.Name] = g.Whole()
		}
		rapid.Check(t, func(t *rapid.T) {
			name := rapid.SampledFrom(compare.RegisterNames()).Draw(t, "register")
			q := drawQuery(t, tables[name])
			want, err := tables[name].Pick(q)
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.Listing(t.Context(), d.ID, name, q)
			if err != nil {
				t.Fatal(err)
			}
			sameLines(t, want, s, d.ID, q)
			sameListing(t, want, got)
		})
	}
}

// sameLines compares a stream with the texts of rows.
func sameLines(t *rapid.T, want table.Listing, s *storage.Store, id string, q table.Query) {
	var lines []string
	for _, row := range want.Rows {
		lines = append(lines, strings.TrimSuffix(string(table.AppendLine(nil, row)), string(table.End)))
	}
	if diff := cmp.Diff(lines, linesOf(t, s, id, want.Name, q)); diff != "" {
		t.Fatalf("lines of %s for %+v (-want +got):\n%s", want.Name, q, diff)
	}
}

// sameListing compares what a page shows: cells without their dates, and those of the columns for pages.
func sameListing(t *rapid.T, want, got table.Listing) {
	var elses []string
	for _, c := range want.Columns {
		elses = append(elses, c.Else)
	}
	want.Rows = slices.Clone(want.Rows)
	for i := range want.Rows {
		row := table.Row{Ref: want.Rows[i].Ref, Cells: make([]table.Cell, len(want.Columns))}
		for j, c := range want.Columns {
			if c.Page || slices.Contains(elses, c.Name) {
				row.Cells[j] = slices.Clone(want.Rows[i].Cells[j])
			}
		}
		want.Rows[i] = row
	}
	options := cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreFields(table.Value{}, "Date")}
	if diff := cmp.Diff(want, got, options); diff != "" {
		t.Fatalf("listing (-want +got):\n%s", diff)
	}
}

// drawQuery asks for what stands in the table, and sometimes for what does not.
func drawQuery(t *rapid.T, tab table.Table) table.Query {
	var q table.Query
	maybe := func(label string) bool { return rapid.IntRange(0, 2).Draw(t, label) == 0 }
	if maybe("sort?") {
		q.Sort = rapid.SampledFrom(tab.Columns).Draw(t, "sort").Name
		q.Descending = rapid.Bool().Draw(t, "descending")
	}
	for _, field := range tab.Fields() {
		if len(field.Choices) > 0 && maybe(string(field.Facet)) {
			id := rapid.SampledFrom(field.Choices).Draw(t, "choice").ID
			switch field.Facet {
			case table.FacetTrack:
				q.Track = id
			case table.FacetParty:
				q.Party = id
			case table.FacetDocument:
				q.Document = id
			case table.FacetStance:
				q.Stance = id
			}
		}
	}
	if maybe("text?") {
		q.Text = drawText(t, tab)
	}
	dates := []string{"", "1964", "1964-05", "1964-03-07", "../1964-10", "1963/", "196X", "-0043", "1700", "2001-01-01"}
	if maybe("dates?") {
		q.From = day(t, rapid.SampledFrom(dates).Draw(t, "from"))
		q.To = day(t, rapid.SampledFrom(dates).Draw(t, "to"))
	}
	if maybe("part?") {
		q.Offset = rapid.IntRange(0, 200).Draw(t, "offset")
		q.Limit = rapid.IntRange(0, 120).Draw(t, "limit")
	}
	return q
}

// drawText is an id, or pieces of the words of a row.
func drawText(t *rapid.T, table table.Table) string {
	texts := []string{"zeppelin", "1964-05", "北", "  ", "-", "%", "\"'*"}
	if len(table.Rows) > 0 {
		row := rapid.SampledFrom(table.Rows).Draw(t, "row of text")
		row.Searched(func(text string) { texts = append(texts, text) }, func(id string) { texts = append(texts, strings.ToUpper(id)) })
	}
	text := rapid.SampledFrom(texts).Draw(t, "text")
	if words := strings.Fields(text); len(words) > 1 && rapid.Bool().Draw(t, "piece") {
		return words[0] + " " + words[len(words)-1]
	}
	return text
}

// manyRowsStream reads more rows than one batch holds, by two readers if the database allows it, and only once each.
func manyRowsStream(t *testing.T, s *storage.Store) {
	d := sized(t, "many", 2600)
	mustImport(t, s, d, true)
	var want []byte
	for _, row := range compare.Whole(domain.NewIndex(d), "proposals").Rows {
		want = table.AppendLine(want, row)
	}
	stream, err := s.Stream(t.Context(), "many", "proposals", table.Query{})
	if err != nil {
		t.Fatal(err)
	}
	batches := 0
	var got []byte
	for batch, err := range stream.Batches {
		if err != nil {
			t.Fatal(err)
		}
		batches++
		got = append(got, batch...)
	}
	if string(got) != string(want) || batches < 5 {
		t.Errorf("%d bytes in %d batches, want %d in several", len(got), batches, len(want))
	}
	for range stream.Batches { // and stops when it is told to
		break
	}
}

func listingErrors(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	tests := []struct {
		name, id, register string
		query              table.Query
		kind               domain.Kind
	}{
		{"no dossier", "none", "proposals", table.Query{}, domain.NotFound},
		{"no register", "full", "sheep", table.Query{}, domain.NotFound},
		{"no column", "full", "proposals", table.Query{Sort: "wool"}, domain.Invalid},
	}
	for _, tt := range tests {
		if _, err := s.Listing(t.Context(), tt.id, tt.register, tt.query); domain.KindOf(err) != tt.kind {
			t.Errorf("%s: Listing = %v, want an error of kind %v", tt.name, err, tt.kind)
		}
		if _, err := s.Stream(t.Context(), tt.id, tt.register, tt.query); domain.KindOf(err) != tt.kind {
			t.Errorf("%s: Stream = %v, want an error of kind %v", tt.name, err, tt.kind)
		}
	}
}

// TestRegistersAreMadeAgain loses the registers of a dossier, as a database of an older program has none, and opens the
// database anew.
func TestRegistersAreMadeAgain(t *testing.T) {
	dsn := newFile(t)
	s := open(t, dsn)
	d := sized(t, "again", 20)
	mustImport(t, s, d, true)
	want, err := s.Listing(t.Context(), "again", "responses", table.Query{Filter: table.Filter{Text: "a"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, spoil := range []string{"DELETE FROM registers", "UPDATE registers SET form = 0"} {
		if err := s.Exec(t.Context(), spoil); err != nil {
			t.Fatal(err)
		}
		again := open(t, dsn)
		diff(t, storage.Upgrade{Database: "database file " + dsn, From: 2, To: 2, Remade: []string{"again"}}, again.Upgraded())
		got, err := again.Listing(t.Context(), "again", "responses", table.Query{Filter: table.Filter{Text: "a"}})
		if err != nil {
			t.Fatalf("after %s: %v", spoil, err)
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
			t.Errorf("after %s (-want +got):\n%s", spoil, diff)
		}
	}
}
