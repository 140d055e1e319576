package edtf_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain/edtf"
)

func mustParse(tb testing.TB, text string) edtf.Date {
	tb.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		tb.Fatalf("Parse(%q): %v", text, err)
	}
	return d
}

// ends writes the bounds as "first/last", with ".." for open and "?" for unknown.
func ends(d edtf.Date) string {
	return end(d.Earliest()) + "/" + end(d.Latest())
}

func end(day edtf.Day, edge edtf.Edge) string {
	switch {
	case edge == edtf.Known:
		return day.String()
	case !day.IsZero():
		return "a day beside an edge that is " + edge.String()
	case edge == edtf.Open:
		return ".."
	}
	return "?"
}

func TestQualifiers(t *testing.T) {
	tests := []struct {
		name, text             string
		uncertain, approximate bool
	}{
		{"none", "1964-05-07", false, false},
		{"uncertain", "1964-05-07?", true, false},
		{"approximate", "1964-05-07~", false, true},
		{"both", "1964-05-07%", true, true},
		{"year only", "1964?-05-07", true, false},
		{"day only", "1964-05-~07", false, true},
		{"one each", "?1964-05-~07", true, true},
		{"end of interval", "1964-05/1964-06~", false, true},
		{"start about", "1964-05~/1964-06", false, true},
		{"start of interval", "1964-05?/..", true, false},
		{"member of set", "[1964,1965%]", true, true},
		{"season", "1964-23~", false, true},
		{"unspecified", "196X?", true, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := mustParse(t, test.text)
			if d.Uncertain() != test.uncertain || d.Approximate() != test.approximate {
				t.Errorf("%s: Uncertain, Approximate = %v, %v, want %v, %v", test.text,
					d.Uncertain(), d.Approximate(), test.uncertain, test.approximate)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"month", "1964-13", "1964-13, character 6: month 13 does not exist; " +
			"write 01 to 12, or 21 to 41 for a season or quarter"},
		{"month 0", "1964-00", "1964-00, character 6: month 00 does not exist; " +
			"write 01 to 12, or 21 to 41 for a season or quarter"},
		{"code 42", "1964-42", "1964-42, character 6: month 42 does not exist; " +
			"write 01 to 12, or 21 to 41 for a season or quarter"},
		{"code 20", "1964-20", "1964-20, character 6: month 20 does not exist; " +
			"write 01 to 12, or 21 to 41 for a season or quarter"},
		{"unspecified month", "1964-2X", "1964-2X, character 6: month 2X does not exist; " +
			"write 01 to 12, or 21 to 41 for a season or quarter"},
		{"short month", "1964-5", "1964-5, character 6: month 5 is not two digits; " +
			"write 01 to 12, or XX"},
		{"no month", "1964-", "1964-, character 6: no month here; write 01 to 12, or XX"},
		{"day", "1964-02-30", "1964-02-30, character 9: day 30 does not exist in month 02; " +
			"February 1964 has days 01 to 29"},
		{"leap day", "1963-02-29", "1963-02-29, character 9: day 29 does not exist in month 02; " +
			"February 1963 has days 01 to 28"},
		{"leap day 1900", "1900-02-29", "1900-02-29, character 9: day 29 does not exist in " +
			"month 02; February 1900 has days 01 to 28"},
		{"day 32", "1964-05-32", "1964-05-32, character 9: day 32 does not exist; write 01 to 31"},
		{"day 0", "1964-05-00", "1964-05-00, character 9: day 00 does not exist; write 01 to 31"},
		{"no leap year fits", "19X1-02-29", "19X1-02-29, character 9: day 29 does not exist in " +
			"month 02; write a day that the month has in such a year"},
		{"no month fits", "1964-0X-4X", "1964-0X-4X, character 9: day 4X does not exist; " +
			"write 01 to 31"},
		{"days of a season", "1964-23-01", "1964-23-01, character 8: a season has no days; " +
			"write the months or days instead"},
		{"order", "1964-05/1964-03", "1964-05/1964-03, character 9: end 1964-03-31 is before " +
			"start 1964-05-01; write the earlier date first"},
		{"order in set", "[1965..1964]", "[1965..1964], character 8: end 1964-12-31 is before " +
			"start 1965-01-01; write the earlier date first"},
		{"three parts", "1964/1965/1966", "1964/1965/1966, character 10: second /; " +
			"write one interval, start/end, or a set in [] or {}"},
		{"no ends", "../", "../, character 1: interval without a date; " +
			"write at least its start or its end"},
		{"second qualifier", "1964?~", "1964?~, character 6: second qualifier ~; " +
			"write % for uncertain and approximate"},
		{"century", "19", "19, character 1: year 19 is not four digits; " +
			"write 19XX for the hundred years"},
		{"decade", "196", "196, character 1: year 196 is not four digits; " +
			"write 196X for the ten years"},
		{"basic format", "19640507", "19640507, character 1: year 19640507 is not four digits; " +
			"write 1964-05-07"},
		{"five digits", "12345", "12345, character 1: year 12345 is not four digits; " +
			"write a year from -9999 to 9999, in four digits"},
		{"dash", "1964–1965", "1964–1965, character 5: character '–' is not used in dates; " +
			"write - inside a date and / between start and end"},
		{"other digits", "１９６４", "１９６４, character 1: character '１' is not used in dates; " +
			"write digits as in 1964-05-07"},
		{"second of several", "1964-０5", "1964-０5, character 6: character '０' is not used " +
			"in dates; write digits as in 1964-05-07"},
		{"space", " 1964", " 1964, character 1: space inside a date; leave it out"},
		{"small x", "196x", "196x, character 4: character 'x' is not used in dates; " +
			"write X for a digit not specified"},
		{"small t", "1964-05-07t10:00:00", "1964-05-07t10:00:00, character 11: character 't' " +
			"is not used in dates; write T"},
		{"newline", "1964\n", `1964\n, character 5: space inside a date; leave it out`},
		{"broken UTF-8", "1964\xff", `1964\xff, character 5: character '�' is not used in ` +
			"dates; write digits as in 1964-05-07"},
		{"minus zero", "-0000", "-0000, character 1: year -0000 does not exist; " +
			"write 0000 for 1 BC"},
		{"short Y", "Y1964", "Y1964, character 2: year after Y has fewer than five digits; " +
			"write it without Y, in four digits"},
		{"zero after Y", "Y01964", "Y01964, character 2: year after Y does not start with " +
			"1 to 9; write a year from -9999 to 9999, in four digits, without Y"},
		{"long year", "Y1234567890123", "Y1234567890123, character 2: year is out of reach; " +
			"write a year from -9999 to 9999, in four digits"},
		{"exponent", "Y1E99999999999999999999", "Y1E99999999999999999999, character 2: " +
			"year is out of reach; write a year from -9999 to 9999, in four digits"},
		{"exponent out of int64", "Y1E9223372036854775807", "Y1E9223372036854775807, " +
			"character 2: year is out of reach; write a year from -9999 to 9999, in four digits"},
		{"no exponent", "Y17E", "Y17E, character 5: exponent without digits; " +
			"write a year from -9999 to 9999, in four digits"},
		{"month after Y", "Y19640-05", "Y19640-05, character 7: month after a year with Y or S; " +
			"write the year alone"},
		{"significant", "1950S5", "1950S5, character 6: significant digits must be a number; " +
			"write S1 to S4"},
		{"significant zero", "1950S0", "1950S0, character 6: significant digits must be a " +
			"number; write S1 to S4"},
		{"significant with zero", "1950S02", "1950S02, character 6: significant digits must be " +
			"a number; write S1 to S4"},
		{"significant and X", "19XXS2", "19XXS2, character 5: significant digits of a year " +
			"with X; write X or S, not both"},
		{"hour", "1964-05-07T24:00:00", "1964-05-07T24:00:00, character 12: hour 24 does not " +
			"exist; write 00 to 23"},
		{"minute", "1964-05-07T23:60:00", "1964-05-07T23:60:00, character 15: minute 60 does " +
			"not exist; write 00 to 59"},
		{"second", "1964-05-07T23:59:60", "1964-05-07T23:59:60, character 18: second 60 does " +
			"not exist; write 00 to 59"},
		{"no seconds", "1964-05-07T10:00", "1964-05-07T10:00, character 17: time of day breaks " +
			"off; write hours, minutes and seconds as 23:20:30"},
		{"offset", "1964-05-07T10:00:00+14:01", "1964-05-07T10:00:00+14:01, character 20: " +
			"offset is out of reach; write -12:00 to +14:00"},
		{"western offset", "1964-05-07T10:00:00-12:01", "1964-05-07T10:00:00-12:01, character " +
			"20: offset is out of reach; write -12:00 to +14:00"},
		{"minus zero offset", "1964-05-07T10:00:00-00:00", "1964-05-07T10:00:00-00:00, " +
			"character 20: offset minus zero; write Z"},
		{"time of a month", "1964-05T10:00:00", "1964-05T10:00:00, character 8: time of day " +
			"without an exact day; write it after a day without X and qualifiers"},
		{"time of an uncertain day", "1964-05-07?T10:00:00", "1964-05-07?T10:00:00, character " +
			"12: time of day without an exact day; write it after a day without X and qualifiers"},
		{"time in interval", "1964/1965-01-01T10:00:00", "1964/1965-01-01T10:00:00, character " +
			"16: time of day inside an interval; write the day only"},
		{"time in set", "[1965-01-01T10:00:00]", "[1965-01-01T10:00:00], character 12: " +
			"time of day inside a set; write the day only"},
		{"empty", "", "the date is empty; write one, or leave it out altogether"},
		{"empty set", "[]", "[], character 2: set member without a date; " +
			"write a date between the commas"},
		{"open set", "[..]", "[..], character 2: set member without a date; " +
			"write a date between the commas"},
		{"last member", "{1964,}", "{1964,}, character 7: set member without a date; " +
			"write a date between the commas"},
		{"not closed", "[1964}", "[1964}, character 7: set is not closed; end it with ]"},
		{"bracket alone", "{", "{, character 2: set is not closed; end it with }"},
		{"open start inside", "[1964,..1960]", "[1964,..1960], character 7: open start inside " +
			"a set; write ..date as the first member"},
		{"open end inside", "[1964..,1970]", "[1964..,1970], character 6: open end inside " +
			"a set; write date.. as the last member"},
		{"set in interval", "1964/[1965]", "1964/[1965], character 6: no year here; " +
			"write a date like 1964, 1964-05 or 1964-05-07"},
		{"rest", "1964-05-07-01", "1964-05-07-01, character 11: unexpected -; " +
			"write a date like 1964, 1964-05 or 1964-05-07"},
		{"too long", "[" + strings.Repeat("1964,", 40) + "1964]", "[" +
			strings.Repeat("1964,", 7) + "1964..., character 1: date is longer than 200 bytes; " +
			"write a shorter set"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := edtf.Parse(test.text)
			var parseError *edtf.ParseError
			if !errors.As(err, &parseError) || !d.IsZero() {
				t.Fatalf("Parse(%q) = %v, %v, want a ParseError", test.text, d, err)
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("Parse(%q) (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

func TestParseLimit(t *testing.T) {
	longest := "[" + strings.Repeat("1964,", 38) + "1964-05?]" // 200 bytes
	if got := mustParse(t, longest); got.String() != longest {
		t.Errorf("Parse(%q) = %s", longest, got)
	}
	tooLong := strings.Replace(longest, "1964", "-1964", 1)
	if d, err := edtf.Parse(tooLong); err == nil {
		t.Errorf("Parse of %d bytes = %s, want an error", len(tooLong), d)
	}
}

func TestZeroDate(t *testing.T) {
	var d edtf.Date
	if !d.IsZero() || d.String() != "" || d.Kind() != edtf.NotStated || ends(d) != "?/?" {
		t.Errorf("zero Date = %q, %v, %s", d, d.Kind(), ends(d))
	}
	if _, _, ok := d.Bounds(); ok {
		t.Error("zero Date has bounds")
	}
	if mustParse(t, "1964").IsZero() {
		t.Error("1964 is zero")
	}
}

func TestBounds(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool
	}{
		{"both known", "1964/1965", true},
		{"open end", "1964/..", false},
		{"unknown start", "/1964", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			earliest, latest, ok := mustParse(t, test.text).Bounds()
			if ok != test.want || earliest.IsZero() == ok || latest.IsZero() == ok {
				t.Errorf("Bounds(%s) = %s, %s, %v, want %v",
					test.text, earliest, latest, ok, test.want)
			}
		})
	}
}

func TestDateIsComparable(t *testing.T) {
	seen := map[edtf.Date]bool{mustParse(t, "[1964,1965?]"): true}
	if !seen[mustParse(t, "[1964,1965?]")] || seen[mustParse(t, "[1964,1965]")] {
		t.Error("dates written the same must be ==, others not")
	}
}

func TestText(t *testing.T) {
	type record struct{ Dated, Delivered edtf.Date }
	want := record{Dated: mustParse(t, "1964-05~/..")}
	written, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != `{"Dated":"1964-05~/..","Delivered":""}` {
		t.Errorf("Marshal = %s", written)
	}
	got := record{Delivered: mustParse(t, "1964")}
	if err := json.Unmarshal(written, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Unmarshal(Marshal(x)) (-want +got):\n%s", diff)
	}
	if err := json.Unmarshal([]byte(`{"Dated":"soon"}`), &got); err == nil {
		t.Error("Unmarshal read a word as a date")
	}
	if got.Dated != want.Dated {
		t.Errorf("failed Unmarshal changed the date to %q", got.Dated)
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		name      string
		got, want string
	}{
		{"kind", edtf.Interval.String(), "interval"},
		{"last kind", edtf.AllOf.String(), "all-of set"},
		{"no kind", edtf.Kind(99).String(), "invalid"},
		{"precision", edtf.ToSecond.String(), "second"},
		{"edge", edtf.Open.String(), "open"},
		{"zero edge", edtf.Edge(0).String(), "unknown"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.got != test.want {
				t.Errorf("String() = %q, want %q", test.got, test.want)
			}
		})
	}
}
