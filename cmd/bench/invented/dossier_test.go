package invented_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/cmd/bench/invented"
	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
)

func TestDossierKeepsTheRules(t *testing.T) {
	for _, size := range []int{1, 7, 1000, 5000} {
		d := invented.Dossier(size)
		for i, problem := range form.Check(d) {
			if i == 5 {
				break
			}
			t.Errorf("Dossier(%d): %v", size, problem)
		}
		if len(d.Proposals) != size || len(d.Responses) != size*invented.Answers {
			t.Errorf("Dossier(%d) has %d proposals and %d responses", size, len(d.Proposals), len(d.Responses))
		}
	}
}

func TestDossierIsTheSameAgain(t *testing.T) {
	if diff := cmp.Diff(invented.Dossier(300), invented.Dossier(300)); diff != "" {
		t.Errorf("Dossier(300) twice differs:\n%s", diff)
	}
}

// TestDossierIsVaried wants every stance, every term, every relation, reports, allegations and all kinds of date.
func TestDossierIsVaried(t *testing.T) {
	d, seen := invented.Dossier(2000), map[string]bool{}
	for _, p := range d.Proposals {
		for _, term := range p.Terms {
			seen[term.Kind.String()] = true
			seen[term.Date.Kind().String()] = true
		}
		for _, r := range p.Relations {
			seen[string(r.Kind)] = true
		}
		seen["reported"] = seen["reported"] || !p.FirstHand()
		seen["made in"] = seen["made in"] || p.MadeIn != ""
	}
	for _, a := range d.Responses {
		seen[a.Stance.String()] = true
		seen["alleged"] = seen["alleged"] || a.Alleged()
		seen["counter"] = seen["counter"] || a.Counter != ""
	}
	want := []string{"reported", "made in", "alleged", "counter"}
	for _, k := range domain.TermKinds() {
		want = append(want, k.String())
	}
	for _, s := range domain.Stances() {
		want = append(want, s.String())
	}
	for _, r := range domain.RelationKinds() {
		want = append(want, string(r))
	}
	for _, k := range []edtf.Kind{edtf.Calendar, edtf.Season, edtf.Interval, edtf.OneOf} {
		want = append(want, k.String())
	}
	for _, word := range want {
		if !seen[word] {
			t.Errorf("Dossier(2000) has no %s", word)
		}
	}
}

func TestProposalID(t *testing.T) {
	d := invented.Dossier(203)
	for _, i := range []int{0, 1, 100, 202} {
		if got, want := invented.ProposalID(203, i), d.Proposals[i].ID; got != want {
			t.Errorf("ProposalID(203, %d) = %q, want %q", i, got, want)
		}
	}
}

func BenchmarkDossier(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		invented.Dossier(10_000)
	}
}
