package domain_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
)

// changes are what may happen from one release to the next: how the later differs, and the problems in that.
func changes() []struct {
	name   string
	change func(d *domain.Dossier)
	want   []string // each the record, the rule and some words
} {
	return []struct {
		name   string
		change func(d *domain.Dossier)
		want   []string
	}{
		{"nothing but the number", func(*domain.Dossier) {}, nil},
		{"a corrected name and summary", func(d *domain.Dossier) {
			d.Persons[0].Name = "Anne"
			d.Proposals[0].Summary = "Otherwise put."
		}, nil},
		{"an id is left out", func(d *domain.Dossier) { d.Claims = d.Claims[1:] },
			[]string{"claims " + firstClaim + "|" + string(domain.RuleKept) + "|list it under retired"}},
		{"an id is retired", func(d *domain.Dossier) {
			d.Claims = d.Claims[1:]
			d.Retired = append(d.Retired, domain.Retired{Section: domain.SectionClaims, ID: firstClaim, Reason: "said twice"})
		}, nil},
		{"an id is retired in the wrong section", func(d *domain.Dossier) {
			d.Claims = d.Claims[1:]
			d.Retired = append(d.Retired, domain.Retired{Section: domain.SectionPersons, ID: firstClaim, Reason: "said twice"})
		}, []string{"claims " + firstClaim + "|" + string(domain.RuleKept) + "|list it under retired"}},
		{"an id changes its section", func(d *domain.Dossier) {
			d.Questions = append(d.Questions, domain.Question{ID: "ann", Text: "?"})
			d.Persons = slices.DeleteFunc(d.Persons, func(p domain.Person) bool { return p.ID == "ann" })
		}, []string{"persons ann|" + string(domain.RuleKept) + "|but in questions"}},
		{"a party becomes another kind", func(d *domain.Dossier) { d.Parties[0].Kind = domain.PartyPress },
			[]string{"parties north|" + string(domain.RuleMeaning) + "|here for a press"}},
		{"a response to another term", func(d *domain.Dossier) {
			for i := range d.Responses {
				if d.Responses[i].ID == "south-date" {
					d.Responses[i].Term = domain.TermVenue
				}
			}
		}, []string{"responses south-date|" + string(domain.RuleMeaning) + "|the venue of"}},
		{"a document takes another id", func(d *domain.Dossier) { rename(d, "north-letter", "north-first") }, []string{
			"lists four|" + string(domain.RuleMeaning) + "|here for a list in north-first",
			"documents north-letter|" + string(domain.RuleKept) + "|list it under retired",
			"proposals south-offer-talks|" + string(domain.RuleMeaning) + "|a proposal by south in north-first",
			"proposals north-talks|" + string(domain.RuleMeaning) + "|a proposal by north in north-first",
			"alignments islands-against-south|" + string(domain.RuleMeaning) + "|an alignment in north-first"}},
		{"a document takes another id and says so", func(d *domain.Dossier) {
			rename(d, "north-letter", "north-first")
			d.Retired = append(d.Retired, domain.Retired{Section: domain.SectionDocuments, ID: "north-letter", To: "north-first", Reason: "dated"})
		}, nil},
		{"what was retired is forgotten", func(d *domain.Dossier) { d.Retired = nil },
			[]string{"proposals north-old|" + string(domain.RuleKept) + "|put it under retired again"}},
		{"the number stays", func(d *domain.Dossier) { d.Release = "0.9.0"; d.Title += "!" },
			[]string{"dossier harbour-talks|" + string(domain.RuleRelease) + "|raise the number"}},
		{"the number sinks", func(d *domain.Dossier) { d.Release = "0.8.11" },
			[]string{"dossier harbour-talks|" + string(domain.RuleRelease) + "|raise the number"}},
		{"another dossier", func(d *domain.Dossier) { d.ID = "other" },
			[]string{"dossier other|" + string(domain.RuleMeaning) + "|another dossier"}},
	}
}

const firstClaim = "south-tolls"

// rename gives a document another id wherever it is named.
func rename(d *domain.Dossier, from, to string) {
	swap := func(id *string) {
		if *id == from {
			*id = to
		}
	}
	for i := range d.Documents {
		swap(&d.Documents[i].ID)
	}
	for i := range d.Proposals {
		swap(&d.Proposals[i].Document)
	}
	for i := range d.Responses {
		swap(&d.Responses[i].Document)
	}
	for i := range d.Statements {
		swap(&d.Statements[i].Document)
	}
	for i := range d.Claims {
		swap(&d.Claims[i].Document)
	}
	for i := range d.Lists {
		swap(&d.Lists[i].Document)
	}
	for i := range d.Alignments {
		swap(&d.Alignments[i].Document)
	}
}

func TestSince(t *testing.T) {
	for _, tt := range changes() {
		t.Run(tt.name, func(t *testing.T) {
			earlier, d := valid(t), valid(t)
			earlier.Release, earlier.Released = "0.9.0", on(t, "1901-06-01").Value
			d.Release, d.Released = "0.10.0", on(t, "1901-07-01").Value
			slices.SortFunc(d.Claims, func(a, b domain.Claim) int { return strings.Compare(b.ID, a.ID) })
			i := slices.IndexFunc(d.Claims, func(c domain.Claim) bool { return c.ID == firstClaim })
			d.Claims[0], d.Claims[i] = d.Claims[i], d.Claims[0]
			tt.change(d)
			var got []string
			for _, p := range domain.Since(earlier, d) {
				at, words := len(got), ""
				if at < len(tt.want) {
					if _, _, wanted := cut(tt.want[at]); strings.Contains(p.Message, wanted) {
						words = wanted
					}
				}
				got = append(got, string(p.Section)+" "+p.ID+"|"+string(p.Rule)+"|"+words)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s\n%v", diff, domain.Since(earlier, d))
			}
		})
	}
}

func cut(want string) (record, rule, words string) {
	parts := strings.SplitN(want, "|", 3)
	return parts[0], parts[1], parts[2]
}

// TestSinceItself finds nothing between a release and itself.
func TestSinceItself(t *testing.T) {
	if got := domain.Since(valid(t), valid(t)); len(got) > 0 {
		t.Errorf("Since itself: %v", got)
	}
}

// TestSinceDay wants a later release to be dated no earlier.
func TestSinceDay(t *testing.T) {
	earlier, d := valid(t), valid(t)
	earlier.Release, earlier.Released = "1.0.0", on(t, "1901-06-01").Value
	d.Release, d.Released = "1.0.1", on(t, "1901-05-31").Value
	if got := domain.Since(earlier, d); len(got) != 1 || got[0].Rule != domain.RuleRelease {
		t.Errorf("Since of a release dated before: %v, want one breach of %q", got, domain.RuleRelease)
	}
}
