package views

import (
	"html/template"
	"net/url"
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Drift shows how the dates proposed on each track moved, as of a day.
type Drift struct {
	Base
	Lede    string
	Action  string
	On      string // the day, YYYY-MM-DD
	Day     string // the day in words
	Tracks  []Option
	Figures []DriftFigure
	Beside  []DriftFigure // of tracks that are neither talk nor meeting
	Rules   []Fact
}

func (Drift) template() string { return "drift.html" }

// NewDrift returns the page of one track, or of all on which a day was proposed if track is empty. A track that does
// not exist is an error of kind NotFound.
func (s *Site) NewDrift(track string, day edtf.Day) (Drift, error) {
	lede := "When each proposal was made, against the day that it proposes. A line that rises puts the meeting off; one that runs level " +
		"into the shaded part has let its day pass."
	p := Drift{Base: s.base("Drift of the dates", lede, "/drift"), Lede: lede, Action: s.root() + "/drift", On: day.String(),
		Day: dayWords(day), Rules: driftRules()}
	if track != "" {
		t, err := s.ix.Track(track)
		if err != nil {
			return p, err
		}
		p.Title += ": " + t.Title
	}
	dates := compare.Drift(s.ix, day)
	p.Tracks = s.driftOptions(track, dates)
	s.offer(&p.Base, "Track", p.Tracks, func(id string) string { return s.driftHref("/drift", id, day) })
	s.offerDays(&p.Base, day, func(d edtf.Day) string { return s.driftHref("/drift", track, d) })
	for _, t := range s.ix.Dossier.Tracks {
		if track != "" && t.ID != track {
			continue
		}
		f := s.driftFigure(t.ID, day, dates)
		switch {
		case track == "" && f.SVG == "":
		case t.Meeting || track != "":
			p.Figures = append(p.Figures, f)
		default:
			p.Beside = append(p.Beside, f)
		}
	}
	p.onDay(day, driftQuery(track, day))
	p.Downloads = []Download{download("", s.root()+"/drift", p.query, "one row for each party and proposal that states a date")}
	return p, nil
}

// driftOptions are the tracks on which a date was proposed.
func (s *Site) driftOptions(chosen string, dates table.Table) []Option {
	options := []Option{{Label: "all tracks", Selected: chosen == ""}}
	for _, t := range s.ix.Dossier.Tracks {
		if t.ID == chosen || len(dates.Filter(table.Filter{Track: t.ID}).Rows) > 0 {
			options = append(options, Option{t.ID, t.Title, t.ID == chosen})
		}
	}
	return options
}

func (s *Site) driftHref(path, track string, day edtf.Day) string {
	return s.root() + path + encode(driftQuery(track, day))
}

func driftQuery(track string, day edtf.Day) url.Values {
	return with(url.Values{"on": {day.String()}}, "track", track)
}

// driftFigure returns the drift chart of one track as of a day, with its part of the dates of all tracks. It has no SVG if no day was proposed
// by then, or if there is no such track.
func (s *Site) driftFigure(track string, day edtf.Day, dates table.Table) DriftFigure {
	series, err := compare.DriftOf(s.ix, track, day)
	if err != nil {
		return DriftFigure{}
	}
	f := DriftFigure{ID: track, Title: series.Track.Title, Description: s.driftDescription(series)}
	told, more := series.Sentences()
	for _, said := range told {
		f.Said = append(f.Said, s.said(said.Words, said.Proposals))
	}
	if more > 0 {
		f.Untold = "Of so many parties, pairs are told of which one moved its date at least, " + leftOutWords(more, "pair", "") + "; the dates of the others stand in the table."
	}
	rows := dates.Filter(table.Filter{Track: track})
	f.Table = s.table(rows, "Dates proposed: "+series.Track.Title, emptyColumns(rows, "track")...)
	f.Table.shorten()
	f.Downloads = []Link{{Label: "This track alone", Href: s.driftHref("/drift", track, day)},
		{Label: "table as CSV", Href: s.driftHref("/drift.csv", track, day)}}
	if series.Dated() {
		f.SVG = template.HTML(s.driftSVG(series, f.Description))
		f.Downloads = append(f.Downloads, Link{Label: "picture\u00a0as\u00a0SVG", Href: s.driftHref("/drift.svg", track, day)})
	}
	return f
}

// DriftPicture returns the chart of one track as a file of its own, or an error of kind NotFound if there is none.
func (s *Site) DriftPicture(track string, day edtf.Day) (string, error) {
	series, err := compare.DriftOf(s.ix, track, day)
	if err != nil {
		return "", err
	}
	if !series.Dated() {
		return "", domain.Errorf(domain.NotFound, "no day was proposed on the track %q by %s: choose another day or track", track, day)
	}
	return s.driftSVG(series, s.driftDescription(series)), nil
}

// emptyColumns names the columns of a table that no row fills, and those given.
func emptyColumns(t table.Table, names ...string) []string {
	for i, c := range t.Columns {
		filled := false
		for _, row := range t.Rows {
			filled = filled || len(t.Shown(row, i)) > 0
		}
		if !filled {
			names = append(names, c.Name)
		}
	}
	return names
}

// driftDescription says in one sentence what the chart shows.
func (s *Site) driftDescription(d compare.DriftSeries) string {
	made, proposed, kept := span{}, span{}, 0
	proposals := map[string]bool{}
	var parties []string
	for _, line := range d.Lines {
		for _, id := range line.Parties {
			if name := compare.DefiniteName(s.short(id)); !slices.Contains(parties, name) {
				parties = append(parties, name)
			}
		}
		for _, p := range line.Points {
			made.add(p.Made)
			proposed.add(p.Date)
			if !proposals[p.Proposal.Text] && p.Fate == compare.FateKept {
				kept++
			}
			proposals[p.Proposal.Text] = true
		}
	}
	if len(proposals) == 0 {
		return "Nobody had proposed a date on this track by then."
	}
	words := table.UpperFirst(compare.CountOf(len(proposals), "date")) + " proposed by " + nameSome(parties, "parties") + ", made " + made.words()
	if proposed.known() {
		words += ", for days that lie " + proposed.words()
	}
	if d.Track.Meeting {
		words += "; by " + dayWords(d.AsOf) + " " + compare.Count(kept) + " of them had led to a meeting in this record"
	}
	if !d.Dated() {
		words += "; none names a day by the calendar"
	}
	return words + "."
}

// span is the first and the last day of several dates.
type span struct{ first, last edtf.Day }

func (s *span) add(d edtf.Date) {
	for _, end := range []func() (edtf.Day, edtf.Edge){d.Earliest, d.Latest} {
		day, edge := end()
		if edge != edtf.Known {
			continue
		}
		if s.first.IsZero() || day.Compare(s.first) < 0 {
			s.first = day
		}
		if s.last.IsZero() || day.Compare(s.last) > 0 {
			s.last = day
		}
	}
}

func (s span) known() bool { return !s.first.IsZero() }

func (s span) words() string {
	switch {
	case !s.known():
		return "on days not known"
	case s.first == s.last:
		return "on " + dayWords(s.first)
	}
	return "from " + dayWords(s.first) + " to " + dayWords(s.last)
}

// driftRules are the rules by which the chart is drawn, a sentence each.
func driftRules() []Fact {
	rule := func(label, words string) Fact { return Fact{label, []Link{{Label: words}}} }
	return []Fact{
		rule("mark", "A proposal stands at the last day on which it can have been made; its bar reaches from the first to the last day it proposes and is broken where that is said to be about right or uncertain."),
		rule("open end", "A bar whose end is open or unknown fades out, and the label says which."),
		rule("in words", "A date that names no day by the calendar stands in the lane below, in its wording."),
		rule("line", "A line runs level while the date is its party's latest word, proposed or accepted: until its next date, until it is withdrawn, or until a meeting takes place that fulfils a proposal of the track."),
		rule("accepted", "A date of another that a party accepted stands on its own line too, at the last day on which it can have been accepted, and says so."),
		rule("together", "Those who propose a date together share a line; what one of them proposes alone stands on a line of its own."),
		rule("span", "The scales reach from the first to the last mark and meeting of the track, and a quarter of that further where that time has passed."),
		rule("several at once", "Of several dates put forward together the line goes through the first that names a day and is not offered as an alternative; the others stand beside it."),
		rule("filled", "A filled mark took place: a meeting held by that day fulfils the proposal. A hollow one did not take place in this record, or lies ahead."),
		rule("crossed", "A crossed mark was withdrawn by its own party, the date or the whole proposal."),
		rule("made = proposed", "On the diagonal a proposal would be for the day on which it is made; in the shaded part below it the day has passed."),
		rule("gap", "The gap of two dates is counted from start to start, in months if it is one or more; dates that share a day overlap and have none."),
	}
}
