package api_test

import (
	"testing"

	"pgregory.net/rapid"

	"pourparler/api"
	"pourparler/domain"
)

// TestCursorLeadsBack reads from a cursor the place it was made of, and refuses it anywhere else.
func TestCursorLeadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := api.Position{Version: rapid.String().Draw(t, "version"), Query: rapid.String().Draw(t, "query"),
			Offset: rapid.IntRange(0, 1<<40).Draw(t, "offset")}
		begin := api.Position{Version: p.Version, Query: p.Query}
		if got, err := begin.At(p.String()); err != nil || got != p {
			t.Fatalf("At(%q) = %+v, %v, want %+v", p, got, err, p)
		}
		begin.Version += "x"
		if _, err := begin.At(p.String()); domain.KindOf(err) != domain.Conflict {
			t.Fatalf("in another version: %v, want a conflict", err)
		}
		begin.Query += "x"
		if _, err := begin.At(p.String()); domain.KindOf(err) != domain.Invalid {
			t.Fatalf("in another list: %v, want it refused", err)
		}
	})
}

// FuzzCursor reads anything as a cursor: it is refused, or one way to write the place it leads to.
func FuzzCursor(f *testing.F) {
	begin := api.Position{Version: "1", Query: "/x?"}
	for _, offset := range []int{0, 100, 1 << 40} {
		f.Add(api.Position{Version: "1", Query: "/x?", Offset: offset}.String())
	}
	f.Add("AAAA")
	f.Fuzz(func(t *testing.T, cursor string) {
		got, err := begin.At(cursor)
		switch kind := domain.KindOf(err); {
		case err == nil && (got.Offset < 0 || got.Offset > 1<<40):
			t.Errorf("At(%q) = %+v", cursor, got)
		case err != nil && kind != domain.Invalid && kind != domain.Conflict:
			t.Errorf("At(%q) = %v of kind %s", cursor, err, kind)
		}
	})
}
