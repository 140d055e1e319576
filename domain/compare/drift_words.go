package compare

import (
	"slices"
	"strings"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// DriftSentence says in words how the dates of one or two parties on a track moved, with the proposals that it rests on.
type DriftSentence struct {
	Words     string
	Proposals table.Cell
}

// mostTold is of how many parties a series tells every two, and mostPairsTold how many pairs of more.
const (
	mostTold      = 8
	mostPairsTold = mostTold * (mostTold - 1) / 2
)

// Sentences returns a sentence for each two parties of whom one at least named a day by the calendar, or one sentence if one party
// alone proposed a date. Of many parties it tells the pairs of which one at least moved its date, and how many pairs more there are.
func (s DriftSeries) Sentences() (told []DriftSentence, more int) {
	if len(s.Lines) == 1 && s.Dated() {
		return []DriftSentence{s.sentence(s.Lines[0])}, 0
	}
	many := len(s.Lines) > mostTold
	dated, moved := make([]bool, len(s.Lines)), make([]bool, len(s.Lines))
	for i, l := range s.Lines {
		dated[i], moved[i] = l.Dated(), l.moved()
	}
	for i, a := range s.Lines {
		for j := i + 1; j < len(s.Lines); j++ {
			b := s.Lines[j]
			switch {
			case !dated[i] && !dated[j]:
			case many && (!moved[i] && !moved[j] || len(told) == mostPairsTold):
				more++
			case dated[j] && (!dated[i] || moved[j] && !moved[i]): // who moved is told first
				told = append(told, s.sentence(b, a))
			default:
				told = append(told, s.sentence(a, b))
			}
		}
	}
	return told, more
}

// name and owner name the parties of a line within a sentence: "the CPC", "A and the CPC’s".
func (l DriftLine) name() string {
	names := make([]string, len(l.names))
	for i, name := range l.names {
		names[i] = DefiniteName(name)
	}
	return table.Enumerated(names)
}

func (l DriftLine) owner() string {
	if last := l.names[len(l.names)-1]; strings.HasSuffix(last, "s") {
		return l.name() + "’"
	}
	return l.name() + "’s"
}

// moved reports whether the line names different dates by the calendar.
func (l DriftLine) moved() bool {
	points := l.spoken()
	return slices.ContainsFunc(points, func(p DriftPoint) bool { return p.Date != points[0].Date })
}

func (s DriftSeries) sentence(lines ...DriftLine) DriftSentence {
	var dated []DriftPoint
	var said DriftSentence
	for _, l := range lines {
		for _, p := range l.spoken() {
			if !slices.Contains(said.Proposals, p.Proposal) {
				said.Proposals = append(said.Proposals, p.Proposal)
			}
			if p.Dated() {
				dated = append(dated, p)
			}
		}
	}
	byDay := func(a, b DriftPoint) int { return a.From.Compare(b.From) }
	first, last := slices.MinFunc(dated, byDay), slices.MaxFunc(dated, byDay)
	oneDay := first.From == last.From
	clauses := []string{table.UpperFirst(period(first, last)) + " " + lines[0].owner() + " date " +
		s.about() + " " + lines[0].course(oneDay)}
	for _, l := range lines[1:] {
		clauses = append(clauses, l.clause(oneDay), gapWords(lines[0], l))
	}
	clauses = slices.DeleteFunc(clauses, func(c string) bool { return c == "" })
	said.Words = strings.Join(clauses, "; ") + "."
	return said
}

// spoken returns the points that a sentence speaks of: those that name a day by the calendar, or else the last in words.
func (l DriftLine) spoken() []DriftPoint {
	var dated, worded []DriftPoint
	for _, p := range l.Points {
		switch {
		case p.Beside:
		case p.Dated():
			dated = append(dated, p)
		default:
			worded = append(worded, p)
		}
	}
	if len(dated) > 0 {
		return dated
	}
	return worded[max(0, len(worded)-1):]
}

func (l DriftLine) clause(oneDay bool) string {
	if l.Dated() {
		return l.owner() + " " + l.course(oneDay)
	}
	points := l.spoken()
	return l.name() + " named no day by the calendar, only “" + points[len(points)-1].Wording + "”"
}

// course says where a line's date went.
func (l DriftLine) course(oneDay bool) string {
	points := l.spoken()
	first, last := points[0].Date, points[len(points)-1].Date
	middle := between(points)
	words := "stayed at " + placed(last)
	switch {
	case len(points) == 1 && oneDay:
		words = "was " + placed(last)
	case first == last && len(middle) > 0:
		words = "moved from " + placed(first) + " to " + strings.Join(middle, ", then ") + " and back"
	case first != last:
		words = "moved from " + strings.Join(append(append([]string{placed(first)}, middle...), placed(last)), " to ")
	}
	return words + l.end(points[len(points)-1])
}

// placed says a date as it stands after "from", "to" or "at": one of which an end is open or unknown would begin with such a word.
func placed(d edtf.Date) string {
	words := d.Humanize()
	for _, end := range []struct{ before, open, says string }{{"from ", ", end ", " or later (end "}, {"until ", ", start ", " or earlier (start "}} {
		if day, why, ok := strings.Cut(strings.TrimPrefix(words, end.before), end.open); ok && strings.HasPrefix(words, end.before) {
			return day + end.says + why + ")"
		}
	}
	if day, ok := strings.CutPrefix(words, "by "); ok {
		return day + " or earlier"
	}
	return words
}

// between returns the dates between the first and the last in words, each once in a row and none that equals its neighbour.
func between(points []DriftPoint) []string {
	var middle []string
	first, last := points[0].Date, points[len(points)-1].Date
	before := first
	for _, p := range points {
		if p.Date != before && p.Date != last {
			middle = append(middle, placed(p.Date))
		}
		before = p.Date
	}
	return middle
}

// end says how the line ended, unless its last date still stands.
func (l DriftLine) end(last DriftPoint) string {
	newest := l.Points[len(l.Points)-1]
	switch {
	case last.Stands:
		return ""
	case !last.Withdrawn.IsZero():
		return " and was withdrawn " + when(last.Withdrawn)
	case last.Fate == FateKept:
		return " and was kept"
	case !newest.Dated() && newest.From.Compare(last.From) >= 0:
		return " and was then put in words only (“" + newest.Wording + "”)"
	}
	return ""
}

// gapWords says how the gap between two lines changed from the first to the last proposal at which both stood.
func gapWords(a, b DriftLine) string {
	var gaps []gap
	for _, day := range daysOf(a, b) {
		if g, ok := gapOn(a, b, day); ok {
			gaps = append(gaps, g)
		}
	}
	switch {
	case !a.Dated() || !b.Dated():
		return ""
	case len(gaps) == 0:
		return "the two never stood at one time"
	}
	return gapCourse(gaps[0], gaps[len(gaps)-1], len(gaps) == 1)
}

func daysOf(lines ...DriftLine) []edtf.Day {
	var days []edtf.Day
	for _, l := range lines {
		for _, p := range l.Points {
			days = append(days, p.From)
		}
	}
	slices.SortFunc(days, edtf.Day.Compare)
	return slices.Compact(days)
}

func gapCourse(first, last gap, once bool) string {
	switch {
	case !first.known || !last.known:
		return "the gap cannot be told, since an end is unknown"
	case first.n == 0 && last.n == 0:
		return "the two overlap"
	case first.n == 0:
		return "from overlapping, the gap opened to " + last.String()
	case last.n == 0:
		return "the gap of " + first.String() + " closed until they overlapped"
	case once:
		return "the gap was " + last.String()
	case first.later != last.later:
		return "the gap turned round, from " + first.String() + " to " + last.String() + " the other way"
	case first.n == last.n && first.unit == last.unit:
		return "the gap stayed at " + last.String()
	case last.exceeds(first):
		return "the gap grew from " + fromTo(first, last)
	}
	return "the gap shrank from " + fromTo(first, last)
}

// fromTo names the unit once if it is the same: "5 to 12 months".
func fromTo(first, last gap) string {
	if first.unit == last.unit && first.n > 1 && last.n > 1 {
		return first.about + itoa(int(first.n)) + " to " + last.String()
	}
	return first.String() + " to " + last.String()
}

// period says from when until when: "between 29 February and 7 May 1964".
func period(first, last DriftPoint) string {
	if first.From == last.From {
		return "on " + about(first.Made) + dayWords(first.From)
	}
	from, to := edtf.Between(first.From, last.From)
	return "between " + about(first.Made) + from + " and " + about(last.Made) + to
}

// about is the word before what rests on dates of which one is approximate, or nothing.
func about(dates ...edtf.Date) string {
	if slices.ContainsFunc(dates, edtf.Date.Approximate) {
		return "about "
	}
	return ""
}

func dayWords(d edtf.Day) string { return d.Humanize() }

// about says for what the dates are: "for the preparatory meeting", or on what if it is no meeting: "on public polemics".
func (s DriftSeries) about() string {
	if s.Track.Meeting {
		return "for " + definite(s.Track.Title)
	}
	return "on " + table.LowerFirst(s.Track.Title)
}

// definite puts the article before the title of a track, in the place of any that it has: "the preparatory meeting".
func definite(title string) string {
	title = table.LowerFirst(title)
	for _, article := range []string{"the ", "a ", "an "} {
		title = strings.TrimPrefix(title, article)
	}
	return "the " + title
}

// DefiniteName puts the article before a name that is letters for words, as sentences have it: "the CPC".
func DefiniteName(name string) string {
	if len(name) > 1 && name == strings.ToUpper(name) && name != strings.ToLower(name) {
		return "the " + name
	}
	return name
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return DefiniteName(name) + "’"
	}
	return DefiniteName(name) + "’s"
}
