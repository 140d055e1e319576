package storage_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/storage"
)

// TestPackedRows makes sure that what a page shows of a row comes back, above all where one part of a value says what
// another does.
func TestPackedRows(t *testing.T) {
	tab := table.Table{Columns: []table.Column{{Name: "shown", Page: true}, {Name: "left out"}, {Name: "shown too", Page: true}}}
	words := rapid.SampledFrom([]string{"", "a", "p-1", "p-2", "d para. 3", "D, para. 3", " para. 3", ", para. 3", "3", "A", "北京"})
	ids := rapid.SampledFrom([]string{"", "p-1", "p-2", "d", "a"})
	section := rapid.SampledFrom(append(domain.Sections(), "", "unheard of"))
	rapid.Check(t, func(rt *rapid.T) {
		ref := func() table.Ref {
			return table.Ref{Section: section.Draw(rt, "section"), ID: ids.Draw(rt, "id"), Of: ids.Draw(rt, "of"),
				Paragraph: rapid.SampledFrom([]int{0, 0, 3, 33}).Draw(rt, "paragraph")}
		}
		cell := func() (c table.Cell) {
			for range rapid.IntRange(0, 3).Draw(rt, "values") {
				c = append(c, table.Value{Text: words.Draw(rt, "text"), Label: words.Draw(rt, "label"), Lang: words.Draw(rt, "lang"), Ref: ref()})
			}
			return c
		}
		row := table.Row{Ref: ref(), Cells: []table.Cell{cell(), nil, cell()}}
		for i, c := range row.Cells {
			if len(c) == 1 && c[0] == (table.Value{}) { // written as no value
				row.Cells[i] = nil
			}
		}
		packed := storage.Packed(tab, row)
		if diff := cmp.Diff(row, storage.Unpacked(tab, packed)); diff != "" {
			rt.Fatalf("packed as %q (-want +got):\n%s", packed, diff)
		}
	})
}

// TestPackedRowsAreShort makes sure that what is said already is not written again.
func TestPackedRowsAreShort(t *testing.T) {
	tab := table.Table{Columns: []table.Column{{Name: "source", Page: true}}}
	own := table.Ref{Section: domain.SectionResponses, ID: "the-response", Of: "the-proposal"}
	row := table.Row{Ref: own, Cells: []table.Cell{{
		{Text: "the-document para. 12", Label: "Soviet Union, 30 July 1964, para. 12",
			Ref: table.Ref{Section: domain.SectionDocuments, ID: "the-document", Paragraph: 12}},
		{Text: "accepts", Ref: own},
		{Text: "the-party", Ref: table.Ref{Section: domain.SectionParties, ID: "the-party"}}}}}
	packed := string(storage.Packed(tab, row))
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
