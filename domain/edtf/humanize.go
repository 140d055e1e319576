package edtf

import "strings"

// Humanize says the date in English, as "10-25 October 1964", "about May 1965", "by 15
// December 1964", "May 1965 (uncertain)", "7 May or 8 May 1964", or "not stated". The
// words are for reading; only [Date.String] can be parsed again.
func (d Date) Humanize() string {
	if words := d.plainWords(); words != "" {
		return words
	}
	tree, err := parse(d.text)
	if err != nil { // only the zero Date: every other came through Parse
		return "not stated"
	}
	switch tree.kind {
	case Interval:
		return tree.members[0].intervalWords()
	case OneOf:
		return joinWords(memberWords(tree.members, "or", false), "or")
	case AllOf:
		return joinWords(memberWords(tree.members, "and", true), "and")
	}
	return tree.members[0].from.point.phrase().String()
}

// plainWords says a day or month without any doubt, as most dates are, or "": it does so
// without reading the string again, which would take ten times as long.
func (d Date) plainWords() string {
	switch {
	case d.kind != Calendar || d.approximate || d.uncertain:
		return ""
	case d.precision == ToDay && d.first == d.last:
		return d.first.Humanize()
	case d.precision == ToMonth && len(d.text) == len("1964-05") && !strings.Contains(d.text, "X"):
		return d.first.Month().String() + " " + yearName(d.first.year)
	}
	return ""
}

// phrase is a date in words with the doubts about it.
type phrase struct {
	text  string
	about bool
	note  string // "uncertain", "year uncertain, month approximate"
}

func (p phrase) String() string {
	text := p.text
	if p.about {
		text = "about " + text
	}
	if p.note != "" {
		text += " (" + p.note + ")"
	}
	return text
}

// phrase puts a doubt about the whole point before or after it, and names the
// components when only some are in doubt.
func (p point) phrase() phrase {
	whole := p.qualifiers[0]
	for _, q := range p.qualifiers {
		if q != whole {
			return phrase{text: p.words(), note: p.componentNote()}
		}
	}
	result := phrase{text: p.words(), about: whole&approximate != 0}
	if result.about && p.precision() == ToYear {
		result.text = p.year.inside() // about the 1960s
	}
	if whole&uncertain != 0 {
		result.note = "uncertain"
	}
	return result
}

func (p point) componentNote() string {
	names := []string{"year", "month", "day"}
	if p.season != 0 {
		names[1] = "season"
	}
	inDoubt := func(doubt qualifier) string {
		var doubtful []string
		for i, q := range p.qualifiers {
			if q&doubt != 0 {
				doubtful = append(doubtful, names[i])
			}
		}
		return joinWords(doubtful, "and")
	}
	switch first, second := inDoubt(uncertain), inDoubt(approximate); {
	case first == second:
		return first + " uncertain and approximate"
	case first == "":
		return second + " approximate"
	case second == "":
		return first + " uncertain"
	default:
		return first + " uncertain, " + second + " approximate"
	}
}

func (m member) intervalWords() string {
	switch {
	case m.to.edge == Open:
		return "from " + m.from.point.phrase().String() + ", end open"
	case m.to.edge == Unknown:
		return "from " + m.from.point.phrase().String() + ", end unknown"
	case m.from.edge == Open:
		return "by " + m.to.point.phrase().String()
	case m.from.edge == Unknown:
		return "until " + m.to.point.phrase().String() + ", start unknown"
	}
	return rangeWords(m.from.point, m.to.point)
}

// rangeWords says a doubt that both ends share once, and any other at its end.
func rangeWords(from, to point) string {
	start, end := from.phrase(), to.phrase()
	switch {
	case start == end:
		return start.String()
	case start.about != end.about:
		note := endNotes(start.note, end.note)
		start.note, end.note = "", ""
		return phrase{text: start.String() + " to " + end.String(), note: note}.String()
	case start.note == end.note:
		return phrase{compactRange(from, to), start.about, start.note}.String()
	}
	return phrase{compactRange(from, to), start.about, endNotes(start.note, end.note)}.String()
}

func endNotes(start, end string) string {
	var notes []string
	if start != "" {
		notes = append(notes, "start "+start)
	}
	if end != "" {
		notes = append(notes, "end "+end)
	}
	return strings.Join(notes, ", ")
}

// compactRange says the month and year once if both ends share them.
func compactRange(from, to point) string {
	start, end := from.plainParts(), to.plainParts()
	sameYear := start.year != "" && start.year == end.year
	switch {
	case sameYear && start.day != "" && end.day != "" && start.month == end.month:
		return start.day + "-" + end.day + " " + start.month + " " + start.year
	case sameYear && start.day != "" && end.day != "":
		return start.dayAndMonth() + " to " + end.dayAndMonth() + " " + start.year
	case sameYear && start.month != "" && end.month != "" && start.day+end.day == "":
		return start.month + "-" + end.month + " " + start.year
	case from.plainYear() && to.plainYear():
		return yearRange(from.year.low, to.year.low)
	}
	return from.words() + " to " + to.words()
}

// memberWords gives the members of a set in words. The year is said once, with the last,
// if all share it; so is the month if onceMonth is set.
func memberWords(members []member, conjunction string, onceMonth bool) []string {
	shared := sharedParts(members)
	words := make([]string, len(members))
	for i, m := range members {
		parts := m.from.point.plainParts()
		switch last := i == len(members)-1; {
		case last || shared.year == "":
			words[i] = m.words(conjunction)
		case onceMonth && shared.month != "" && parts.day != "":
			words[i] = parts.day
		default:
			words[i] = parts.dayAndMonth()
		}
	}
	return words
}

// sharedParts returns the year and month that all members have in common, as far as
// every member is written to the same unit without X or doubt.
func sharedParts(members []member) plainParts {
	var shared plainParts
	for i, m := range members {
		p := m.from.point
		parts := p.plainParts()
		if !m.alone || parts.month == "" || p.doubtful() {
			return plainParts{}
		}
		if i == 0 {
			shared = parts
		}
		mixed := (parts.day == "") != (shared.day == "")
		if mixed || parts.year != shared.year {
			return plainParts{}
		}
		if parts.month != shared.month {
			shared.month = ""
		}
	}
	return shared
}

func (m member) words(conjunction string) string {
	switch {
	case m.alone:
		return m.from.point.phrase().String()
	case m.from.edge == Open:
		return m.to.point.phrase().String() + " " + conjunction + " earlier"
	case m.to.edge == Open:
		return m.from.point.phrase().String() + " " + conjunction + " later"
	}
	return rangeWords(m.from.point, m.to.point)
}

// joinWords makes "a", "a or b", "a, b or c".
func joinWords(words []string, conjunction string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}
