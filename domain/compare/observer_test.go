package compare_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
	"pourparler/dossier"
)

// observers are the public, the parties that wrote a document, were sent one or sat in a meeting, and one other.
func observers(d *domain.Dossier) []compare.Observer {
	all := []compare.Observer{{}}
	other := false
	for _, p := range d.Parties {
		met := slices.ContainsFunc(d.Meetings, func(m domain.Meeting) bool { return slices.Contains(m.Parties, p.ID) })
		wrote := slices.ContainsFunc(d.Documents, func(d domain.Document) bool {
			return slices.Contains(slices.Concat(d.Authors, d.Addressees, d.Recipients, d.WithheldFrom), p.ID)
		})
		if met || wrote || !other {
			all = append(all, compare.Observer{Party: p.ID})
		}
		other = other || !met && !wrote
	}
	return all
}

// hasText is the rule of who has a document, in other words than the code's: by the first of the ways in which it can come
// to the observer.
func hasText(d domain.Document, o compare.Observer, day edtf.Day) bool {
	by := func(date domain.Date) bool {
		last, edge := date.Value.Latest()
		return !date.IsZero() && edge == edtf.Known && last.Compare(day) <= 0
	}
	or := func(date, otherwise domain.Date) domain.Date {
		if date.Value.IsZero() {
			return otherwise
		}
		return date
	}
	forAll := map[domain.DocumentKind]bool{"article": true, "editorial": true, "statement": true, "communique": true, "book": true, "pamphlet": true}
	if by(d.Published) || forAll[d.Kind] && by(or(d.Published, d.Dated)) {
		return true
	}
	for _, author := range d.Authors {
		if author == o.Party {
			return by(or(or(d.Dated, d.Delivered), d.Published))
		}
	}
	if slices.Contains(d.WithheldFrom, o.Party) {
		return false
	}
	return slices.Contains(append(slices.Clone(d.Addressees), d.Recipients...), o.Party) && by(or(d.Delivered, d.Dated))
}

// everyCut calls check with the cut of every dossier of the tests for each observer on each day on which something happened.
func everyCut(t *testing.T, check func(t *testing.T, ix *domain.Index, o compare.Observer, day edtf.Day, cut *domain.Dossier)) {
	for _, ix := range observed(t) {
		t.Run(ix.Dossier.ID, func(t *testing.T) {
			for _, o := range observers(ix.Dossier) {
				for _, day := range append(compare.Steps(ix), compare.LastDay(ix)) {
					check(t, ix, o, day, compare.Cut(ix, o, day))
					if t.Failed() {
						t.Fatalf("for %q on %s", o.Party, day)
					}
				}
			}
		})
	}
}

// TestCutKnows wants nothing in a cut that its observer cannot know: no text cited that it does not have, no record that
// neither a text nor a meeting of its own tells of, and no id but of records in the cut.
func TestCutKnows(t *testing.T) {
	cuts := 0
	everyCut(t, func(t *testing.T, ix *domain.Index, o compare.Observer, day edtf.Day, cut *domain.Dossier) {
		cuts++
		has := map[string]bool{}
		for _, d := range ix.Dossier.Documents {
			has[d.ID] = hasText(d, o, day)
		}
		in := map[domain.Section]map[string]bool{}
		for r := range form.RecordsOf(cut) {
			if in[r.Section] == nil {
				in[r.Section] = map[string]bool{}
			}
			in[r.Section][r.ID] = true
		}
		for r, link := range form.Cited(cut) {
			if !has[link.ID] {
				t.Errorf("%s %s cites %s, which the observer does not have", r.Section, r.ID, link.ID)
			}
		}
		for r, link := range form.References(cut) {
			if !slices.ContainsFunc(link.To, func(s domain.Section) bool { return in[s][link.ID] }) {
				t.Errorf("%s %s refers in %s to %s, which is not in the cut", r.Section, r.ID, link.Field, link.ID)
			}
		}
		for _, d := range cut.Documents {
			if d.Held && !has[d.ID] {
				t.Errorf("the text of %s is held by who does not have it", d.ID)
			}
		}
		for _, p := range cut.Proposals {
			if !has[p.Document] {
				t.Errorf("proposal %s stands in %q, which the observer does not have", p.ID, p.Document)
			}
		}
		for _, r := range cut.Responses {
			if !has[r.Document] {
				t.Errorf("response %s stands in %q, which the observer does not have", r.ID, r.Document)
			}
		}
	})
	if cuts < 100 {
		t.Errorf("%d cuts were looked at", cuts)
	}
}

