package edtf_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pourparler/domain/edtf"
)

// Generators of strings that are valid by construction.

var doubts = []string{"", "", "", "", "?", "~", "%"}

func doubt(t *rapid.T) string { return rapid.SampledFrom(doubts).Draw(t, "doubt") }

// point draws one date without a time of day.
func point(t *rapid.T) string {
	year := rapid.StringMatching(`-?[0-9X]{3}[1-9X]`).Draw(t, "year")
	month := rapid.SampledFrom([]string{"01", "02", "08", "12", "XX", "1X", "0X", "X1"})
	day := rapid.SampledFrom([]string{"01", "09", "28", "XX", "1X", "2X", "X9", "0X"})
	switch rapid.IntRange(0, 6).Draw(t, "form") {
	case 0:
		return doubt(t) + year + doubt(t)
	case 1:
		return doubt(t) + year + doubt(t) + "-" + doubt(t) + month.Draw(t, "month") + doubt(t)
	case 2:
		code := rapid.IntRange(21, 41).Draw(t, "season")
		return fmt.Sprintf("%s-%d%s", year, code, doubt(t))
	case 3:
		return rapid.StringMatching(`Y-?[1-9][0-9]{4,11}`).Draw(t, "long")
	case 4:
		return rapid.StringMatching(`Y-?[1-9][0-9]{2}E[2-9]`).Draw(t, "exponent")
	case 5:
		return rapid.StringMatching(`-?[1-9][0-9]{3}S[1-4]`).Draw(t, "significant")
	}
	return year + doubt(t) + "-" + doubt(t) + month.Draw(t, "month") +
		"-" + doubt(t) + day.Draw(t, "day") + doubt(t)
}

// ordered draws two points; one of the two orders is always an interval.
func ordered(t *rapid.T) (from, to string) {
	from, to = point(t), point(t)
	if _, err := edtf.Parse(from + "/" + to); err != nil {
		return to, from
	}
	return from, to
}

func text(t *rapid.T) string {
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		from, to := ordered(t)
		return from + "/" + to
	case 1:
		edge := rapid.SampledFrom([]string{"", ".."}).Draw(t, "edge")
		return edge + "/" + point(t)
	case 2:
		edge := rapid.SampledFrom([]string{"", ".."}).Draw(t, "edge")
		return point(t) + "/" + edge
	case 3:
		return set(t)
	case 4:
		return rapid.StringMatching(`196[0-9]-0[1-9]-2[0-8]T1[0-9]:[0-5][0-9]:00(Z|\+0[1-9])?`).
			Draw(t, "moment")
	}
	return point(t)
}

func set(t *rapid.T) string {
	var members []string
	for range rapid.IntRange(1, 4).Draw(t, "members") {
		member := point(t)
		if rapid.Bool().Draw(t, "range") {
			from, to := ordered(t)
			member = from + ".." + to
		}
		members = append(members, member)
	}
	last := len(members) - 1
	if !strings.Contains(members[0], "..") && rapid.Bool().Draw(t, "earlier") {
		members[0] = ".." + members[0]
	}
	if !strings.Contains(members[last], "..") && rapid.Bool().Draw(t, "later") {
		members[last] += ".."
	}
	brackets := rapid.SampledFrom([]string{"[]", "{}"}).Draw(t, "brackets")
	return brackets[:1] + strings.Join(members, ",") + brackets[1:]
}

func drawDate(t *rapid.T, label string) edtf.Date {
	written := rapid.Custom(text).Draw(t, label)
	d, err := edtf.Parse(written)
	if err != nil {
		t.Fatalf("Parse(%q): %v", written, err)
	}
	return d
}

// near draws dates that are likely to touch one another, or are not stated.
func near(t *rapid.T, label string) edtf.Date {
	written := rapid.SampledFrom([]string{
		"", "1964", "1964-05", "1964-05?", "1964-06", "1964-05-31", "1964-23", "1964-24", "1965",
		"1964-05/", "1964-05/..", "../1964-05", "/1964-05", "1964-06/", "1964-06/..", "../1965",
		"/1965", "1964-04/1964-06", "1964-05/1965", "[1964-05,1966]", "{..1964-05}", "[1964..]",
		"196X", "19XX", "-1964", "Y19640", "1964-05-07T10:00:00",
	}).Draw(t, label)
	if written == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(written)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPropertyRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		written := text(t)
		d, err := edtf.Parse(written)
		if err != nil {
			t.Fatalf("Parse(%q): %v", written, err)
		}
		if d.String() != written {
			t.Errorf("Parse(%q).String() = %q", written, d)
		}
		if again, err := edtf.Parse(d.String()); err != nil || again != d {
			t.Errorf("Parse(%q) = %v, %v, want the same date again", d, again, err)
		}
		checkWords(t, d)
	})
}

