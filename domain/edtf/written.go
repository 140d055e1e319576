package edtf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Read returns the date that somebody means who typed text: a date in the notation, or one as people write it, such as
// "8 March 1964", "March 8, 1964", "8.3.1964", "March 1964", "autumn 1964", "10-25 October 1964", "about May 1965", "by
// 15 December 1964" or "1964年3月8日". [Date.String] of it is always in the notation. Two numbers between strokes that can be
// day and month either way are refused with both readings. The error is or wraps a [*ParseError].
//
// Records are not read with it: what stands in them is the notation alone.
func Read(text string) (Date, error) {
	date, fault := Parse(strings.TrimSpace(text))
	if fault == nil || len(text) > maxLength {
		return date, fault
	}
	words := strings.ToLower(strings.Join(strings.Fields(typed.Replace(text)), " "))
	written, err := readEnds(words)
	if err != nil {
		return Date{}, &ParseError{Problem: fmt.Sprintf("%q %v", text, err), Remedy: "write the month by its name or as 1964-03-08"}
	}
	if written == "" {
		if strings.ToUpper(text) != text { // words, of which the notation has none
			fault = &ParseError{Problem: fmt.Sprintf("%q is no date", text)}
		}
		return Date{}, fault
	}
	date, err = Parse(written)
	if err != nil { // a day that its month does not have: said of what was typed
		return Date{}, fmt.Errorf("%q read as a date: %w", text, err)
	}
	return date, nil
}

// typed makes one sign of those that keyboards and word processors write for it.
var typed = strings.NewReplacer("–", "-", "—", "-", "\u2011", "-", "\u00a0", " ", "\u202f", " ", ",", " ", "年", "年 ", "月", "月 ")

// readEnds returns a date with an open end or a span of two dates in the notation, or any other date; "" if it is none.
func readEnds(words string) (string, error) {
	for _, open := range []struct{ word, before, after string }{
		{"by ", "../", ""}, {"until ", "../", ""}, {"till ", "../", ""}, {"since ", "", "/.."}, {"from ", "", "/.."},
	} {
		if rest, ok := strings.CutPrefix(words, open.word); ok && !strings.Contains(rest, " to ") {
			date, err := readPoint(rest)
			if date == "" {
				return "", err
			}
			return open.before + date + open.after, nil
		}
	}
	if date, err := readPoint(words); date != "" || err != nil {
		return date, err
	}
	spans := []string{" to ", " until ", " - ", "-"}
	words = strings.TrimPrefix(words, "from ")
	if rest, ok := strings.CutPrefix(words, "between "); ok {
		words, spans = rest, []string{" and "}
	}
	for _, between := range spans {
		first, last, ok := strings.Cut(words, between)
		if !ok {
			continue
		}
		to, err := readPoint(last)
		if to == "" {
			return "", err
		}
		from, err := readPoint(filled(first, last))
		if from == "" {
			return "", err
		}
		return from + "/" + to, nil
	}
	return "", nil
}

// filled gives the beginning of a span the month and the year that are said once, with its end: "10" and "25 october
// 1964" are "10 october 1964".
func filled(first, last string) string {
	have, all := strings.Fields(first), strings.Fields(last)
	if len(have) < len(all) {
		have = append(have, all[len(have):]...)
	}
	return strings.Join(have, " ")
}

// about are the words for a date that is not exact.
var about = regexp.MustCompile(`^(?:about|around|circa|c\.|ca\.?|approximately) ?`)

// The ways in which people write one date, small letters throughout. The groups are named y, m, d, s for season.
var ways = []*regexp.Regexp{
	regexp.MustCompile(`^(?:on )?(?P<d>\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?(?P<m>[a-z]{3,})\.? (?P<y>\d{4})$`),
	regexp.MustCompile(`^(?:on )?(?P<m>[a-z]{3,})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)? (?P<y>\d{4})$`),
	regexp.MustCompile(`^(?:in )?(?P<m>[a-z]{3,})\.? (?P<y>\d{4})$`),
	regexp.MustCompile(`^(?:in )?(?:the )?(?P<s>spring|summer|autumn|fall|winter) (?:of )?(?P<y>\d{4})(?:[-/]\d{2,4})?$`),
	regexp.MustCompile(`^(?P<d>\d{1,2})\. ?(?P<m>\d{1,2}|[ivx]+)\. ?(?P<y>\d{4})$`),
	regexp.MustCompile(`^(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?$`),
	regexp.MustCompile(`^(?P<y>\d{4}) ?年(?: ?(?P<m>\d{1,2}) ?月(?: ?(?P<d>\d{1,2}) ?[日号])?)?$`),
	regexp.MustCompile(`^(?:in )?(?P<y>\d{4})$`),
}

// strokes is a date whose day and month cannot be told by their order.
var strokes = regexp.MustCompile(`^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$`)

// readPoint returns one date in the notation, "" if it is none.
func readPoint(words string) (string, error) {
	exact := about.ReplaceAllString(words, "")
	doubt := ""
	if exact != words {
		doubt = "~"
	}
	if m := strokes.FindStringSubmatch(exact); m != nil {
		date, err := readStrokes(m[1], m[2], m[3])
		if date != "" {
			date += doubt
		}
		return date, err
	}
	for _, way := range ways {
		m := way.FindStringSubmatch(exact)
		if m == nil {
			continue
		}
		part := func(name string) string {
			if i := way.SubexpIndex(name); i >= 0 {
				return m[i]
			}
			return ""
		}
		date := part("y")
		if season := part("s"); season != "" {
			return date + "-" + seasonCodes[season] + doubt, nil
		}
		if month := part("m"); month != "" {
			number := monthNumber(month)
			if number == 0 {
				continue
			}
			date += fmt.Sprintf("-%02d", number)
		}
		if day := part("d"); day != "" {
			number, _ := strconv.Atoi(day)
			date += fmt.Sprintf("-%02d", number)
		}
		return date + doubt, nil
	}
	return "", nil
}

// readStrokes returns a date whose numbers stand between strokes, if they can mean one day only.
func readStrokes(first, second, year string) (string, error) {
	a, _ := strconv.Atoi(first)
	b, _ := strconv.Atoi(second)
	switch {
	case a == 0 || b == 0 || a > 12 && b > 12:
		return "", nil
	case a == b || a > 12:
		return fmt.Sprintf("%s-%02d-%02d", year, b, a), nil
	case b > 12:
		return fmt.Sprintf("%s-%02d-%02d", year, a, b), nil
	}
	return "", fmt.Errorf("can be %d %s or %d %s %s", a, time.Month(b), b, time.Month(a), year)
}

var seasonCodes = map[string]string{"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}

var romans = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}

// monthNumber returns the month that a number, a Roman number or the first three letters or more of an English name
// mean; 0 if it is none.
func monthNumber(word string) int {
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	for i, roman := range romans {
		name := strings.ToLower(time.Month(i + 1).String())
		if word == roman || len(word) >= 3 && strings.HasPrefix(name, word) || word == "sept" && i == 8 {
			return i + 1
		}
	}
	return 0
}
