package storage_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"pourparler/domain"
	"pourparler/domain/form"
	"pourparler/storage"
)

// bodyOf is what the draft says of a record, changed by a replacement of text.
func bodyOf(t testing.TB, d *domain.Dossier, section domain.Section, id, old, new string) []byte {
	t.Helper()
	for r := range form.RecordsOf(d) {
		if r.Section == section && r.ID == id {
			body, err := r.Body()
			if err != nil || !strings.Contains(string(body), old) {
				t.Fatalf("%s %s = %s, %v, want %q in it", section, id, body, err, old)
			}
			return []byte(strings.Replace(string(body), old, new, 1))
		}
	}
	t.Fatalf("no %s %s", section, id)
	return nil
}

func mustApply(t testing.TB, s *storage.Store, id string, edits ...storage.Edit) int64 {
	t.Helper()
	version, err := s.Apply(t.Context(), id, storage.Act{By: "u-1", Reason: "a slip"}, edits...)
	if err != nil {
		t.Fatal(err)
	}
	return version
}

func mustDraft(t testing.TB, s *storage.Store, id string) *domain.Dossier {
	t.Helper()
	d, _, err := s.Draft(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// rowsOf counts the rows of every table that a save may touch.
func rowsOf(t testing.TB, s *storage.Store) map[string]string {
	t.Helper()
	counts := map[string]string{}
	for _, table := range []string{"dossiers", "records", "acts", "changes", "blanked", "releases", "links", "registers", "register_cells",
		"register_rows", "register_sets", "register_orders"} {
		got, err := s.Strings(t.Context(), "SELECT count(*) FROM "+table)
		if err != nil {
			t.Fatal(err)
		}
		counts[table] = got[0]
	}
	return counts
}

// applyTouchesItsRows changes one record: the draft has it, readers do not, and no other row is another.
func applyTouchesItsRows(t *testing.T, s *storage.Store) {
	released := sized(t, "full", 20)
	mustImport(t, s, released, true)
	version, before := mustVersion(t, s, "full"), rowsOf(t, s)
	body := bodyOf(t, released, domain.SectionProposals, "p-3", `"to":["b"]`, `"to":["b","g"]`)
	if got := mustApply(t, s, "full", storage.Edit{Section: domain.SectionProposals, ID: "p-3", Body: body, Version: 1}); got != 2 {
		t.Errorf("Apply = %d, want version 2", got)
	}
	want := sized(t, "full", 20)
	want.Proposals[5].To = []string{"b", "g"}
	diff(t, want, mustDraft(t, s, "full"))
	unchanged(t, s, released, version)
	after := rowsOf(t, s)
	for table, more := range map[string]int{"acts": 1, "changes": 1, "links": 1} {
		n := 0
		fmt.Sscan(before[table], &n)
		before[table] = fmt.Sprint(n + more)
	}
	diff(t, before, after)
	for query, want := range map[string][]string{
		"SELECT id FROM records WHERE version = 2":                                                                                                    {"p-3"},
		`SELECT "by" FROM acts WHERE version = 2`:                                                                                                     {"u-1"},
		"SELECT id FROM changes WHERE version = 2 AND ord_before = ord_after":                                                                         {"p-3"},
		"SELECT id FROM links WHERE to_section = 'parties' AND to_id = 'g' AND field = 'to' ORDER BY id":                                              {"p-3", "pr"},
		"SELECT DISTINCT id FROM links WHERE to_id = 'b-1964-03-30' AND paragraph = 2 AND field LIKE 'terms%' AND id LIKE 'p%' AND id NOT LIKE 'p-%'": {"pr"},
	} {
		got, err := s.Strings(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		diff(t, want, got)
	}
	mustImport(t, s, want, true)
	diff(t, want, mustRead(t, s, "full"))
	if got := mustVersion(t, s, "full"); !strings.HasPrefix(got, "2-") {
		t.Errorf("version of a release of the draft = %s, want that of the draft, 2", got)
	}
}

// applyAddsMovesAndRemoves adds so many records at one spot that the numbers between run out, and moves and removes some.
func applyAddsMovesAndRemoves(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	var want []string
	for i := range 14 {
		id := fmt.Sprintf("t-%d", i)
		mustApply(t, s, "full", storage.Edit{Section: domain.SectionTracks, ID: id, Before: "letters", Body: fmt.Appendf(nil, `{"id":%q,"title":"T"}`, id)})
		want = append(want, id)
	}
	mustApply(t, s, "full",
		storage.Edit{Section: domain.SectionTracks, ID: "t-5", Version: 7},
		storage.Edit{Section: domain.SectionTracks, ID: "last", Body: []byte(`{"title":"L","id":"last"}`)},
		storage.Edit{Section: domain.SectionTracks, ID: "t-13", Version: 15, Before: "talks", Body: []byte(`{"id":"t-13","title":"T"}`)})
	want = append(append(append([]string{"t-13", "talks"}, want[:5]...), want[6:13]...), "letters", "last")
	var got []string
	d := mustDraft(t, s, "full")
	for _, track := range d.Tracks {
		got = append(got, track.ID)
	}
	diff(t, want, got)
	version := mustApply(t, s, "full", storage.Edit{Section: domain.SectionTracks, ID: "last", Version: 16, Body: []byte(`{"id":"last","title":"L"}`)})
	if version != 16 {
		t.Errorf("an edit that changes nothing made version %d, want 16", version)
	}
	mustImport(t, s, d, true)
	diff(t, d, mustRead(t, s, "full"))
}

// applyRefuses wants nothing changed by what cannot be.
func applyRefuses(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	before := rowsOf(t, s)
	place := func(body string) storage.Edit {
		return storage.Edit{Section: domain.SectionPlaces, ID: "moscow", Body: []byte(body)}
	}
	for want, edits := range map[string][]storage.Edit{
		`"beijing" was changed in the meantime`:                     {{Section: domain.SectionPlaces, ID: "beijing", Version: 3, Body: []byte(`{}`)}},
		`tracks "talks" was changed in the meantime`:                {{Section: domain.SectionTracks, ID: "talks", Body: []byte(`{"id":"talks","title":"T"}`)}},
		`says that its id is "minsk"`:                               {place(`{"id":"minsk","name":"M"}`)},
		`places "moscow" cannot be read`:                            {place(`{"id":`)},
		`is not UTF-8 or holds a character`:                         {place(`{"id":"moscow","name":"\u0000"}`)},
		`names.documents "lost" is not the id of any record in doc`: {place(`{"id":"moscow","name":"M","names":[{"text":"M","documents":["lost"]}]}`)},
		`places "beijing" cannot be removed: terms.venue.places of proposals "pr" refers to it`: {
			{Section: domain.SectionMeetings, ID: "m", Version: 1, Body: []byte(`{"id":"m","name":"M","status":"held","cite":null}`)},
			{Section: domain.SectionPlaces, ID: "beijing", Version: 1}},
		`is changed twice at once`: {place(`{"id":"moscow","name":"M"}`), place(`{"id":"moscow","name":"N"}`)},
		`"nowhere" in places to go before`: {{Section: domain.SectionPlaces, ID: "moscow", Before: "nowhere",
			Body: []byte(`{"id":"moscow","name":"M"}`)}},
		`dossier "full" cannot be removed`: {{Section: domain.SectionDossier, ID: "full", Version: 1}},
		`no section "tea"`:                 {{Section: "tea", ID: "green", Body: []byte(`{}`)}},
	} {
		_, err := s.Apply(t.Context(), "full", storage.Act{}, edits...)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Apply = %v, want %q", err, want)
		}
		wanted := domain.Invalid
		if strings.Contains(want, "meantime") {
			wanted = domain.Conflict
		} else if strings.Contains(want, "nowhere") {
			wanted = domain.NotFound
		}
		if domain.KindOf(err) != wanted {
			t.Errorf("%v is of kind %s, want %s", err, domain.KindOf(err), wanted)
		}
	}
	if _, err := s.Apply(t.Context(), "none", storage.Act{}, place(`{"id":"moscow","name":"M"}`)); domain.KindOf(err) != domain.NotFound {
		t.Errorf("Apply to no dossier = %v, want not found", err)
	}
	diff(t, before, rowsOf(t, s))
	diff(t, full(t), mustDraft(t, s, "full"))
}

// twoEditorsOneWins has editors that read the same version write at once.
func twoEditorsOneWins(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	var group sync.WaitGroup
	won := make([]bool, 4)
	for i := range won {
		group.Go(func() {
			_, err := s.Apply(t.Context(), "full", storage.Act{}, storage.Edit{Section: domain.SectionTracks, ID: "letters", Version: 1,
				Body: fmt.Appendf(nil, `{"id":"letters","title":"by %d"}`, i)})
			won[i] = err == nil
			if err != nil && domain.KindOf(err) != domain.Conflict {
				t.Error(err)
			}
		})
	}
	group.Wait()
	n := 0
	for i, ok := range won {
		if ok {
			n++
			if got := mustDraft(t, s, "full").Tracks[1].Title; got != fmt.Sprint("by ", i) {
				t.Errorf("title = %q, want that of the one who was told so, %d", got, i)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d of %d editors were told that theirs is written, want 1", n, len(won))
	}
}
