package storage_test

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/storage"
)

// TestPackedRows makes sure that what a page shows of a row comes back, above all where one part of a value says what
// another does.
func TestPackedRows(t *testing.T) {
	table := compare.Table{Columns: []compare.Column{{Name: "shown", Page: true}, {Name: "left out"}, {Name: "shown too", Page: true}}}
	words := rapid.SampledFrom([]string{"", "a", "p-1", "p-2", "d para. 3", "D, para. 3", " para. 3", ", para. 3", "3", "A", "北京"})
	ids := rapid.SampledFrom([]string{"", "p-1", "p-2", "d", "a"})
	section := rapid.SampledFrom(append(domain.Sections(), "", "unheard of"))
	rapid.Check(t, func(rt *rapid.T) {
		ref := func() compare.Ref {
			return compare.Ref{Section: section.Draw(rt, "section"), ID: ids.Draw(rt, "id"), Of: ids.Draw(rt, "of"),
				Paragraph: rapid.SampledFrom([]int{0, 0, 3, 33}).Draw(rt, "paragraph")}
		}
		cell := func() (c compare.Cell) {
			for range rapid.IntRange(0, 3).Draw(rt, "values") {
				c = append(c, compare.Value{Text: words.Draw(rt, "text"), Label: words.Draw(rt, "label"), Lang: words.Draw(rt, "lang"), Ref: ref()})
			}
			return c
		}
		row := compare.Row{Ref: ref(), Cells: []compare.Cell{cell(), nil, cell()}}
		for i, c := range row.Cells {
			if len(c) == 1 && c[0] == (compare.Value{}) { // written as no value
				row.Cells[i] = nil
			}
		}
		packed := storage.Packed(table, row)
		if diff := cmp.Diff(row, storage.Unpacked(table, packed)); diff != "" {
			rt.Fatalf("packed as %q (-want +got):\n%s", packed, diff)
		}
	})
}

// TestPackedRowsAreShort makes sure that what is said already is not written again.
func TestPackedRowsAreShort(t *testing.T) {
	table := compare.Table{Columns: []compare.Column{{Name: "source", Page: true}}}
	own := compare.Ref{Section: domain.SectionResponses, ID: "the-response", Of: "the-proposal"}
	row := compare.Row{Ref: own, Cells: []compare.Cell{{
		{Text: "the-document para. 12", Label: "Soviet Union, 30 July 1964, para. 12",
			Ref: compare.Ref{Section: domain.SectionDocuments, ID: "the-document", Paragraph: 12}},
		{Text: "accepts", Ref: own},
		{Text: "the-party", Ref: compare.Ref{Section: domain.SectionParties, ID: "the-party"}}}}}
	packed := string(storage.Packed(table, row))
	for once, times := range map[string]int{"the-response": 1, "the-proposal": 1, "the-document": 1, "the-party": 1, "12": 1, "para": 0, "parties": 0} {
		if n := strings.Count(packed, once); n != times {
			t.Errorf("%q stands %d times in %q, want %d", once, n, packed, times)
		}
	}
}

// TestPlaceSets holds sets to what was added to them, few rows or many.
func TestPlaceSets(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		steps := rapid.SliceOfN(rapid.Uint32Range(0, 3), 0, 2000).Draw(rt, "steps")
		if rapid.Bool().Draw(rt, "far apart") {
			for i := range steps {
				steps[i] *= 30_000
			}
		}
		places, last := make([]uint32, len(steps)), uint32(0)
		for i, step := range steps {
			last += step
			places[i] = last
		}
		got, added, err := storage.SetOf(places)
		if err != nil {
			rt.Fatal(err)
		}
		if want := roaring.BitmapOf(places...); !want.Equals(got) {
			rt.Fatalf("the set of %v is %v", places, got.ToArray())
		}
		if want := len(slices.Compact(places)); added != want {
			rt.Fatalf("%d additions changed the set, want %d", added, want)
		}
	})
}

// columnsOf are the columns of a table, as a query lists them.
func columnsOf(t *testing.T, db *sql.DB, table string) (columns string) {
	t.Helper()
	query := fmt.Sprintf("SELECT group_concat(name) FROM main.pragma_table_info('%s')", table)
	if err := db.QueryRowContext(t.Context(), query).Scan(&columns); err != nil {
		t.Fatal(err)
	}
	return columns
}

// TestOlderSchema brings a database with a dossier up to date from the schema before tables were kept in the order of
// their keys.
func TestOlderSchema(t *testing.T) {
	newer, older := newFile(t), newFile(t)
	want := full(t)
	letter := &want.Documents[0] // of whose publication the older schema had the words alone
	letter.PublishedIn, letter.Edition.Translator = domain.Publication{Text: "Daily"}, ""
	mustImport(t, open(t, newer), want, true)
	if err := storage.MigrateTo(t.Context(), older, 10); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", older)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // to which the other database is attached
	mustExec(t, db, fmt.Sprintf("ATTACH '%s' AS newer", newer))
	for _, table := range append(storage.Tables(), "dossiers", "registers", "register_cells", "register_rows", "register_sets", "register_orders") {
		mustExec(t, db, fmt.Sprintf("INSERT INTO main.%[1]s SELECT %[2]s FROM newer.%[1]s", table, columnsOf(t, db, table)))
	}
	mustExec(t, db, "DETACH newer")
	s := open(t, older)
	got, err := s.Dossier(t.Context(), want.ID)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, want, got)
	query := compare.Query{Filter: compare.Filter{Text: "a"}, Sort: "date"}
	wanted, err := open(t, newer).Listing(t.Context(), want.ID, "proposals", query)
	if err != nil {
		t.Fatal(err)
	}
	listed, err := s.Listing(t.Context(), want.ID, "proposals", query)
	if err != nil || len(listed.Rows) == 0 {
		t.Fatalf("Listing = %d rows, %v", len(listed.Rows), err)
	}
	diff(t, wanted, listed)
	keyed, err := s.Strings(t.Context(), "SELECT name FROM pragma_table_list WHERE wr AND schema = 'main' ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, []string{"citations", "document_parties", "document_replies", "document_signatories", "proposal_parties",
		"proposal_relations", "proposal_terms", "register_orders", "register_sets", "term_parties", "term_places"}, keyed)
	left, err := s.Strings(t.Context(), "SELECT name FROM sqlite_master WHERE name LIKE 'keyed%'")
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}
