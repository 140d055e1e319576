package storage_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/storage"
)

// olderReleasesComeBack imports dossiers over one another, each made of an earlier one or anything else, and wants every
// release to stay as it was.
func olderReleasesComeBack(t *testing.T, s *storage.Store) {
	n, most := 0, 6
	if testing.Short() {
		most = 3
	}
	rapid.Check(t, func(r *rapid.T) {
		n++
		id := fmt.Sprint("history ", n)
		var states []*domain.Dossier
		for i := range most {
			d := randomDossier(r)
			if i > 0 && rapid.Bool().Draw(r, "edited") {
				d = edited(r, states[i-1])
			}
			d.ID, d.Summary = id, fmt.Sprint(i)
			if _, err := s.Import(t.Context(), d); err != nil {
				r.Fatal(err)
			}
			states = append(states, d)
		}
		releases, err := s.Releases(t.Context(), id)
		if err != nil || len(releases) != len(states) {
			r.Fatalf("Releases = %v, %v, want %d", releases, err, len(states))
		}
		for i, want := range states {
			got, err := s.Released(t.Context(), id, releases[i].Version)
			if err != nil {
				r.Fatal(err)
			}
			if d := cmp.Diff(want, got); d != "" {
				r.Fatalf("release %d differs (-want +got):\n%s", i, d)
			}
		}
	})
}

// edited is a dossier with records moved, left out and written otherwise.
func edited(r *rapid.T, d *domain.Dossier) *domain.Dossier {
	next := *d
	next.Tracks = rapid.Permutation(d.Tracks).Draw(r, "tracks")
	next.Overrides = d.Overrides[:rapid.IntRange(0, len(d.Overrides)).Draw(r, "overrides")]
	if len(next.Overrides) == 0 {
		next.Overrides = nil
	}
	next.Places = append([]domain.Place{{ID: "new", Name: "New"}}, d.Places...)
	if d.Places[0].ID == "new" {
		next.Places = d.Places
	}
	next.Questions = append([]domain.Question{}, d.Questions...)
	next.Questions[0].Text += "?"
	return &next
}

// importIsOneAct changes two records of many, and wants no more in the log than that, and nothing written again.
func importIsOneAct(t *testing.T, s *storage.Store) {
	mustImport(t, s, sized(t, "full", 30), true)
	d := sized(t, "full", 30)
	d.Proposals[4].Summary, d.Responses = "Otherwise", d.Responses[1:]
	mustImport(t, s, d, true)
	for query, want := range map[string][]string{
		"SELECT section || ' ' || id FROM changes WHERE version = 2 ORDER BY n": {"proposals p-2", "responses r"},
		"SELECT id FROM records WHERE version = 2":                              {"p-2"},
		"SELECT count(*) FROM changes WHERE version = 2 AND after IS NULL":      {"1"},
		"SELECT version FROM dossiers":                                          {"2"},
	} {
		got, err := s.Strings(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		diff(t, want, got)
	}
}

// logIsForEver wants the database itself to refuse whoever would change what was done.
func logIsForEver(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	before := rowsOf(t, s)
	for _, statement := range []string{"UPDATE acts SET reason = 'none'", "DELETE FROM acts", "UPDATE changes SET after = '{}'",
		"DELETE FROM changes WHERE n = 0", "INSERT INTO changes SELECT * FROM changes"} {
		if err := s.Exec(t.Context(), statement); err == nil {
			t.Errorf("%s was not refused", statement)
		}
	}
	for _, statement := range []string{"INSERT OR REPLACE INTO changes SELECT * FROM changes", "REPLACE INTO acts SELECT * FROM acts", "TRUNCATE changes"} {
		if err := s.Exec(t.Context(), statement); err == nil { // where the database has it
			t.Errorf("%s was not refused", statement)
		}
	}
	diff(t, before, rowsOf(t, s))
	mustImport(t, s, sized(t, "full", 2), true)
}

// draftGoesBack applies a change and imports what is released already: the draft is that again, and so is a new release.
func draftGoesBack(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	version := mustVersion(t, s, "full")
	mustApply(t, s, "full", storage.Edit{Section: domain.SectionTracks, ID: "letters", Version: 1, Body: []byte(`{"id":"letters","title":"Other"}`)})
	mustImport(t, s, full(t), true)
	diff(t, full(t), mustDraft(t, s, "full"))
	diff(t, full(t), mustRead(t, s, "full"))
	if got := mustVersion(t, s, "full"); got[1:] != version[1:] {
		t.Errorf("version = %s, want the same dossier as %s", got, version)
	}
	mustImport(t, s, full(t), false)
}

// TestNow wants acts and releases to bear the time that was told.
func TestNow(t *testing.T) {
	s, err := storage.Open(t.Context(), storage.Config{DSN: ":memory:", Now: func() time.Time {
		return time.Date(1964, 7, 30, 12, 0, 0, 0, time.FixedZone("", 3*3600))
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	mustImport(t, s, full(t), true)
	got, err := s.Strings(t.Context(), "SELECT at FROM acts UNION ALL SELECT at || number FROM releases")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, []string{"1964-07-30T09:00:00Z", "1964-07-30T09:00:00Z1.2.0"}, got)
}