// checkWords fails if the English shows a number that was not written out, or nothing.
func checkWords(tb rapid.TB, d edtf.Date) {
	tb.Helper()
	words := d.Humanize()
	if words == "" || words == "not stated" || strings.Contains(words, "%!") ||
		strings.Contains(words, "  ") || strings.HasPrefix(words, " ") {
		tb.Errorf("Humanize(%s) = %q", d, words)
	}
}

func TestPropertyBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDate(t, "date")
		earliest, start := d.Earliest()
		latest, end := d.Latest()
		if earliest.IsZero() == (start == edtf.Known) || latest.IsZero() == (end == edtf.Known) {
			t.Errorf("%s: %q %s, %q %s: a day must stand at known edges only",
				d, earliest, start, latest, end)
		}
		if start == edtf.Known && end == edtf.Known && earliest.Compare(latest) > 0 {
			t.Errorf("%s: earliest %s is after latest %s", d, earliest, latest)
		}
	})
}

// Bounds of unspecified digits, checked by matching days as text.
func TestPropertyMasks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mask := rapid.StringMatching(`-?[0-2X]{3}[1-9X]-(0[1-9X]|1[0-2X]|XX|X[1-9])-`+
			`(0[1-9X]|1[0-9X]|2[0-8X]|XX|X[1-9])`).Draw(t, "mask")
		d, err := edtf.Parse(mask)
		if err != nil {
			t.Fatal(err)
		}
		earliest, latest, ok := d.Bounds()
		if strings.Contains(mask, "XXXX") {
			if ok {
				t.Fatalf("Bounds(%s) = %s, %s, want none", mask, earliest, latest)
			}
			return
		}
		pattern := regexp.MustCompile("^" + strings.ReplaceAll(mask, "X", "[0-9]") + "$")
		if !ok || !pattern.MatchString(earliest.String()) || !pattern.MatchString(latest.String()) {
			t.Fatalf("Bounds(%s) = %s, %s, %v, not days of that form", mask, earliest, latest, ok)
		}
		filled := regexp.MustCompile("X").ReplaceAllStringFunc(mask, func(string) string {
			return rapid.StringMatching(`[0-9]`).Draw(t, "digit")
		})
		inside, err := edtf.Parse(filled)
		if err != nil {
			return // no such day
		}
		day, _, _ := inside.Bounds()
		if day.Compare(earliest) < 0 || day.Compare(latest) > 0 {
			t.Errorf("Bounds(%s) = %s, %s, without %s", mask, earliest, latest, day)
		}
	})
}

func TestPropertyCompare(t *testing.T) {
	draws := map[string]func(*rapid.T, string) edtf.Date{"any": drawDate, "near": near}
	for name, draw := range draws {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			a, b, c := draw(t, "a"), draw(t, "b"), draw(t, "c")
			if edtf.Compare(a, b) != -edtf.Compare(b, a) {
				t.Errorf("Compare(%s, %s) is not mirrored", a, b)
			}
			if (edtf.Compare(a, b) == 0) != (a == b) {
				t.Errorf("Compare(%s, %s) = %d", a, b, edtf.Compare(a, b))
			}
			triple := []edtf.Date{a, b, c}
			slices.SortFunc(triple, edtf.Compare)
			if edtf.Compare(triple[0], triple[2]) > 0 {
				t.Errorf("Compare is not transitive: %s", triple)
			}
		}))
	}
}

func TestPropertyOverlapAndDaysBetween(t *testing.T) {
	draws := map[string]func(*rapid.T, string) edtf.Date{"any": drawDate, "near": near}
	for name, draw := range draws {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			a, b := draw(t, "a"), draw(t, "b")
			if edtf.Overlap(a, b) != edtf.Overlap(b, a) {
				t.Errorf("Overlap(%s, %s) is not symmetric", a, b)
			}
			days, edge := edtf.DaysBetween(a, b)
			mirrored, mirroredEdge := edtf.DaysBetween(b, a)
			if days != -mirrored || edge != mirroredEdge {
				t.Errorf("DaysBetween(%s, %s) = %d %s, mirrored %d %s",
					a, b, days, edge, mirrored, mirroredEdge)
			}
			stated := !a.IsZero() && !b.IsZero()
			if edtf.Overlap(a, b) != (stated && days == 0) {
				t.Errorf("Overlap(%s, %s) = %v, but %d days apart", a, b, edtf.Overlap(a, b), days)
			}
			if days != 0 && edge != edtf.Known {
				t.Errorf("DaysBetween(%s, %s) = %d %s: only stated days can be counted",
					a, b, days, edge)
			}
		}))
	}
}

