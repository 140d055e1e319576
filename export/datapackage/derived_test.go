package datapackage_test

import (
	"bytes"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/export"
)

// TestDerivedAreThoseOfTheSite holds the tables that rules make to those that the site has of the last day, byte for byte.
func TestDerivedAreThoseOfTheSite(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		for name, of := range map[string]func(*domain.Index, edtf.Day) table.Table{"state": compare.StateOfPlay, "positions": compare.Positions,
			"silence-map": compare.SilenceMap, "drift": compare.Drift, "replies": compare.Replies,
			"ledger": func(ix *domain.Index, day edtf.Day) table.Table { return compare.Ledger(ix, "", day) }} {
			var want bytes.Buffer
			rows := of(ix, compare.LastDay(ix))
			if _, err := export.CSV(&want, rows.Stream(), export.CSVOptions{}); err != nil {
				t.Fatal(err)
			}
			if len(rows.Rows) == 0 && ix.Dossier.ID == "sino-soviet" || !bytes.Equal(want.Bytes(), files["tables/"+name+".csv"]) {
				t.Errorf("%s has %d rows on the site, and other bytes in the package", name, len(rows.Rows))
			}
		}
	})
}
