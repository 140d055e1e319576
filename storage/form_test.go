package storage_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/storage"
)

// TestRegisterForm notices when the same record gives other registers than before. Databases then have to make theirs
// again, which they do when registerForm is raised.
func TestRegisterForm(t *testing.T) {
	const file = "testdata/registers.txt"
	hash := sha256.New()
	for _, g := range compare.Registers(domain.NewIndex(full(t))) {
		fmt.Fprintf(hash, "%s %+v\n", g.Name, g.Columns)
		for i := range g.Size {
			row := g.Row(i)
			fmt.Fprintf(hash, "%+v\n%q\n", row, storage.Packed(g.Table, row))
			row.Searched(func(text string) { fmt.Fprintf(hash, "%q\n", table.Words(text)) }, func(string) {})
		}
	}
	got := fmt.Sprintf("form %d\n%x\n", storage.RegisterForm, hash.Sum(nil))
	kept, err := os.ReadFile(file)
	if err != nil && !*update {
		t.Fatal(err)
	}
	wantForm, wantHash, _ := strings.Cut(string(kept), "\n")
	gotForm, gotHash, _ := strings.Cut(got, "\n")
	switch {
	case gotHash != wantHash && gotForm == wantForm:
		t.Errorf("the same record gives other registers than before: raise registerForm, then run this test with -update")
	case *update:
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	case got != string(kept):
		t.Errorf("%s is out of date: run this test with -update", file)
	}
}
