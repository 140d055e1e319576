package table_test

import (
	"net/url"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/table"
)

// TestParse reads the words of an address: ids as they may be typed, dates, and the order.
func TestParse(t *testing.T) {
	got, err := table.Parse(url.Values{"track": {"Harbour Talks"}, "party": {"yasny"}, "stance": {"accepts in principle"},
		"text": {"May Day"}, "from": {"1921-03"}, "sort": {"made_on"}, "order": {"desc"}, "page": {"2"}})
	want := table.Query{Sort: "made_on", Descending: true, Filter: table.Filter{Track: "harbour-talks", Party: "yasny",
		Stance: "accepts in principle", Text: "May Day", From: date(t, "1921-03")}}
	if err != nil || got != want {
		t.Errorf("Parse = %+v, %v, want %+v", got, err, want)
	}
	for word, value := range map[string]string{"from": "spring", "to": "1921-13", "text": strings.Repeat("a", 301)} {
		if _, err := table.Parse(url.Values{word: {value}}); domain.KindOf(err) != domain.Invalid {
			t.Errorf("Parse(%s=%.9s) = %v, want an error of kind Invalid", word, value, err)
		}
	}
}

// TestNamed: only what names a record of the dossier can be missing from it.
func TestNamed(t *testing.T) {
	for word, want := range map[string]bool{"track": true, "party": true, "document": true, "stance": false, "text": false, "from": false} {
		q, err := table.Parse(url.Values{word: {"1921"}})
		if err != nil || q.Named() != want {
			t.Errorf("Named() of %s= is %v, %v, want %v", word, q.Named(), err, want)
		}
	}
}
