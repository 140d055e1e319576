package storage_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"pourparler/storage"
)

// TestReorder wants numbers that ascend, with as few of those that were there changed as can be.
func TestReorder(t *testing.T) {
	for _, c := range []struct {
		name      string
		had, want []int64
	}{
		{"all new", []int64{0, 0, 0}, []int64{1024, 2048, 3072}},
		{"none new", []int64{5, 9, 90}, []int64{5, 9, 90}},
		{"between two", []int64{1024, 0, 2048}, []int64{1024, 1536, 2048}},
		{"three between two", []int64{1024, 0, 0, 0, 2048}, []int64{1024, 1280, 1536, 1792, 2048}},
		{"before the first", []int64{0, 1024}, []int64{512, 1024}},
		{"behind the last", []int64{1024, 0}, []int64{1024, 2048}},
		{"the last goes first", []int64{3072, 1024, 2048}, []int64{512, 1024, 2048}},
		{"the first goes last", []int64{2048, 3072, 1024}, []int64{2048, 3072, 4096}},
		{"no room", []int64{7, 0, 8}, []int64{1024, 2048, 3072}},
		{"none at all", nil, []int64{}},
	} {
		t.Run(c.name, func(t *testing.T) { diff(t, c.want, storage.Reorder(c.had)) })
	}
	rapid.Check(t, func(t *rapid.T) {
		had := rapid.SliceOfNDistinct(rapid.Int64Range(1, 40), 0, 12, rapid.ID).Draw(t, "had")
		got := storage.Reorder(had)
		if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(had) || len(got) > 0 && got[0] < 1 {
			t.Fatalf("Reorder(%v) = %v, want ascending numbers from 1", had, got)
		}
		kept := 0
		for i := range had {
			if got[i] == had[i] {
				kept++
			}
		}
		if most := longest(had, 0); kept < most && got[0] != 1024 {
			t.Fatalf("Reorder(%v) = %v keeps %d, want %d", had, got, kept, most)
		}
	})
}

// longest is how many numbers above a bound can be chosen so that they ascend, found by trying all.
func longest(numbers []int64, above int64) int {
	if len(numbers) == 0 {
		return 0
	}
	without := longest(numbers[1:], above)
	if numbers[0] <= above {
		return without
	}
	return max(without, 1+longest(numbers[1:], numbers[0]))
}
