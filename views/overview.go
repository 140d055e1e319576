package views

import (
	"slices"
	"sync"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Overview is the first page of a dossier: what is negotiated, between whom and when, and for each track what each
// side holds and what is unanswered.
type Overview struct {
	Base
	Lede   string
	Facts  []Fact
	AsOf   Link        // the day of what stands below, to the state of play on it
	Figure DriftFigure // how the dates of the first talks moved; no SVG if none was proposed
	State  []Answer    // the four questions on that day
	Talks  []TrackView // tracks that are a talk or meeting
	Others []TrackView
}

func (Overview) template() string { return "overview.html" }

// TrackView is one track with the positions on it.
type TrackView struct {
	ID        string
	Title     Link
	Summary   string
	Positions Grid
	Unheld    string // how many parties the grid leaves out
	Silent    []Silent
	Unsaid    string // how many more wait
	Quiet     string // when nobody waits
	More      []Link // everything on this track
}

// Silent is a proposal to which the record has no answer from an addressee.
type Silent struct {
	Proposal Link
	From     []Link
	Waited   string
}

// NewOverview returns the overview as of the last day on which the record has a document.
func (s *Site) NewOverview() Overview {
	d := s.ix.Dossier
	asOf := compare.LastDay(s.ix)
	o := Overview{Base: s.base(d.Title, d.Summary, ""), Lede: d.Summary, AsOf: s.stateLink(asOf), Facts: s.overviewFacts()}
	o.State = s.fourQuestions(asOf, compare.NewPlay(s.ix, asOf))
	o.Figure = s.firstFigure(asOf)
	positions, waits := compare.Positions(s.ix, asOf), compare.Waits(s.ix, asOf)
	outcomes := sync.OnceValue(func() table.Table { return compare.SilenceMap(s.ix, asOf) })
	for _, t := range d.Tracks {
		view := s.track(t, positions, waits, outcomes)
		if t.Meeting {
			o.Talks = append(o.Talks, view)
		} else {
			o.Others = append(o.Others, view)
		}
	}
	o.Downloads = []Download{
		{Files: []Link{{Label: "Everything as a data package", Href: s.root() + "/datapackage.zip"}},
			Hint: "a zip with every table as CSV, its types and keys, the codebook, how to cite it and the dossier's own files"},
		download("Positions", s.root()+"/positions", nil, "what each side holds on each term"),
		download("Silence", s.root()+"/silence", nil, "proposals without an answer in this record"),
	}
	return o
}

// firstFigure draws the dates of the first talks for which any were proposed.
func (s *Site) firstFigure(asOf edtf.Day) DriftFigure {
	dates := compare.Drift(s.ix, asOf)
	for _, t := range s.ix.Dossier.Tracks {
		if !t.Meeting {
			continue
		}
		if f := s.driftFigure(t.ID, asOf, dates); f.SVG != "" {
			f.ID = "drift"
			return f
		}
	}
	return DriftFigure{}
}

func dayWords(d edtf.Day) string {
	if d.IsZero() {
		return ""
	}
	return d.Humanize()
}

func (s *Site) overviewFacts() []Fact {
	d := s.ix.Dossier
	var facts []Fact
	if sides := s.sides(); len(sides) > 0 {
		facts = append(facts, Fact{"Between", sides})
	}
	if span := s.span(); span != "" {
		facts = append(facts, Fact{"Documents held", []Link{{Label: span}}})
	}
	count := func(n int, word, path string) Link {
		return Link{Label: compare.CountOf(n, word), Href: s.root() + path}
	}
	return append(facts, Fact{"In the record", []Link{count(len(d.Proposals), "proposal", "/proposals"),
		count(len(d.Responses), "response", "/responses"), count(len(d.Documents), "document", "/documents"),
		count(len(d.Meetings), "meeting", "/meetings"), count(len(d.Claims), "claim", "/claims"),
		count(len(d.Statements), "statement", "/statements")}})
}

// mostSides is how many parties stand at the head of a dossier.
const mostSides = 4

// sides are those between whom the dossier is negotiated.
func (s *Site) sides() []Link {
	ids := compare.Between(s.ix, "")
	var links []Link
	for _, id := range ids[:min(len(ids), mostSides)] {
		links = append(links, s.partyLink(id))
	}
	return links
}

func (s *Site) partyLink(id string) Link {
	l := Link{Label: id, Href: s.Path(domain.SectionParties, id)}
	if p, err := s.ix.Party(id); err == nil {
		l.Label = p.Name
	}
	return l
}

func (s *Site) span() string {
	var first, last edtf.Date
	n := 0
	for _, d := range s.ix.Dossier.Documents {
		when := d.When().Value
		if !d.Held || when.IsZero() {
			continue
		}
		n++
		if first.IsZero() || edtf.Compare(when, first) < 0 {
			first = when
		}
		if last.IsZero() || edtf.Compare(when, last) > 0 {
			last = when
		}
	}
	if n == 0 {
		return ""
	}
	return compare.Count(n) + ", from " + first.Humanize() + " to " + last.Humanize()
}

func (s *Site) track(t domain.Track, positions table.Table, waits []compare.Wait, outcomes func() table.Table) TrackView {
	f := table.Filter{Track: t.ID}
	held := positions.Filter(f)
	v := TrackView{ID: t.ID, Summary: t.Summary, Positions: s.pivot(held, "party", "Positions: "+t.Title),
		Title: Link{Label: t.Title, Href: s.root() + "/comparison?track=" + t.ID},
		More:  s.trackLinks(t.ID)}
	v.Unheld = v.Positions.narrow()
	for i := range v.Positions.Heads {
		v.Positions.Heads[i].Hint = ""
	}
	waits = slices.DeleteFunc(slices.Clone(waits), func(w compare.Wait) bool { return w.Proposal.Track != t.ID })
	waits, v.Unsaid = firstOfMany(waits, mostLines, "proposal")
	for _, w := range waits {
		v.Silent = append(v.Silent, s.silent(w))
	}
	if len(v.Silent) == 0 {
		v.Quiet = compare.Quiet(outcomes().Filter(f))
	}
	return v
}

// trackLinks lead to everything on a track.
func (s *Site) trackLinks(track string) []Link {
	query := "?track=" + track
	links := []Link{{Label: "proposals", Href: s.root() + "/proposals" + query}, {Label: "responses", Href: s.root() + "/responses" + query},
		{Label: "proposals compared", Href: s.root() + "/comparison" + query}}
	if s.claimsAbout(track) > 0 {
		links = append(links, Link{Label: "claims about it", Href: s.root() + "/claims" + query})
	}
	return links
}

// silent says a wait as pages do.
func (s *Site) silent(w compare.Wait) Silent {
	v := Silent{From: s.links(w.From),
		Proposal: s.link(table.Value{Text: w.Proposal.Summary, Ref: table.Ref{Section: domain.SectionProposals, ID: w.Proposal.ID}})}
	if w.Known {
		v.Waited = compare.Days(w.Days)
	}
	if w.Times > 1 {
		v.Waited += "; asked " + itoa(w.Times) + " times, first " + w.Since.Humanize()
	}
	return v
}
