package storage_test

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"pourparler/domain"
	"pourparler/storage"
)

// versionsAreSums imports and edits, and wants each act to have the sum of the hashes of the records that there then are,
// and each change the hash of what it left.
func versionsAreSums(t *testing.T, s *storage.Store) {
	d := sized(t, "full", 30)
	for i, step := range []func(){
		func() { mustImport(t, s, full(t), true) },
		func() { mustImport(t, s, d, true) },
		func() {
			body := bodyOf(t, d, domain.SectionProposals, "p-3", `"to":["b"]`, `"to":["b","g"]`)
			mustApply(t, s, "full", storage.Edit{Section: domain.SectionProposals, ID: "p-3", Body: body, Version: 2})
		},
		func() {
			mustApply(t, s, "full", storage.Edit{Section: domain.SectionResponses, ID: "r-7", Version: 2},
				storage.Edit{Section: domain.SectionTracks, ID: "letters", Version: 1, Before: "talks", Body: []byte(`{"id":"letters","title":"Letters"}`)})
		},
		func() {
			d.Places = append([]domain.Place{{ID: "new", Name: "New"}}, d.Places...)
			mustImport(t, s, d, true)
		},
		func() { mustImport(t, s, full(t), true) },
	} {
		step()
		sum := new(big.Int)
		for _, r := range mustTable(t, s, "SELECT section, id, ord, body FROM records WHERE dossier = 'full'")[1:] {
			hash := sha256.Sum256([]byte(r[0] + "\x1f" + r[1] + "\x1f" + r[3] + "\x1e"))
			ord, err := strconv.ParseInt(r[2], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			placed := sha256.Sum256(binary.BigEndian.AppendUint64(hash[:], uint64(ord)))
			slices.Reverse(placed[:])
			sum.Add(sum, new(big.Int).SetBytes(placed[:]))
		}
		got := []byte(mustTable(t, s, "SELECT hash FROM acts ORDER BY version DESC LIMIT 1")[1][0])
		slices.Reverse(got)
		if want := sum.Mod(sum, new(big.Int).Lsh(big.NewInt(1), 256)); new(big.Int).SetBytes(got).Cmp(want) != 0 {
			t.Errorf("step %d: hash of the version = %x, want %x", i, got, want)
		}
	}
	for _, c := range mustTable(t, s, "SELECT section, id, after, hash FROM changes WHERE after IS NOT NULL")[1:] {
		if want := sha256.Sum256([]byte(c[0] + "\x1f" + c[1] + "\x1f" + c[2] + "\x1e")); c[3] != string(want[:]) {
			t.Errorf("hash of %s %s = %x, want %x", c[0], c[1], c[3], want)
		}
	}
	if got := mustTable(t, s, "SELECT DISTINCT hash IS NULL FROM changes WHERE after IS NULL")[1:]; fmt.Sprint(got) != "[[1]]" && fmt.Sprint(got) != "[[true]]" {
		t.Errorf("changes that removed a record have a hash: %v", got)
	}
}

func mustTable(t testing.TB, s *storage.Store, query string) [][]string {
	t.Helper()
	rows, err := s.Table(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
