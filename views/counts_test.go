package views_test

import (
	"regexp"
	"testing"

	"pourparler/internal/crowd"
)

// disagrees finds a number of one before a noun of many, one of many before a noun of one, and none before a noun.
var disagrees = regexp.MustCompile(`\b(?:[Oo]ne|1|[Aa]ll 1|and 1 more) (?:parties|proposals|responses|documents|meetings|claims|statements|days|rows|letters|lines|changes)\b|` +
	`\bnone (?:parties|proposals|responses|documents|meetings|claims|statements)\b|\b(?:two|[2-9]) (?:party|proposal|response|document|meeting|day|row)\b`)

// TestCountsAgree reads every page of a record that has one of most things, and none or two of others.
func TestCountsAgree(t *testing.T) {
	for _, size := range []crowd.Size{{Parties: 1}, {Parties: 2, Asked: 1, Lists: 2}} {
		for _, a := range pages(t, siteOf(crowd.Dossier(size))) {
			for _, wrong := range disagrees.FindAllString(words(parsed(t, a.page)), -1) {
				t.Errorf("%s says %q", a.path, wrong)
			}
		}
	}
}
