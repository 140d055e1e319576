package dossier_test

import (
	"errors"
	"os"
	"testing"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/internal/golden"
)

// TestBroken shows what a recorder sees: every mistake at once. The folders hold files with many
// kinds of mistake.
func TestBroken(t *testing.T) {
	for _, name := range []string{"unread", "unruly", "empty"} {
		t.Run(name, func(t *testing.T) {
			_, err := dossier.Read(os.DirFS("testdata/broken/" + name))
			if domain.KindOf(err) != domain.Invalid {
				t.Fatalf("Read = %v, want an error of kind %q", err, domain.Invalid)
			}
			var all *dossier.Error
			if !errors.As(err, &all) {
				t.Fatalf("Read: the error wraps no *dossier.Error: %v", err)
			}
			golden.Assert(t, "broken-"+name+".txt", []byte(err.Error()+"\n"))
		})
	}
}