// Two ranges with both ends known, counted day by day.
func TestPropertyDaysBetweenCounts(t *testing.T) {
	start := mustDay(t, 1963, 12, 1)
	rapid.Check(t, func(t *rapid.T) {
		offset := func(label string, from int) int { return rapid.IntRange(from, 120).Draw(t, label) }
		a0 := offset("a0", 0)
		a1 := offset("a1", a0)
		b0 := offset("b0", 0)
		b1 := offset("b1", b0)
		span := func(from, to int) edtf.Date {
			written := start.AddDays(int64(from)).String() + "/" + start.AddDays(int64(to)).String()
			d, err := edtf.Parse(written)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		want := max(b0-a1, 0) + min(b1-a0, 0)
		if got, _ := edtf.DaysBetween(span(a0, a1), span(b0, b1)); got != int64(want) {
			t.Errorf("DaysBetween(%s, %s) = %d, want %d", span(a0, a1), span(b0, b1), got, want)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, test := range specification {
		f.Add(test.text)
	}
	for _, text := range corpus(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := edtf.Parse(text)
		if err != nil {
			checkError(t, text, d, err)
			return
		}
		if again, err := edtf.Parse(d.String()); err != nil || again != d || d.String() != text {
			t.Errorf("Parse(%q) = %v, %v on the second reading", text, again, err)
		}
		earliest, latest, ok := d.Bounds()
		if ok && (earliest.Compare(latest) > 0 || earliest.DaysUntil(latest) < 0) {
			t.Errorf("Bounds(%s) = %s, %s", d, earliest, latest)
		}
		if days, _ := edtf.DaysBetween(d, d); days != 0 || edtf.Compare(d, d) != 0 {
			t.Errorf("%s is %d days from itself", d, days)
		}
		checkWords(t, d)
	})
}

func checkError(tb testing.TB, text string, d edtf.Date, err error) {
	tb.Helper()
	var parseError *edtf.ParseError
	if !errors.As(err, &parseError) || !d.IsZero() {
		tb.Fatalf("Parse(%q) = %v, %v, want a ParseError", text, d, err)
	}
	if parseError.Offset < 0 || parseError.Offset > len(parseError.Text) {
		tb.Errorf("Parse(%q): offset %d is outside the text", text, parseError.Offset)
	}
	if parseError.Problem == "" || parseError.Remedy == "" || len(err.Error()) > 1200 {
		tb.Errorf("Parse(%q): %v", text, err)
	}
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"1964-05-07", "1964-10-10/1964-10-25", "1X64-0X-1X",
		"[1667,1668,1670..1672]", "XXXX-02-29"} {
		b.Run(strings.ReplaceAll(text, "/", "to"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := edtf.Parse(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestHumanizeTwice says a date as it says the interval from it to itself, for which the string is always read again.
func TestHumanizeTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		written := rapid.Custom(point).Draw(t, "date")
		date, err := edtf.Parse(written)
		if err != nil {
			t.Fatal(err)
		}
		interval, err := edtf.Parse(written + "/" + written)
		if err != nil {
			t.Fatal(err)
		}
		if date.Humanize() != interval.Humanize() {
			t.Errorf("Humanize(%s) = %q, want that of the interval, %q", written, date.Humanize(), interval.Humanize())
		}
	})
}

// TestDayDigits writes days of four-digit years with every digit in its place.
func TestDayDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year, month := rapid.IntRange(0, 9999).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
		day := rapid.IntRange(1, 28).Draw(t, "day")
		d, err := edtf.NewDay(int64(year), time.Month(month), day)
		if want := fmt.Sprintf("%04d-%02d-%02d", year, month, day); err != nil || d.String() != want {
			t.Errorf("NewDay(%d, %d, %d) = %q, %v, want %q", year, month, day, d, err, want)
		}
	})
}
