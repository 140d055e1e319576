package domain_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
)

func TestDocumentWhen(t *testing.T) {
	dated, delivered, published := on(t, "1901-03-01"), on(t, "1901-03-02"), on(t, "1901-04")
	tests := []struct {
		name string
		doc  domain.Document
		want string
	}{
		{"all three", domain.Document{Dated: dated, Delivered: delivered, Published: published}, "1901-03-01"},
		{"not dated", domain.Document{Delivered: delivered, Published: published}, "1901-03-02"},
		{"published only", domain.Document{Published: published}, "1901-04"},
		{"dated in words only", domain.Document{Dated: domain.Date{Text: "in spring"}, Published: published}, "1901-04"},
		{"none", domain.Document{}, ""},
	}
	for _, tt := range tests {
		if got := tt.doc.When().Value.String(); got != tt.want {
			t.Errorf("When() of a document with %s = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestListDisagrees(t *testing.T) {
	members := []domain.Member{{Party: "north"}, {Party: "south"}}
	tests := []struct {
		name string
		list domain.List
		want bool
	}{
		{"claims what it names", domain.List{Claimed: 2, Members: members}, false},
		{"claims more", domain.List{Claimed: 3, Members: members}, true},
		{"claims no number", domain.List{Members: members}, false},
		{"names nobody", domain.List{Claimed: 3}, false},
	}
	for _, tt := range tests {
		if got := tt.list.Disagrees(); got != tt.want {
			t.Errorf("Disagrees() of a list that %s = %v, want %v", tt.name, got, tt.want)
		}
	}
	if got := (domain.List{Members: members}).Parties(); !slices.Equal(got, []string{"north", "south"}) {
		t.Errorf("Parties() = %v", got)
	}
}

func TestResponseAlleged(t *testing.T) {
	tests := []struct {
		attestedBy, attester string
		alleged              bool
	}{
		{"", "south", false},
		{"south", "south", false},
		{"north", "north", true},
	}
	for _, tt := range tests {
		r := domain.Response{By: "south", AttestedBy: tt.attestedBy}
		if r.Alleged() != tt.alleged || r.Attester() != tt.attester {
			t.Errorf("attested by %q: Alleged() = %v, Attester() = %q, want %v, %q",
				tt.attestedBy, r.Alleged(), r.Attester(), tt.alleged, tt.attester)
		}
	}
}

func TestProposalTermAndRelated(t *testing.T) {
	p := domain.Proposal{
		Terms: []domain.Term{{Kind: domain.TermVenue, Text: "here"}},
		Relations: []domain.Relation{{Kind: domain.Amends, Proposal: "a"}, {Kind: domain.CountersTo, Proposal: "b"},
			{Kind: domain.Amends, Proposal: "c"}},
	}
	if got, ok := p.Term(domain.TermVenue); !ok || got.Text != "here" {
		t.Errorf("Term(venue) = %v, %v", got, ok)
	}
	if got, ok := p.Term(domain.TermDate); ok || got.Kind != domain.TermDate {
		t.Errorf("Term(date) = %v, %v, want an empty term of that kind and false", got, ok)
	}
	if diff := cmp.Diff([]string{"a", "c"}, p.Related(domain.Amends)); diff != "" {
		t.Errorf("Related(amends) (-want +got):\n%s", diff)
	}
}

func TestCitations(t *testing.T) {
	cites := append(cite("b", 2, 1), cite("a", 9)...)
	slices.SortFunc(cites, domain.CompareCitations)
	var got []string
	for _, c := range cites {
		got = append(got, c.String())
	}
	if diff := cmp.Diff([]string{"a para. 9", "b para. 1", "b para. 2"}, got); diff != "" {
		t.Errorf("sorted citations (-want +got):\n%s", diff)
	}
}

func TestPartyLabel(t *testing.T) {
	if got := (domain.Party{Name: "Pilots of the North Harbour", Short: "North"}).Label(); got != "North" {
		t.Errorf("Label() = %q, want the short name", got)
	}
	if got := (domain.Party{Name: "Islands"}).Label(); got != "Islands" {
		t.Errorf("Label() without a short name = %q, want the name", got)
	}
}

func TestDateIsZero(t *testing.T) {
	tests := map[string]struct {
		date domain.Date
		want bool
	}{
		"nothing":     {domain.Date{}, true},
		"words alone": {domain.Date{Text: "in spring"}, false},
		"a value":     {on(t, "1901"), false},
	}
	for name, tt := range tests {
		if got := tt.date.IsZero(); got != tt.want {
			t.Errorf("IsZero() of %s = %v, want %v", name, got, tt.want)
		}
	}
}
