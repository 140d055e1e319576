package domain_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"pourparler/domain"
)

func TestErrorfKeepsTheCause(t *testing.T) {
	err := domain.Errorf(domain.NotFound, "file %q: %w", "a.yaml", fs.ErrNotExist)
	if want := `file "a.yaml": file does not exist`; err.Error() != want {
		t.Errorf("Error() = %q, want %q", err.Error(), want)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("errors.Is(%v, fs.ErrNotExist) = false, want true", err)
	}
	if err := domain.Errorf(domain.Invalid, "plain"); err.Unwrap() != nil {
		t.Errorf("Unwrap() of an error without a cause = %v, want nil", err.Unwrap())
	}
}

func TestKindOf(t *testing.T) {
	conflict := domain.Errorf(domain.Conflict, "changed meanwhile")
	tests := []struct {
		name string
		err  error
		want domain.Kind
	}{
		{"an Error", conflict, domain.Conflict},
		{"an Error in a chain", fmt.Errorf("saving: %w", conflict), domain.Conflict},
		{"the outermost of two", domain.Errorf(domain.Invalid, "bad: %w", conflict), domain.Invalid},
		{"an error of another package", fs.ErrNotExist, domain.Internal},
	}
	for _, tt := range tests {
		if got := domain.KindOf(tt.err); got != tt.want {
			t.Errorf("KindOf(%s) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	open := func(cause error) (err error) {
		defer domain.Wrap(&err, "open(%q)", "a.yaml")
		return cause
	}
	if err := open(nil); err != nil {
		t.Errorf("Wrap of no error = %v, want nil", err)
	}
	cause := domain.Errorf(domain.NotFound, "no such dossier")
	err := open(cause)
	if want := `open("a.yaml"): no such dossier`; err.Error() != want {
		t.Errorf("Error() = %q, want %q", err.Error(), want)
	}
	if domain.KindOf(err) != domain.NotFound || !errors.Is(err, cause) {
		t.Errorf("Wrap lost the kind or the cause: kind %q", domain.KindOf(err))
	}
	if got := domain.KindOf(open(fs.ErrClosed)); got != domain.Internal {
		t.Errorf("KindOf of a wrapped foreign error = %q, want %q", got, domain.Internal)
	}
}
