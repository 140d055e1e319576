package domain_test

import (
	"errors"
	"testing"

	"pourparler/domain"
)

func TestMissing(t *testing.T) {
	d := valid(t)
	d.Retired = []domain.Retired{
		{Section: domain.SectionProposals, ID: "old", To: "north-talks", Reason: "it was recorded twice."},
		{Section: domain.SectionPersons, ID: "nobody", Reason: "a misreading of a signature"},
	}
	ix := domain.NewIndex(d)
	tests := []struct {
		name    string
		section domain.Section
		id      string
		kind    domain.Kind
		message string
	}{
		{"retired for another", domain.SectionProposals, "old", domain.Gone,
			`the id "old" in proposals is no longer used: it was recorded twice; "north-talks" took its place`},
		{"retired for none", domain.SectionPersons, "nobody", domain.Gone,
			`the id "nobody" in persons is no longer used: a misreading of a signature; nothing took its place`},
		{"retired in another section", domain.SectionResponses, "old", domain.NotFound,
			`no record "old" in responses: see the list of responses for the ids that exist`},
		{"never used", domain.SectionProposals, "new", domain.NotFound,
			`no record "new" in proposals: see the list of proposals for the ids that exist`},
	}
	for _, tt := range tests {
		err := ix.Missing(tt.section, tt.id)
		if domain.KindOf(err) != tt.kind || err.Error() != tt.message {
			t.Errorf("%s: %s: %v, want %s: %s", tt.name, domain.KindOf(err), err, tt.kind, tt.message)
		}
		var retired domain.Retired
		if errors.As(err, &retired) != (tt.kind == domain.Gone) || retired.ID != "" && retired.ID != tt.id {
			t.Errorf("%s: the cause is %+v", tt.name, retired)
		}
	}
	if _, err := ix.Proposal("old"); domain.KindOf(err) != domain.Gone {
		t.Errorf("Proposal of a retired id: %v, want it gone", err)
	}
}
