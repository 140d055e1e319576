package views

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// Ledger shows how every restated or amended term moved, party by party, by a day.
type Ledger struct {
	Base
	On      string
	Lede    string
	Filter  FilterForm
	Totals  Table
	Rule    string
	Rules   []LedgerRule
	Parties []LedgerParty
	Showing string
}

func (Ledger) template() string { return "ledger.html" }

// LedgerRule is one movement and its rule.
type LedgerRule struct {
	Movement string
	Class    string
	Rule     string
}

// LedgerParty is the moves of one party.
type LedgerParty struct {
	Link
	ID      string
	Summary string
	Moves   [][]Link // toward the other side or away from it, a sentence each
	Unmoved string   // what to say where there are none
	Demands [][]Link
	Tracks  []LedgerTrack
}

// LedgerTrack is the moves of one party on one track.
type LedgerTrack struct {
	Link
	Caption string
	Rows    []LedgerRow
}

// LedgerRow is one move: what was said before, what after, and what the other side held.
type LedgerRow struct {
	ID       string
	Term     string
	Other    []Link
	Before   LedgerSide
	After    LedgerSide
	Held     LedgerSide
	Change   string
	Measured string // "132 days apart before, 335 days apart after"
	Movement string
	Class    string
	Override string
	Reason   string
	Sources  []Link // of the editor
}

// LedgerSide is one of the three statements that a move rests on.
type LedgerSide struct {
	Values  []Link
	Wording string
	Since   Link
	Sources []Link
}

// NewLedger returns the concession ledger of a day.
func (s *Site) NewLedger(d OnDay) Ledger {
	path := s.root() + "/ledger"
	lede := "For every term that a party restated, amended, accepted or dropped: whether it moved toward the other side, away from it, or not at all."
	p := Ledger{Base: s.base("Concessions until "+dayWords(d.Day), lede, "/ledger"), On: d.Day.String(), Lede: compare.LedgerSentence(d.Shown, d.Day),
		Filter: filterForm(table.Listing{Table: d.All, Fields: d.All.Fields()}, path, d.Query), Rule: compare.LedgerRule,
		Totals:  s.totals(compare.LedgerTotals(d.Shown), d.All.Columns[d.All.Index("movement")].Values, path, d.Query),
		Showing: showing(0, len(d.Shown.Rows), len(d.Shown.Rows), len(d.All.Rows))}
	p.onDay(d.Day, d.Query)
	p.Filter.label("stance", "Movement")
	s.offerDays(&p.Base, d.Day, s.onDays("/ledger"))
	for _, m := range domain.Movements() {
		p.Rules = append(p.Rules, LedgerRule{string(m), class(string(m)), compare.MovementRule(m)})
	}
	p.Parties = s.ledgerParties(d)
	p.Downloads = s.dayDownloads(d, "ledger", "ledger-totals")
	return p
}

// ledgerParties gathers the rows of each party, in the order in which the whole table first has the parties.
func (s *Site) ledgerParties(d OnDay) []LedgerParty {
	var parties []LedgerParty
	for _, total := range compare.LedgerTotals(d.Shown).Rows {
		of := d.Shown.Filter(table.Filter{Party: total.Ref.ID})
		p := LedgerParty{Link: s.link(total.Cells[0][0]), ID: total.Ref.ID, Summary: compare.LedgerSentence(of, d.Day),
			Moves:   s.ledgerSentences(of, domain.MovedToward, domain.MovedAway),
			Unmoved: "None of these can be shown by rule to have moved toward the other side or away from it.",
			Demands: s.ledgerSentences(of, domain.MovedNew)}
		for _, on := range split(of, "track") {
			p.Tracks = append(p.Tracks, s.ledgerTrack(on, p.Label, len(parties), len(p.Tracks)))
		}
		parties = append(parties, p)
	}
	return parties
}

// ledgerSentences are the moves of some sorts in words, each with its source; a new demand put to several is told once.
func (s *Site) ledgerSentences(t table.Table, of ...domain.Movement) [][]Link {
	var sentences [][]Link
	shown := map[string]bool{}
	for _, row := range t.Rows {
		words := get(t, row, "sentence").String()
		if shown[words] || !slices.Contains(of, row.Of.(compare.Moved).Movement) {
			continue
		}
		shown[words] = true
		item := []Link{{Label: words, Href: s.Href(row.Ref)}}
		sentences = append(sentences, append(item, s.links(firstOf(get(t, row, "citation")))...))
	}
	return sentences
}

func (s *Site) ledgerTrack(t table.Table, party string, nth ...int) LedgerTrack {
	v := t.Rows[0].Of.(compare.Moved).Track
	track := LedgerTrack{Link: s.link(v), Caption: party + ": " + v.Display()}
	for i, row := range t.Rows {
		r := s.ledgerRow(t, row)
		r.ID = "move"
		for _, n := range append(nth, i) {
			r.ID += "-" + itoa(n+1)
		}
		track.Rows = append(track.Rows, r)
	}
	return track
}

func (s *Site) ledgerRow(t table.Table, row table.Row) LedgerRow {
	m := row.Of.(compare.Moved)
	r := LedgerRow{Term: string(m.Term), Other: s.links(get(t, row, "other")), Change: get(t, row, "change").String(),
		Before: s.ledgerSide(t, row, "before_"), After: s.ledgerSide(t, row, ""), Held: s.ledgerSide(t, row, "other_"),
		Movement: string(m.Movement), Class: class(string(m.Movement))}
	if m.Override != nil {
		r.Override, r.Reason, r.Sources = string(m.Override.Movement), m.Override.Reason, s.sources(m.Override.Citations)
	}
	if len(r.After.Values) == 0 && r.After.Wording == "" {
		r.After = LedgerSide{} // dropped
	}
	if m.Movement == domain.MovedNot && strings.HasPrefix(r.Change, "same") {
		r.Change = "" // which the movement has said
	}
	switch {
	case m.Before != "" && m.After != "" && m.Before == m.After:
		r.Measured = m.Before + ", as before"
	case m.Before != "" && m.After != "":
		r.Measured = m.Before + " before, " + m.After + " after"
	default:
		r.Measured = m.After
	}
	return r
}

func (s *Site) ledgerSide(t table.Table, row table.Row, prefix string) LedgerSide {
	side := LedgerSide{Values: s.links(get(t, row, prefix+"value")), Sources: s.links(get(t, row, prefix+"citation"))}
	side.Wording = wordingOf(get(t, row, prefix+"wording"), get(t, row, prefix+"value"))
	if since, proposal := get(t, row, prefix+"since"), get(t, row, prefix+"proposal"); len(proposal) > 0 {
		side.Since = s.link(proposal[0])
		side.Since.Label, side.Since.Hint = display(since), ""
		if len(since) == 0 {
			side.Since.Label = "no date"
		}
	}
	return side
}
