package storage_test

import (
	"testing"
	"time"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/storage"
)

// draftIsReleased changes the draft and makes a release of it, without an import.
func draftIsReleased(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	mustApply(t, s, "full", storage.Edit{Section: domain.SectionTracks, ID: "letters", Version: 1, Body: []byte(`{"id":"letters","title":"Other"}`)})
	release := func(number string) (storage.Release, error) {
		return s.Release(t.Context(), "full", number, "u-2", "a note")
	}
	_, err := release("")
	wantError(t, err, domain.Invalid, `release "1.2.0" of "full" is there already, with other content: give another number`)
	got, err := release("1.3.0")
	if err != nil {
		t.Fatal(err)
	}
	want := full(t)
	want.Tracks[1].Title, want.Release = "Other", "1.3.0"
	diff(t, want, mustRead(t, s, "full"))
	diff(t, want, mustDraft(t, s, "full"))
	all := mustReleases(t, s, "full")
	diff(t, all[1], got)
	diff(t, storage.Release{Version: 3, Number: "1.3.0", SHA256: got.SHA256, By: "u-2", Note: "a note"}, got)
	diff(t, [][]string{{"u-2", "release 1.3.0"}}, mustTable(t, s, `SELECT "by", reason FROM acts WHERE version = 3`)[1:])
	for _, number := range []string{"", "1.3.0"} { // there is nothing new
		if again, err := release(number); err != nil {
			t.Error(err)
		} else {
			diff(t, got, again)
		}
	}
	diff(t, all, mustReleases(t, s, "full"))
	mustImport(t, s, want, false)
	_, err = s.Release(t.Context(), "none", "1", "", "")
	wantError(t, err, domain.NotFound, `no dossier "none"`)

	other := open(t, ":memory:") // what was released is as if it had been imported
	mustImport(t, other, want, true)
	diff(t, mustReleases(t, other, "full")[0].SHA256, got.SHA256)
	for _, register := range compare.RegisterNames() {
		diff(t, csvOf(t, other, "full", register), csvOf(t, s, "full", register))
	}
}

// TestReleaseIsDated has a release bear the day on which it was made.
func TestReleaseIsDated(t *testing.T) {
	s, err := storage.Open(t.Context(), storage.Config{DSN: ":memory:", Now: func() time.Time { return time.Date(2031, 2, 3, 4, 5, 6, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	mustImport(t, s, full(t), true)
	if _, err := s.Release(t.Context(), "full", "2.0.0", "", ""); err != nil {
		t.Fatal(err)
	}
	if got := mustRead(t, s, "full"); got.Released.String() != "2031-02-03" || got.Release != "2.0.0" {
		t.Errorf("the release is %s of %s, want 2.0.0 of 2031-02-03", got.Release, got.Released)
	}
}

// olderReleasesAreRebuilt wants every file of a release as it was when it was the newest, after others and after a draft,
// and of a draft as it will be.
func olderReleasesAreRebuilt(t *testing.T, s *storage.Store) {
	first, second := sized(t, "full", 20), full(t)
	second.Release, second.Proposals[0].Summary = "1.3.0", "Otherwise"
	files := func(s *storage.Store) map[string][][]string {
		all := map[string][][]string{}
		for _, register := range compare.RegisterNames() {
			all[register] = csvOf(t, s, "full", register)
		}
		return all
	}
	at := func(version int64) map[string][][]string {
		t.Helper()
		past, err := s.At(t.Context(), "full", version)
		if err != nil {
			t.Fatal(err)
		}
		defer past.Close()
		return files(past)
	}
	mustImport(t, s, first, true)
	was := files(s)
	mustImport(t, s, second, true)
	is := files(s)
	mustApply(t, s, "full", storage.Edit{Section: domain.SectionParties, ID: "g", Version: 1, Body: []byte(`{"id":"g","name":"Cabinet","kind":"government"}`)})
	draft := at(0)
	diff(t, is, files(s))
	diff(t, was, at(1))
	diff(t, is, at(2))
	if _, err := s.Release(t.Context(), "full", "1.4.0", "", ""); err != nil {
		t.Fatal(err)
	}
	diff(t, draft, files(s))
	diff(t, was, at(1))
	_, err := s.At(t.Context(), "full", 9)
	wantError(t, err, domain.NotFound, `dossier "full" has no release of version 9`)
}

// lackingReleasesAreRebuilt takes a record out of a release to which others of it refer.
func lackingReleasesAreRebuilt(t *testing.T, s *storage.Store) {
	was := full(t)
	was.Parties[2].Name = slip
	mustImport(t, s, was, true)
	mustImport(t, s, full(t), true)
	if _, err := s.Blank(t.Context(), "full", domain.SectionParties, "g", 0, storage.Act{Reason: "a name"}); err != nil {
		t.Fatal(err)
	}
	past, err := s.At(t.Context(), "full", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer past.Close()
	if got := len(csvOf(t, past, "full", "parties")); got != 3 { // names, and two of three parties
		t.Errorf("%d lines of parties, want 3", got)
	}
	diff(t, csvOf(t, s, "full", "responses"), csvOf(t, past, "full", "responses"))
}
