package edtf_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"pourparler/domain/edtf"
)

func TestInReach(t *testing.T) {
	for text, want := range map[string]bool{"1964-05-07": true, "-9999": true, "9999-12-31": true, "-9998/9998": true, "../1964": true,
		"Y-12000": false, "Y17E7": false, "Y99999999999": false, "1964/Y10000": false, "Y-10000/..": false, "Y171010000S3": false} {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if d.InReach() != want {
			t.Errorf("InReach of %s = %v, want %v", text, d.InReach(), want)
		}
	}
	if !(edtf.Date{}).InReach() {
		t.Error("no date is out of reach")
	}
}

// TestReachHasWords wants every date that a record may have to have words and an end in days that four digits can write.
func TestReachHasWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDate(t, "date")
		if !d.InReach() {
			return
		}
		if words := d.Humanize(); words == "" || words == "not stated" || strings.Contains(words, "no day") {
			t.Fatalf("the words of %s are %q", d, words)
		}
		first, start := d.Earliest()
		last, end := d.Latest()
		for day, edge := range map[edtf.Day]edtf.Edge{first: start, last: end} {
			if edge == edtf.Known && (strings.Contains(day.String(), "Y") || day.Humanize() == "") {
				t.Fatalf("%s reaches to %s, %q", d, day, day.Humanize())
			}
		}
		if start != edtf.Known && end != edtf.Known && d.Kind() != edtf.OneOf && d.Kind() != edtf.AllOf && !strings.Contains(d.String(), "XXXX") {
			t.Fatalf("%s has no day", d)
		}
	})
}

func TestBetween(t *testing.T) {
	for _, tt := range [][4]string{
		{"1964-02-29", "1964-05-07", "29 February", "7 May 1964"},
		{"1964-09-04", "1964-09-20", "4", "20 September 1964"},
		{"0476-09-04", "0476-09-20", "4", "20 September AD 476"},
		{"-0043-03-01", "-0043-04-01", "1 March", "1 April 44 BC"},
		{"-0043-03-01", "-0042-03-01", "1 March 44 BC", "1 March 43 BC"},
		{"0000-12-31", "0001-01-01", "31 December 1 BC", "1 January AD 1"},
		{"0999-12-31", "1000-01-01", "31 December AD 999", "1 January 1000"},
	} {
		var days [2]edtf.Day
		for i := range days {
			d, err := edtf.Parse(tt[i])
			if err != nil {
				t.Fatal(err)
			}
			days[i], _ = d.Earliest()
		}
		if from, to := edtf.Between(days[0], days[1]); from != tt[2] || to != tt[3] {
			t.Errorf("Between(%s, %s) = %q, %q, want %q, %q", tt[0], tt[1], from, to, tt[2], tt[3])
		}
	}
}
