package views_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBookPrintsItsLetters lists what the book of seven letters prints in the order on paper, the latest first.
func TestBookPrintsItsLetters(t *testing.T) {
	page, err := sinoSoviet(t).NewDocument("seven-letters-1964")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, fact := range page.Facts {
		if fact.Label == "Prints, in this order" {
			for _, link := range fact.Values {
				got = append(got, link.Hint)
			}
		}
	}
	want := []string{"cpc-1964-05-07", "cpc-1964-02-20", "cpc-1964-02-27", "cpc-1964-02-29", "cpsu-1963-11-29", "cpsu-1964-02-22",
		"cpsu-1964-03-07"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the order on paper (-want +got):\n%s", diff)
	}
}
