package handlers_test

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"log/slog"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/handlers"
	"pourparler/seeds"
)

// counted is a library of the bundled dossier that can change its version and counts how often it is read whole.
type counted struct {
	dossier *domain.Dossier
	version atomic.Value
	reads   atomic.Int32
}

func (l *counted) IDs(context.Context) ([]string, error) { return []string{l.dossier.ID}, nil }

func (l *counted) Dossier(context.Context, string) (*domain.Dossier, error) {
	l.reads.Add(1)
	return l.dossier, nil
}

func (l *counted) Heading(ctx context.Context, id string) (*domain.Dossier, error) {
	return newLibrary(l.dossier).Heading(ctx, id)
}

func (l *counted) Listing(ctx context.Context, id, register string, q table.Query) (table.Listing, error) {
	return newLibrary(l.dossier).Listing(ctx, id, register, q)
}

func (l *counted) Stream(ctx context.Context, id, register string, q table.Query) (table.Stream, error) {
	return newLibrary(l.dossier).Stream(ctx, id, register, q)
}

func (l *counted) Version(context.Context, string) (string, error) {
	return l.version.Load().(string), nil
}

func newCounted(tb testing.TB) (*counted, http.Handler) {
	tb.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		tb.Fatal(err)
	}
	d, err := dossier.Read(files)
	if err != nil {
		tb.Fatal(err)
	}
	l := &counted{dossier: d}
	l.version.Store("1-a")
	h, err := handlers.New(handlers.Config{Library: l, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		tb.Fatal(err)
	}
	return l, h
}

func ask(h http.Handler, path, tag string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	if tag != "" {
		r.Header.Set("If-None-Match", tag)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestKept(t *testing.T) {
	whole := map[string]int32{"/sino-soviet": 2, "/sino-soviet/proposals?track=polemics": 0, "/sino-soviet/proposals.csv": 0}
	for path, reads := range whole {
		t.Run(path, func(t *testing.T) {
			l, h := newCounted(t)
			first := ask(h, path, "")
			tag := first.Header().Get("ETag")
			if first.Code != http.StatusOK || tag == "" {
				t.Fatalf("first answer: status %d, ETag %q, want 200 with a tag", first.Code, tag)
			}
			if got := ask(h, path, ""); got.Body.String() != first.Body.String() || got.Header().Get("Content-Type") != first.Header().Get("Content-Type") {
				t.Error("the second answer differs from the first")
			}
			if got := ask(h, path, tag); got.Code != http.StatusNotModified || got.Body.Len() > 0 {
				t.Errorf("with the tag: status %d and %d bytes, want 304 and none", got.Code, got.Body.Len())
			}
			l.dossier.Proposals[0].Summary, l.dossier.Title = "another summary", "another title"
			l.version.Store("2-b")
			if got := ask(h, path, tag); got.Code != http.StatusOK || got.Body.String() == first.Body.String() {
				t.Errorf("after a change: status %d with the tag, want 200 and another body", got.Code)
			}
			if n := l.reads.Load(); n != reads {
				t.Errorf("the dossier was read whole %d times, want %d", n, reads)
			}
		})
	}
}

func TestFailuresAreNotTagged(t *testing.T) {
	_, h := newCounted(t)
	if got := ask(h, "/sino-soviet/proposals/none", ""); got.Code != http.StatusNotFound || got.Header().Get("ETag") != "" {
		t.Errorf("status %d, ETag %q, want 404 without a tag", got.Code, got.Header().Get("ETag"))
	}
}

func BenchmarkKept(b *testing.B) {
	_, h := newCounted(b)
	tag := ask(h, "/sino-soviet", "").Header().Get("ETag")
	b.Run("kept body", func(b *testing.B) {
		for b.Loop() {
			ask(h, "/sino-soviet", "")
		}
	})
	b.Run("304", func(b *testing.B) {
		for b.Loop() {
			ask(h, "/sino-soviet", tag)
		}
	})
}

// TestKeptAsksNothing answers from what is kept without asking the library anything while a moment lasts, and sees a
// change when it is over.
func TestKeptAsksNothing(t *testing.T) {
	l, _ := newCounted(t)
	asked := &asking{counted: l}
	h, err := handlers.New(handlers.Config{Library: asked, Logger: slog.New(slog.DiscardHandler), Moment: 50 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	const path = "/sino-soviet/proposals"
	tag := ask(h, path, "").Header().Get("ETag")
	time.Sleep(60 * time.Millisecond)
	ask(h, path, "") // learns the version anew
	before := asked.questions.Load()
	if got := ask(h, path, tag); got.Code != http.StatusNotModified {
		t.Errorf("status %d, want 304", got.Code)
	}
	ask(h, path, "")
	if n := asked.questions.Load() - before; n > 1 { // one if the moment ends just here
		t.Errorf("the library was asked %d times, want none", n)
	}
	l.version.Store("2-b")
	time.Sleep(60 * time.Millisecond)
	if got := ask(h, path, tag); got.Code != http.StatusOK {
		t.Errorf("after a change: status %d, want 200", got.Code)
	}
}

// asking counts the questions put to a library.
type asking struct {
	*counted
	questions atomic.Int32
}

func (l *asking) Version(ctx context.Context, id string) (string, error) {
	l.questions.Add(1)
	return l.counted.Version(ctx, id)
}

func (l *asking) Heading(ctx context.Context, id string) (*domain.Dossier, error) {
	l.questions.Add(1)
	return l.counted.Heading(ctx, id)
}

func (l *asking) Listing(ctx context.Context, id, register string, q table.Query) (table.Listing, error) {
	l.questions.Add(1)
	return l.counted.Listing(ctx, id, register, q)
}

// TestCompressed sends a kept body compressed to those who take that, with a tag of its own, and the same to all others.
func TestCompressed(t *testing.T) {
	_, h := newCounted(t)
	const path = "/sino-soviet/state"
	plain := ask(h, path, "")
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Header().Get("Content-Encoding") != "gzip" || w.Header().Get("Vary") != "Accept-Encoding" || w.Header().Get("ETag") == plain.Header().Get("ETag") {
		t.Fatalf("headers %v, want gzip with another tag than %s", w.Header(), plain.Header().Get("ETag"))
	}
	unpacked, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(unpacked)
	if err != nil || string(body) != plain.Body.String() {
		t.Errorf("unpacked %d bytes, %v, want the %d of the page", len(body), err, plain.Body.Len())
	}
}
