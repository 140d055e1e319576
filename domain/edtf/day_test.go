package edtf_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"pourparler/domain/edtf"
)

func mustDay(tb testing.TB, year int64, month time.Month, day int) edtf.Day {
	tb.Helper()
	d, err := edtf.NewDay(year, month, day)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func TestNewDay(t *testing.T) {
	tests := []struct {
		name  string
		year  int64
		month time.Month
		day   int
		want  string
		err   string
	}{
		{"day", 1964, 5, 7, "1964-05-07", ""},
		{"leap day", 1964, 2, 29, "1964-02-29", ""},
		{"1 BC is a leap year", 0, 2, 29, "0000-02-29", ""},
		{"5 BC too", -4, 2, 29, "-0004-02-29", ""},
		{"negative", -43, 3, 15, "-0043-03-15", ""},
		{"five digits", 12345, 1, 2, "Y12345-01-02", ""},
		{"negative five digits", -12345, 1, 2, "Y-12345-01-02", ""},
		{"no leap day", 1900, 2, 29, "", "day 29 does not exist; February 1900 has days 1 to 28"},
		{"no day 0", 1964, 5, 0, "", "day 0 does not exist; May 1964 has days 1 to 31"},
		{"no month 13", 1964, 13, 1, "", "month 13 does not exist; write 1 to 12"},
		{"too far", 1_000_000_000_000, 1, 1, "",
			"year 1000000000000 is out of reach; write at most twelve digits"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := edtf.NewDay(test.year, test.month, test.day)
			if d.String() != test.want || message(err) != test.err {
				t.Errorf("NewDay = %q, %q, want %q, %q", d, message(err), test.want, test.err)
			}
		})
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestDayOf(t *testing.T) {
	peking := time.FixedZone("Peking", 8*3600)
	late := time.Date(1964, 5, 7, 23, 30, 0, 0, time.UTC)
	if got := edtf.DayOf(late).String(); got != "1964-05-07" {
		t.Errorf("DayOf(UTC) = %s", got)
	}
	if got := edtf.DayOf(late.In(peking)).String(); got != "1964-05-08" {
		t.Errorf("DayOf(Peking) = %s", got)
	}
}

func TestDayParts(t *testing.T) {
	d := mustDay(t, -43, 3, 15)
	if d.Year() != -43 || d.Month() != time.March || d.DayOfMonth() != 15 || d.IsZero() {
		t.Errorf("parts of %s = %d, %s, %d", d, d.Year(), d.Month(), d.DayOfMonth())
	}
	if got := d.Humanize(); got != "15 March 44 BC" {
		t.Errorf("Humanize(%s) = %q", d, got)
	}
	if got := (edtf.Day{}).Humanize(); got != "no day" {
		t.Errorf("Humanize of the zero Day = %q", got)
	}
}

func TestDayCompare(t *testing.T) {
	ordered := []edtf.Day{{}, mustDay(t, -2, 12, 31), mustDay(t, -1, 1, 1), mustDay(t, 1964, 4, 30),
		mustDay(t, 1964, 5, 1), mustDay(t, 1964, 5, 2), mustDay(t, 1965, 1, 1)}
	for i, a := range ordered {
		for j, b := range ordered {
			if got, want := a.Compare(b), sign(i-j); got != want {
				t.Errorf("Compare(%s, %s) = %d, want %d", a, b, got, want)
			}
			if got := a.Equal(b); got != (i == j) {
				t.Errorf("Equal(%s, %s) = %v", a, b, got)
			}
		}
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestDayArithmetic(t *testing.T) {
	first, last := mustDay(t, -999_999_999_999, 1, 1), mustDay(t, 999_999_999_999, 12, 31)
	tests := []struct {
		name string
		from edtf.Day
		days int64
		want edtf.Day
	}{
		{"next day", mustDay(t, 1964, 12, 31), 1, mustDay(t, 1965, 1, 1)},
		{"leap day", mustDay(t, 1964, 2, 28), 1, mustDay(t, 1964, 2, 29)},
		{"no leap day", mustDay(t, 1963, 2, 28), 1, mustDay(t, 1963, 3, 1)},
		{"back across year 0", mustDay(t, 1, 1, 1), -367, mustDay(t, -1, 12, 31)},
		{"400 years", mustDay(t, -200, 3, 1), 146_097, mustDay(t, 200, 3, 1)},
		{"end to end", first, first.DaysUntil(last), last},
		{"stops at the end", last, 1, last},
		{"stops at the start", first, -1 << 62, first},
		{"no day", edtf.Day{}, 5, edtf.Day{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.from.AddDays(test.days); got != test.want {
				t.Errorf("%s.AddDays(%d) = %s, want %s", test.from, test.days, got, test.want)
			}
		})
	}
}

// The standard library counts days by its own arithmetic, as far as its years go.
func TestDayAgainstTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(-20_000, 20_000).Draw(t, "year")
		epoch := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		from := edtf.DayOf(epoch)
		n := rapid.IntRange(-1_000_000, 1_000_000).Draw(t, "days")
		want := edtf.DayOf(epoch.AddDate(0, 0, n))
		if got := from.AddDays(int64(n)); got != want {
			t.Errorf("%s.AddDays(%d) = %s, want %s", from, n, got, want)
		}
		if got := from.DaysUntil(want); got != int64(n) {
			t.Errorf("%s.DaysUntil(%s) = %d, want %d", from, want, got, n)
		}
		if got := from.Compare(want); got != sign(-n) {
			t.Errorf("%s.Compare(%s) = %d, want %d", from, want, got, sign(-n))
		}
	})
}
