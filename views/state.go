package views

import (
	"net/url"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// State is the state of play on a day.
type State struct {
	Base
	Action    string
	On        string // the day, YYYY-MM-DD
	Day       string // the day in words
	Step      int    // the number of the last day on or before it on which something happened, from 1
	Steps     int
	Previous  Link
	Next      Link
	Days      []Link
	DaysLabel string
	Board     Board
	Questions []Answer
	Changed   Section
	Tracks    []StateTrack
	Rules     []Fact
}

func (State) template() string { return "state.html" }

// Answer is one of the four questions with what the record says.
type Answer struct {
	Question string
	Items    []AnswerItem
	More     Link // to all, where only some are told
	None     string
}

// AnswerItem is one track with a line for each term, or one proposal or document.
type AnswerItem struct {
	Link
	Words string
	Lines []AnswerLine
}

// AnswerLine is one term: what each side holds on it, and the sources.
type AnswerLine struct {
	Term    string
	Words   string
	Sources []Link
}

// StateTrack is one track with its terms.
type StateTrack struct {
	Link
	ID    string
	Pairs []StatePair
	More  string // how many pairs are left out

	pairs int
}

// StatePair is two parties on a track.
type StatePair struct {
	Label string // track and parties, as the table is called
	A, B  Link
	Rows  []StateRow
}

// StateRow is how two parties stand on a term.
type StateRow struct {
	Term    string
	A, B    StateSide
	Verdict string
	Class   string // the verdict as a word for the style sheet
	Gap     string
	Answer  []Link
}

// StateSide is what one party holds.
type StateSide struct {
	Values  []Link
	Wording string
	Carried string // since when, if it is carried over
	Sources []Link
}

// Day returns the day a query asks for: the day written in on, or the step of that number, or else the end of the
// record.
func Day(ix *domain.Index, on string, step int) (edtf.Day, error) {
	steps := compare.Steps(ix)
	switch {
	case on != "":
		date, err := edtf.Read(on)
		if err != nil {
			return edtf.Day{}, domain.Errorf(domain.Invalid, "the day in \"on\" cannot be read: %w", err)
		}
		first, day, known := date.Bounds()
		if date.Kind() != edtf.Calendar || date.Precision() != edtf.ToDay || !known || first != day {
			return edtf.Day{}, domain.Errorf(domain.Invalid, "%q is not one day: write it as 6 March 1964 or 1964-03-06", on)
		}
		return day, nil
	case step >= 1 && step <= len(steps):
		return steps[step-1], nil
	}
	return compare.LastDay(ix), nil
}

// NewState returns the state of play on a day.
func (s *Site) NewState(day edtf.Day) State {
	s = s.forPage()
	lede := "What each side holds, what is agreed, what is open, and whose move it is."
	p := State{Base: s.base("State of play on "+dayWords(day), lede, "/state"), On: day.String(), Day: dayWords(day), Action: s.root() + "/state"}
	now := compare.StateOfPlay(s.ix, day)
	p.Board = s.newBoard(day, now, s.steps(&p, day, now))
	p.Questions = s.fourQuestions(day, now)
	p.Tracks = s.stateTracks(now)
	for _, v := range compare.Verdicts() {
		p.Rules = append(p.Rules, Fact{string(v), []Link{{Label: v.Rule()}}})
	}
	p.onDay(day, nil)
	p.Downloads = []Download{download("", s.root()+"/state", p.query, "one row for each track, pair and term")}
	return p
}

func (s *Site) stateLink(day edtf.Day) Link {
	return Link{Label: dayWords(day), Href: s.root() + "/state?on=" + url.QueryEscape(day.String())}
}

// steps fills in where the day stands among those on which something happened, and what changed since the one before: it
// returns the rows that did.
func (s *Site) steps(p *State, day edtf.Day, now table.Table) (changed table.Table) {
	steps := s.days()
	p.Steps, p.DaysLabel = len(steps), "All days on which something happened"
	if s.oneIn > 1 {
		p.DaysLabel = s.daysLabel()
	}
	var previous edtf.Day
	for i, d := range steps {
		p.Days = append(p.Days, s.stateLink(d))
		switch {
		case d.Compare(day) < 0:
			previous = d
			p.Previous = s.stateLink(d)
		case d.Compare(day) > 0 && p.Next.Href == "":
			p.Next = s.stateLink(d)
		}
		if d.Compare(day) <= 0 {
			p.Step = i + 1
		}
	}
	p.Changed = Section{ID: "changed", Title: "What is new"}
	if previous.IsZero() {
		return changed
	}
	before := compare.StateOfPlay(s.ix, previous)
	changed = compare.StateChanges(before, now)
	p.Changed.Title += " since " + dayWords(previous)
	for _, n := range compare.NewsSince(s.ix, previous, day) {
		p.Changed.Items = append(p.Changed.Items, []Link{s.link(n.About), {Label: n.Words}})
	}
	p.Changed.Items = append(p.Changed.Items, s.changes(changed, compare.StateChanges(now, before))...)
	if some, more := firstOfMany(p.Changed.Items, mostLines, "change"); more != "" {
		p.Changed.Items = append(some[:mostLines:mostLines], []Link{{Label: more + "."}})
	}
	if len(p.Changed.Items) == 0 {
		p.Changed.Lede = "Nothing but the days waited."
	}
	return changed
}

// changes says for each row that differs what it is now and what it was.
func (s *Site) changes(now, old table.Table) [][]Link {
	var items [][]Link
	told := "" // the track that is settled or under way, which is told once
	for _, r := range now.Rows {
		if track := get(now, r, "track").String(); over(now, r) {
			if track != told {
				items = append(items, []Link{s.link(get(now, r, "track")[0]), {Label: get(now, r, "verdict").String()}})
			}
			told = track
			continue
		}
		words := get(now, r, "term").String() + ": " + s.standing(now, r)
		if was := sameRow(now, r, old); was != nil {
			if before := s.standing(old, *was); before != s.standing(now, r) {
				words += " (was " + before + ")"
			} else {
				words += ", stated anew"
			}
		}
		items = append(items, []Link{s.link(get(now, r, "track")[0]), {Label: words}})
	}
	return items
}

func sameRow(t table.Table, r table.Row, in table.Table) *table.Row {
	for i, o := range in.Rows {
		same := true
		for _, name := range []string{"track", "term", "a", "b"} {
			same = same && get(t, r, name).String() == get(in, o, name).String()
		}
		if same {
			return &in.Rows[i]
		}
	}
	return nil
}

// standing says a row in words: what each holds and the verdict.
func (s *Site) standing(t table.Table, r table.Row) string {
	words := get(t, r, "verdict").String()
	if gap := get(t, r, "gap").String(); gap != "" {
		words += ", " + gap
	}
	for _, side := range []string{"a", "b"} {
		value := display(get(t, r, side+"_value"))
		if value == "" {
			value = "nothing"
		}
		words += "; " + get(t, r, side)[0].Display() + ": " + value
	}
	return words
}

func display(c table.Cell) string {
	words := make([]string, len(c))
	for i, v := range c {
		words[i] = v.Display()
	}
	return strings.Join(words, ", ")
}

// wordingOf returns the words of a term where they say more than its values do.
func wordingOf(wording, value table.Cell) string {
	words := inOneLine(wording, table.Value.Display)
	if strings.EqualFold(words, inOneLine(value, table.Value.Display)) ||
		strings.EqualFold(words, inOneLine(value, func(v table.Value) string { return v.Text })) {
		return ""
	}
	return words
}

func inOneLine(c table.Cell, say func(table.Value) string) string {
	words := make([]string, len(c))
	for i, v := range c {
		words[i] = say(v)
	}
	return strings.Join(words, "; ")
}

func get(t table.Table, r table.Row, column string) table.Cell {
	if i := t.Index(column); i >= 0 {
		return r.Cells[i]
	}
	return nil
}

// stateTracks gathers the rows by track and pair. Of too many pairs each track tells its first.
func (s *Site) stateTracks(now table.Table) []StateTrack {
	var tracks []StateTrack
	most := mostPairs / max(1, len(s.ix.Dossier.Tracks))
	var last [3]string
	for _, r := range now.Rows {
		id := get(now, r, "track").String()
		if len(tracks) == 0 || tracks[len(tracks)-1].ID != id {
			tracks = append(tracks, StateTrack{ID: id, Link: s.link(get(now, r, "track")[0])})
		}
		t := &tracks[len(tracks)-1]
		if over(now, r) {
			t.More = "Everything on this track is " + get(now, r, "verdict").String() + "."
			continue
		}
		if pair := [3]string{id, get(now, r, "a").String(), get(now, r, "b").String()}; pair != last {
			last = pair
			t.pairs++
		}
		if t.pairs > most {
			t.More = leftOutWords(t.pairs-most, "pair", " of parties on this track") + ". The table as CSV has all."
			continue
		}
		a, b := s.link(get(now, r, "a")[0]), s.link(get(now, r, "b")[0])
		if n := len(t.Pairs); n == 0 || t.Pairs[n-1].A.Href != a.Href || t.Pairs[n-1].B.Href != b.Href {
			t.Pairs = append(t.Pairs, StatePair{Label: t.Label + ": " + a.Label + " and " + b.Label, A: a, B: b})
		}
		pair := &t.Pairs[len(t.Pairs)-1]
		pair.Rows = append(pair.Rows, s.stateRow(now, r))
	}
	return tracks
}

// daysWords says how many days a cell of a table has.
func daysWords(cell string) string {
	n, _ := strconv.Atoi(cell) // is a number
	return cell + " " + compare.Noun(n, "day")
}

// over reports whether a meeting or event has ended what a row is about.
func over(t table.Table, r table.Row) bool {
	v := compare.Verdict(get(t, r, "verdict").String())
	return v == compare.Settled || v == compare.UnderWay
}

func (s *Site) stateRow(t table.Table, r table.Row) StateRow {
	row := StateRow{Term: get(t, r, "term").String(), A: s.stateSide(t, r, "a"), B: s.stateSide(t, r, "b"),
		Verdict: get(t, r, "verdict").String(), Gap: get(t, r, "gap").String(), Answer: s.links(get(t, r, "answer"))}
	if marks := display(get(t, r, "marks")); marks != "" {
		row.Gap = strings.TrimPrefix(row.Gap+"; "+marks, "; ")
	}
	row.Class = strings.ReplaceAll(row.Verdict, " ", "-")
	if days := get(t, r, "days_waited").String(); days != "" {
		row.Gap = strings.TrimSuffix(daysWords(days)+" waited; "+row.Gap, "; ")
	}
	return row
}

func (s *Site) stateSide(t table.Table, r table.Row, name string) StateSide {
	v := StateSide{Values: s.links(get(t, r, name+"_value")), Sources: s.links(get(t, r, name+"_citation"))}
	v.Wording = wordingOf(get(t, r, name+"_wording"), get(t, r, name+"_value"))
	if len(v.Values) == 0 && v.Wording != "" {
		v.Values, v.Wording = []Link{{Label: v.Wording}}, ""
	}
	switch since := display(get(t, r, name+"_since")); compare.State(get(t, r, name+"_state").String()) {
	case compare.CarriedOver:
		v.Carried = "carried over from " + since
	case compare.Accepted:
		v.Carried = "by accepting, " + since
	case compare.Maintained:
		v.Carried = "maintained, " + since
	}
	return v
}
