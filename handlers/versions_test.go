package handlers_test

import (
	"context"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/handlers"
)

// overtaken is a library into which another version of a dossier is put before the question of that number, from 1.
type overtaken struct {
	*library
	before int
	next   *domain.Dossier
	asked  int
}

func (o *overtaken) count() {
	if o.asked++; o.asked == o.before {
		o.put(o.next)
	}
}

// IDs counts.
func (o *overtaken) IDs(ctx context.Context) ([]string, error) { o.count(); return o.library.IDs(ctx) }

// Dossier counts.
func (o *overtaken) Dossier(ctx context.Context, id string) (*domain.Dossier, error) {
	o.count()
	return o.library.Dossier(ctx, id)
}

// Heading counts.
func (o *overtaken) Heading(ctx context.Context, id string) (*domain.Dossier, error) {
	o.count()
	return o.library.Heading(ctx, id)
}

// Version counts.
func (o *overtaken) Version(ctx context.Context, id string) (string, error) {
	o.count()
	return o.library.Version(ctx, id)
}

// Listing counts.
func (o *overtaken) Listing(ctx context.Context, id, register string, q table.Query) (table.Listing, error) {
	o.count()
	return o.library.Listing(ctx, id, register, q)
}

// Stream counts, and again when the rows are read, which fails where there is another version by then.
func (o *overtaken) Stream(ctx context.Context, id, register string, q table.Query) (table.Stream, error) {
	o.count()
	stream, err := o.library.Stream(ctx, id, register, q)
	version, batches := o.versions[id], stream.Batches
	stream.Batches = func(yield func([]byte, error) bool) {
		if o.count(); o.versions[id] != version {
			yield(nil, domain.Errorf(domain.Conflict, "another version"))
			return
		}
		batches(yield)
	}
	return stream, err
}

// twoVersions are a dossier and a later release of it, in which every page and file is another.
func twoVersions(t *testing.T) (was, is *domain.Dossier) {
	was, is = harbour(t), harbour(t)
	is.Release, is.Title = "0.3.0", "Otherwise"
	for i := range is.Proposals {
		is.Proposals[i].Summary = "Otherwise"
	}
	is.Proposals, is.Responses = slices.Clone(is.Proposals), slices.DeleteFunc(is.Responses, func(r domain.Response) bool { return r.Reason == "" })
	return was, is
}

// TestNothingMixesVersions has another release come at every moment of a request, and wants each answer to be wholly of one,
// with its name and its tag.
func TestNothingMixesVersions(t *testing.T) {
	was, is := twoVersions(t)
	site := func(l handlers.Library) http.Handler {
		h, err := handlers.New(handlers.Config{Library: l, Logger: slog.New(slog.DiscardHandler), Package: one})
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	for _, address := range []string{"/harbour", "/harbour/proposals", "/harbour/proposals.csv", "/harbour/proposals.xlsx", "/harbour/proposals.json",
		"/harbour/proposals.csv?text=otherwise", "/harbour/responses?sort=made_on", "/harbour/proposals?sort=made_on", "/harbour/silence", "/harbour/silence.json",
		"/harbour/state.xlsx", "/harbour/proposals.bib", "/harbour/datapackage.zip", "/api/v1/dossiers/harbour",
		"/api/v1/dossiers/harbour/proposals", "/api/v1/dossiers/harbour/proposals?limit=1"} {
		later := newLibrary(was)
		later.put(is)
		first, second := ask(site(newLibrary(was)), address, ""), ask(site(later), address, "")
		if first.Code != http.StatusOK || first.Body.String() == second.Body.String() {
			t.Errorf("%s: status %d, the same in both versions: this test sees nothing", address, first.Code)
			continue
		}
		for before := 1; ; before++ {
			l := &overtaken{library: newLibrary(was), before: before, next: is}
			got := ask(site(l), address, "")
			want, version := first, "1"
			if got.Body.String() == second.Body.String() {
				want, version = second, "2"
			}
			if got.Body.String() != want.Body.String() {
				t.Errorf("%s: overtaken before question %d of %d, the answer is of neither version", address, before, l.asked)
			}
			if tag := got.Header().Get("ETag"); !strings.HasPrefix(tag, `"`+version+"-") {
				t.Errorf("%s: overtaken before question %d, the tag of version %s is %s", address, before, version, tag)
			}
			if name, of := got.Header().Get("Content-Disposition"), want.Header().Get("Content-Disposition"); name != of {
				t.Errorf("%s: overtaken before question %d, the file of version %s is named %s, want %s", address, before, version, name, of)
			}
			if l.asked < before {
				break
			}
		}
	}
}
