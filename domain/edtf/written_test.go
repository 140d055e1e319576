package edtf_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"pourparler/domain/edtf"
)

func TestRead(t *testing.T) {
	for typed, want := range map[string]string{
		"1964-03-08": "1964-03-08", " 1964-03 ": "1964-03", "1964": "1964", "1964-23": "1964-23", "../1964-12-15": "../1964-12-15",
		"8 March 1964": "1964-03-08", "8th of March, 1964": "1964-03-08", "8. March 1964": "1964-03-08", "08 MAR 1964": "1964-03-08",
		"on 8 March 1964": "1964-03-08", "8 Mar. 1964": "1964-03-08", "1 Sept 1964": "1964-09-01", "8\u00a0March\u00a01964": "1964-03-08",
		"March 8, 1964": "1964-03-08", "Mar 8th 1964": "1964-03-08",
		"March 1964": "1964-03", "in March, 1964": "1964-03", "May 1964": "1964-05", "in 1964": "1964",
		"8.3.1964": "1964-03-08", "08.03.1964": "1964-03-08", "8. 3. 1964": "1964-03-08", "8.III.1964": "1964-03-08", "31.XII.1964": "1964-12-31",
		"1964/3/8": "1964-03-08", "1964-3-8": "1964-03-08", "1964-3": "1964-03", "1964.03.08": "1964-03-08",
		"25/12/1964": "1964-12-25", "12/25/1964": "1964-12-25", "5/5/1964": "1964-05-05", "25-12-1964": "1964-12-25",
		"1964年": "1964", "1964年3月": "1964-03", "1964年3月8日": "1964-03-08", "1964 年 10 月 8 日": "1964-10-08",
		"autumn 1964": "1964-23", "fall 1964": "1964-23", "the spring of 1965": "1965-21", "winter 1964-65": "1964-24", "summer 1964": "1964-22",
		"10-25 October 1964": "1964-10-10/1964-10-25", "10–25 October 1964": "1964-10-10/1964-10-25", "10 to 25 October 1964": "1964-10-10/1964-10-25",
		"from 28 February to 3 March 1964": "1964-02-28/1964-03-03", "between 28 February and 3 March 1964": "1964-02-28/1964-03-03",
		"September-October 1964": "1964-09/1964-10", "30 December 1964 - 2 January 1965": "1964-12-30/1965-01-02", "1.3.1964 - 8.3.1964": "1964-03-01/1964-03-08",
		"1960 to 1964": "1960/1964", "about May 1965": "1965-05~", "c. 1965": "1965~", "by 15 December 1964": "../1964-12-15", "since March 1963": "1963-03/..",
	} {
		got, err := edtf.Read(typed)
		if err != nil || got.String() != want {
			t.Errorf("Read(%q) = %q, %v; want %q", typed, got, err, want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for typed, want := range map[string]string{
		"":                          "",
		"soon":                      `"soon" is no date`,
		"3/8/1964":                  `"3/8/1964" can be 3 August or 8 March 1964; write the month by its name`,
		"30 February 1964":          "30",
		"8 Brumaire 1964":           "8 Brumaire",
		"8 March 64":                "8 March 64",
		"8.13.1964":                 "13",
		"0/3/1964":                  "0/3/1964",
		"13/13/1964":                "13/13/1964",
		"12 March 1964 or so":       "or so",
		strings.Repeat("1964 ", 50): "",
	} {
		got, err := edtf.Read(typed)
		var fault *edtf.ParseError
		if !errors.As(err, &fault) || !got.IsZero() || !strings.Contains(err.Error(), want) {
			t.Errorf("Read(%q) = %q, %v; want an error that names %q", typed, got, err, want)
		}
	}
}

// TestReadHumanized reads what Humanize says of days, months, seasons, years and spans of them.
func TestReadHumanized(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.OneOf(rapid.StringMatching(`1[0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])~?`), rapid.StringMatching(`1[0-9]{3}-(0[1-9]|1[0-2])~?`),
			rapid.StringMatching(`1[0-9]{3}-2[1-4]`), rapid.StringMatching(`1[0-9]{3}`))
		text := one.Draw(t, "date")
		switch rapid.IntRange(0, 2).Draw(t, "form") {
		case 1:
			day := rapid.StringMatching(`1964-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])`)
			from, to := day.Draw(t, "from"), day.Draw(t, "to")
			if from > to {
				from, to = to, from
			}
			text = from + "/" + to
		case 2:
			text = "../" + text
		}
		date, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		back, err := edtf.Read(date.Humanize())
		if err != nil {
			t.Fatalf("Read(%q) of %s: %v", date.Humanize(), text, err)
		}
		if ends(back) != ends(date) || back.Approximate() != date.Approximate() {
			t.Errorf("Read(%q) = %s, want %s", date.Humanize(), back, date)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("8 March 1964")
	f.Add("10-25 October 1964")
	f.Add("8.III.1964")
	f.Fuzz(func(t *testing.T, text string) {
		date, err := edtf.Read(text)
		if err != nil {
			return
		}
		if again, err := edtf.Parse(date.String()); err != nil || again != date {
			t.Errorf("Read(%q) = %q, which is not in the notation: %v", text, date, err)
		}
	})
}
