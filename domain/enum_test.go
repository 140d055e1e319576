package domain_test

import (
	"reflect"
	"testing"

	"pourparler/domain"
)

// TestWords: no list of words says one twice, or says nothing.
func TestWords(t *testing.T) {
	for name, words := range map[string]any{"Acts": domain.Acts(), "RelationKinds": domain.RelationKinds(), "Stances": domain.Stances(),
		"TermKinds": domain.TermKinds(), "DocumentKinds": domain.DocumentKinds(), "StatementKinds": domain.StatementKinds(),
		"PartyKinds": domain.PartyKinds(), "MeetingStatuses": domain.MeetingStatuses(), "Recognitions": domain.Recognitions(),
		"Sides": domain.Sides(), "Movements": domain.Movements(), "Sections": domain.Sections()} {
		all := reflect.ValueOf(words)
		seen := map[string]bool{"": true}
		for i := range all.Len() {
			if word := all.Index(i).String(); seen[word] {
				t.Errorf("%s: the word %q is empty or stands twice", name, word)
			} else {
				seen[word] = true
			}
		}
		if len(seen) < 3 {
			t.Errorf("%s has %d words, want at least two", name, len(seen)-1)
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
