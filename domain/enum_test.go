package domain_test

import (
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
)

func TestParseWords(t *testing.T) {
	t.Run("Act", func(t *testing.T) { testParse(t, domain.ParseAct, domain.Acts()) })
	t.Run("RelationKind", func(t *testing.T) { testParse(t, domain.ParseRelationKind, domain.RelationKinds()) })
	t.Run("Stance", func(t *testing.T) { testParse(t, domain.ParseStance, domain.Stances()) })
	t.Run("TermKind", func(t *testing.T) { testParse(t, domain.ParseTermKind, domain.TermKinds()) })
	t.Run("DocumentKind", func(t *testing.T) { testParse(t, domain.ParseDocumentKind, domain.DocumentKinds()) })
	t.Run("StatementKind", func(t *testing.T) { testParse(t, domain.ParseStatementKind, domain.StatementKinds()) })
	t.Run("PartyKind", func(t *testing.T) { testParse(t, domain.ParsePartyKind, domain.PartyKinds()) })
	t.Run("MeetingStatus", func(t *testing.T) { testParse(t, domain.ParseMeetingStatus, domain.MeetingStatuses()) })
	t.Run("Recognition", func(t *testing.T) { testParse(t, domain.ParseRecognition, domain.Recognitions()) })
	t.Run("Side", func(t *testing.T) { testParse(t, domain.ParseSide, domain.Sides()) })
	t.Run("Movement", func(t *testing.T) { testParse(t, domain.ParseMovement, domain.Movements()) })
	t.Run("Section", func(t *testing.T) { testParse(t, domain.ParseSection, domain.Sections()) })
}

func testParse[T ~string](t *testing.T, parse func(string) (T, error), all []T) {
	t.Helper()
	if len(all) < 2 {
		t.Fatalf("%d values, want at least two", len(all))
	}
	for i, v := range all {
		if got, err := parse(string(v)); got != v || err != nil {
			t.Errorf("parse(%q) = %q, %v, want %q", v, got, err, v)
		}
		if slices.Contains(all[:i], v) || v == "" {
			t.Errorf("the value %q is empty or stands twice", v)
		}
	}
	for _, wrong := range []string{"", "gibberish", strings.ToUpper(string(all[0])), " " + string(all[0])} {
		got, err := parse(wrong)
		if got != "" || domain.KindOf(err) != domain.Invalid {
			t.Fatalf("parse(%q) = %q, %v, want an error of kind %q", wrong, got, err, domain.Invalid)
		}
		for _, v := range all {
			if !strings.Contains(err.Error(), string(v)) {
				t.Errorf("the error for %q does not offer %q: %v", wrong, v, err)
			}
		}
	}
}

func TestStanceRules(t *testing.T) {
	for _, s := range domain.Stances() {
		if got, want := s.Answers(), s != domain.Ignores; got != want {
			t.Errorf("%q.Answers() = %v, want %v", s, got, want)
		}
		if got, want := s.Own(), s == domain.Maintains || s == domain.Withdraws; got != want {
			t.Errorf("%q.Own() = %v, want %v", s, got, want)
		}
	}
}