// TestCutIsWhole wants in a cut all that the texts of its observer say.
func TestCutIsWhole(t *testing.T) {
	everyCut(t, func(t *testing.T, ix *domain.Index, o compare.Observer, day edtf.Day, cut *domain.Dossier) {
		known := domain.NewIndex(cut)
		for _, p := range ix.Dossier.Proposals {
			d, err := ix.Document(p.Document)
			if err != nil || !hasText(*d, o, day) {
				continue
			}
			got, err := known.Proposal(p.ID)
			if err != nil || got.Summary != p.Summary {
				t.Errorf("proposal %s of a text that the observer has is %+v, %v", p.ID, got, err)
			}
		}
	})
}

// TestCutGrows wants nothing to be forgotten from one day to the next.
func TestCutGrows(t *testing.T) {
	for _, ix := range observed(t) {
		for _, o := range observers(ix.Dossier) {
			before := map[string]bool{}
			for _, day := range compare.Steps(ix) {
				now := map[string]bool{}
				for r := range form.RecordsOf(compare.Cut(ix, o, day)) {
					now[string(r.Section)+" "+r.ID] = true
				}
				for id := range before {
					if !now[id] {
						t.Errorf("%s, for %q: %s is forgotten on %s", ix.Dossier.ID, o.Party, id, day)
					}
				}
				before = now
			}
		}
	}
}

// TestCutLeavesTheRecord wants the record to be as it was after any cuts of it.
func TestCutLeavesTheRecord(t *testing.T) {
	for _, ix := range observed(t) {
		before := bodies(t, ix.Dossier)
		for _, o := range observers(ix.Dossier)[:2] {
			compare.Cut(ix, o, compare.LastDay(ix))
		}
		if diff := cmp.Diff(before, bodies(t, ix.Dossier)); diff != "" {
			t.Errorf("%s after a cut:\n%s", ix.Dossier.ID, diff)
		}
	}
}

func bodies(t *testing.T, d *domain.Dossier) []string {
	t.Helper()
	var all []string
	for r := range form.RecordsOf(d) {
		body, err := r.Body()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(body))
	}
	return all
}

// TestLeftOut counts what a cut leaves out, and says from when it is known.
func TestLeftOut(t *testing.T) {
	for _, ix := range observed(t) {
		for _, o := range observers(ix.Dossier) {
			for _, day := range compare.Steps(ix) {
				left := compare.LeftOut(ix, o, day)
				want := 0
				for _, d := range ix.Dossier.Documents {
					made, edge := d.When().Value.Latest()
					if d.Held && edge == edtf.Known && made.Compare(day) <= 0 && !hasText(d, o, day) {
						want++
					}
				}
				sum := left.Never
				for _, l := range left.Later {
					sum += l.Documents
					if l.Day.Compare(day) <= 0 {
						t.Errorf("%s, for %q on %s: learnt on %s, which is no later day", ix.Dossier.ID, o.Party, day, l.Day)
					}
				}
				if left.Documents != want || sum != want {
					t.Errorf("%s, for %q on %s: %d documents left out, %d of them told, want %d", ix.Dossier.ID, o.Party, day, left.Documents, sum, want)
				}
			}
		}
	}
}

// observed are the dossiers on which observers are tried.
func observed(t *testing.T) []*domain.Index {
	t.Helper()
	all := []*domain.Index{bundled(t)}
	folders := []string{"../../dossier/testdata/harbour", "testdata/ferry"}
	more, err := filepath.Glob("testdata/observers/*/dossier.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range more {
		folders = append(folders, filepath.Dir(file))
	}
	for _, folder := range folders {
		d, err := dossier.Read(os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, domain.NewIndex(d))
	}
	return all
}
