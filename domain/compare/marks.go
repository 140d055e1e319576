package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Marks of a verdict. None changes it.
const (
	markLapsed    = "lapsed"       // a date that one holds has passed
	markCondition = "on-condition" // a condition on the whole is neither met nor accepted
	markJoint     = "joint"        // one holds it together with others
	markCarried   = "carried-over" // with the party: its latest document did not restate it
	markAlleged   = "alleged"      // with the party on whose account the verdict rests
)

// mark is one of the marks, with the party that it is about if it is about one.
type mark struct{ word, party string }

func (d *stand) mark(p pair) {
	add := func(word, party string) {
		if m := (mark{word, party}); !slices.Contains(d.marks, m) {
			d.marks = append(d.marks, m)
		}
	}
	for _, side := range []side{d.a, d.b} {
		for _, h := range side.options {
			if passed(h, d.asOf) {
				add(markLapsed, "")
			}
			if h.state == CarriedOver {
				add(markCarried, side.party)
			} else if h.accepted == nil && len(h.proposal.By) > 1 {
				add(markJoint, "")
			}
		}
	}
	if d.answer != nil && d.answer.Alleged() {
		add(markAlleged, d.answer.Attester())
	}
	if d.verdict == Agreed && d.kind != domain.TermCondition && d.conditioned(p) {
		add(markCondition, "")
	}
}

// conditioned reports whether one of two sides has put a condition that the other has not accepted: as a term of what it
// proposes, or in answer to the whole.
func (d *stand) conditioned(p pair) bool {
	c := p.judge(domain.TermCondition)
	if c.a.holds() != c.b.holds() || c.verdict != "" && c.verdict != Agreed && c.verdict != NotRaised {
		return true
	}
	onWhole := func(of side, by string) bool {
		return slices.ContainsFunc(of.options, func(h holding) bool {
			answer := d.latest(d.alike(h), by, "", func(a *domain.Response) bool { return !a.Alleged() })
			return answer != nil && answer.Stance == domain.Conditions
		})
	}
	return onWhole(d.a, d.b.party) || onWhole(d.b, d.a.party)
}

// markCell is a cell of marks: for a file the word and, after a colon, the party.
func (r *reader) markCell(s *stand) table.Cell {
	var cell table.Cell
	for _, m := range s.marks {
		v := table.Value{Text: m.word}
		if m.party != "" {
			v.Text += ":" + m.party
		}
		v.Label = r.markWords(s, m)
		cell = append(cell, v)
	}
	return cell
}

func (r *reader) markWords(s *stand, m mark) string {
	who := r.Party(m.party).Display()
	switch m.word {
	case markLapsed:
		return r.lapsedWords(s)
	case markCondition:
		return "on condition"
	case markCarried:
		return "not restated by " + definiteName(who)
	case markAlleged:
		return "by the account of " + who
	}
	return m.word
}

// lapsedWords say which dates have passed: "since lapsed, passed on 18 January 1969".
func (r *reader) lapsedWords(s *stand) string {
	var days []string
	for _, h := range slices.Concat(s.a.options, s.b.options) {
		if words := "passed on " + dayWords(lastDay(h.term.Date)); passed(h, s.asOf) && !slices.Contains(days, words) {
			days = append(days, words)
		}
	}
	words := strings.Join(days, ", ")
	if s.verdict == Agreed {
		return "since lapsed: " + words
	}
	return words
}
