package handlers_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/handlers"
)

// broken is a library that panics.
type broken struct{}

func (broken) IDs(context.Context) ([]string, error) { panic("the shelf fell") }

func (broken) Dossier(context.Context, string) (*domain.Dossier, error) { panic("the shelf fell") }

func (broken) Heading(context.Context, string) (*domain.Dossier, error) { panic("the shelf fell") }

func (broken) Listing(context.Context, string, string, table.Query) (table.Listing, error) {
	panic("the shelf fell")
}

func (broken) Stream(context.Context, string, string, table.Query) (table.Stream, error) {
	panic("the shelf fell")
}

func (broken) Version(context.Context, string) (string, error) { panic("the shelf fell") }

func TestPanicIsLoggedAndNotShown(t *testing.T) {
	var logged bytes.Buffer
	h, err := handlers.New(handlers.Config{Library: broken{}, Logger: slog.New(slog.NewTextHandler(&logged, nil))})
	if err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
	if answer.Code != http.StatusInternalServerError {
		t.Errorf("status %d, want 500", answer.Code)
	}
	if strings.Contains(answer.Body.String(), "shelf") {
		t.Errorf("the page shows the fault: %s", answer.Body)
	}
	if !strings.Contains(logged.String(), "the shelf fell") || !strings.Contains(logged.String(), "stack=") {
		t.Errorf("log = %s, want the fault with its stack", logged.String())
	}
}

func TestUnknownListIsNotFound(t *testing.T) {
	_, h := newCounted(t)
	for _, path := range []string{"list-sets.csv?a=zz", "list-numbers.csv?a=zz", "membership.csv?b=zz", "list-sets.svg?a=seventeen&b=zz"} {
		if got := ask(h, "/sino-soviet/"+path, ""); got.Code != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", path, got.Code)
		}
	}
}

func TestSafeIsNotLeftOut(t *testing.T) {
	_, h := newCounted(t)
	for query, want := range map[string]bool{"safe=1": true, "safe=true": true, "safe=": true, "safe=0": false, "": false} {
		got := ask(h, "/sino-soviet/proposals.csv?"+query, "").Header().Get("Content-Disposition")
		if strings.Contains(got, "safe") != want {
			t.Errorf("?%s is named %s, want safe %v", query, got, want)
		}
	}
}
