package views

import (
	"net/url"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Sheet sets parties on days side by side, to be printed: terms as rows, footnotes at the foot.
type Sheet struct {
	Base
	Lede       string
	Action     string
	Tracks     []Option
	Columns    []SheetColumn // of the form, with empty ones to fill
	Parties    []Option
	Compromise bool
	A3         bool // printed on A3 instead of A4
	Heads      []GridHead
	Rows       []SheetRow
	Outcome    []Link
	Notes      []Note
}

func (Sheet) template() string { return "sheet.html" }

// SheetColumn is one column as the form shows it.
type SheetColumn struct {
	Number  string
	Parties []Option
	Day     string
}

// SheetRow is one term. Outcome stands in the first row for all of them.
type SheetRow struct {
	Term  string
	Cells []SheetCell
}

// SheetCell is what one column holds.
type SheetCell struct {
	Label   string
	Values  []Link
	Wording string
	Carried bool
	Change  string
	Altered bool
	Notes   []Note
}

// Note is a footnote: its number and the paragraph.
type Note struct {
	Number string
	Source Link
}

// SheetQuery is what a sheet is asked to show.
type SheetQuery struct {
	Track      string
	Columns    []compare.Holder
	Compromise bool
	A3         bool
}

// sheetColumns is how many columns the form offers at least.
const sheetColumns = 4

// mostColumns is how many columns a sheet shows unless more are asked for.
const mostColumns = 6

// ParseSheet reads the query of a sheet: track, any number of c (party@day), or party and day in turn as the form sends
// them, and compromise. Without columns it shows every turn of the track.
func ParseSheet(ix *domain.Index, query url.Values) (SheetQuery, error) {
	q := SheetQuery{Track: query.Get("track"), Compromise: query.Get("compromise") != "", A3: query.Get("paper") == "a3"}
	if q.Track == "" {
		q.Track = firstTalks(ix)
	}
	if _, err := ix.Track(q.Track); err != nil {
		return q, err
	}
	for _, c := range append(slices.Clone(query["c"]), formColumns(query)...) {
		party, on, _ := strings.Cut(c, "@")
		if _, err := ix.Party(party); err != nil {
			return q, err
		}
		day, err := Day(ix, on, 0)
		if err != nil {
			return q, err
		}
		q.Columns = append(q.Columns, compare.Holder{Party: party, Day: day})
	}
	if len(q.Columns) == 0 {
		q.Columns = mainTurns(compare.Turns(ix, q.Track))
	}
	return q, nil
}

// mainTurns keeps the last turns of the two parties that moved most often, as many as a sheet of paper holds.
func mainTurns(turns []compare.Holder) []compare.Holder {
	count := map[string]int{}
	var parties []string
	for _, t := range turns {
		if count[t.Party] == 0 {
			parties = append(parties, t.Party)
		}
		count[t.Party]++
	}
	slices.SortStableFunc(parties, func(a, b string) int { return count[b] - count[a] })
	parties = parties[:min(len(parties), 2)]
	turns = slices.DeleteFunc(turns, func(t compare.Holder) bool { return !slices.Contains(parties, t.Party) })
	return turns[max(0, len(turns)-mostColumns):]
}

// formColumns joins the fields of the form, party and day, two by two.
func formColumns(query url.Values) []string {
	var columns []string
	days := query["day"]
	for i, party := range query["party"] {
		if party != "" && i < len(days) {
			columns = append(columns, party+"@"+strings.TrimSpace(days[i]))
		}
	}
	return columns
}

func firstTalks(ix *domain.Index) string {
	for _, t := range ix.Dossier.Tracks {
		if t.Meeting {
			return t.ID
		}
	}
	if len(ix.Dossier.Tracks) > 0 {
		return ix.Dossier.Tracks[0].ID
	}
	return ""
}

func (q SheetQuery) values() url.Values {
	v := url.Values{"track": {q.Track}}
	for _, c := range q.Columns {
		v.Add("c", c.Party+"@"+c.Day.String())
	}
	if q.Compromise {
		v.Set("compromise", "1")
	}
	if q.A3 {
		v.Set("paper", "a3")
	}
	return v
}

// NewSheet returns the sheet that a query asks for.
func (s *Site) NewSheet(q SheetQuery) Sheet {
	title := "Side by side"
	if t, err := s.ix.Track(q.Track); err == nil {
		title += ": " + t.Title
	}
	lede := "What each side held on each of these days, what changed from column to column, and what came of it. Made to be printed."
	p := Sheet{Base: s.base(title, lede, "/sheet"), Lede: lede, Action: s.root() + "/sheet", Compromise: q.Compromise, A3: q.A3, Tracks: s.trackOptions(q.Track)}
	s.sheetForm(&p, q)
	s.offer(&p.Base, "Track", p.Tracks[1:], s.ofTracks("/sheet"))
	t := compare.Sheet(s.ix, q.Track, q.Columns)
	for _, c := range q.Columns {
		head := GridHead{Link: Link{Label: s.short(c.Party), Href: s.Path(domain.SectionParties, c.Party)}}
		head.Below = []Link{s.stateLink(c.Day)}
		p.Heads = append(p.Heads, head)
	}
	for _, row := range t.Rows {
		s.sheetCell(&p, t, row)
	}
	p.Outcome, p.query = s.outcome(q), with(q.values(), "compromise", "", "paper", "")
	p.Downloads = []Download{download("", s.root()+"/sheet", q.values(), "one row for each term and column"),
		{Files: []Link{{Label: "Link to this sheet", Href: s.root() + "/sheet" + encode(q.values())}}}}
	return p
}

func (s *Site) sheetForm(p *Sheet, q SheetQuery) {
	for i := range max(sheetColumns, len(q.Columns)+1) {
		c := SheetColumn{Number: itoa(i + 1)}
		chosen := ""
		if i < len(q.Columns) {
			chosen, c.Day = q.Columns[i].Party, q.Columns[i].Day.String()
		}
		c.Parties = s.proposerOptions(q.Track, chosen)
		p.Columns = append(p.Columns, c)
	}
}

// proposerOptions are the parties that propose anything on the track.
func (s *Site) proposerOptions(track, chosen string) []Option {
	options := []Option{{Label: "no column", Selected: chosen == ""}}
	for _, p := range onTrack(s.ix, track) {
		for _, id := range p.By {
			options = addOption(options, Option{id, s.short(id), id == chosen})
		}
	}
	return options
}

// sheetCell adds a cell to the row of its term, and its sources to the footnotes.
func (s *Site) sheetCell(p *Sheet, t table.Table, r table.Row) {
	term := get(t, r, "term").String()
	if n := len(p.Rows); n == 0 || p.Rows[n-1].Term != term {
		p.Rows = append(p.Rows, SheetRow{Term: term})
	}
	row := &p.Rows[len(p.Rows)-1]
	head := p.Heads[len(row.Cells)]
	c := SheetCell{Label: head.Label + ", " + head.Below[0].Label, Values: s.links(get(t, r, "value")), Change: get(t, r, "change").String(),
		Carried: get(t, r, "state").String() == string(compare.CarriedOver),
		Altered: get(t, r, "change_kind").String() == string(compare.ChangeAltered)}
	c.Wording = wordingOf(get(t, r, "wording"), get(t, r, "value"))
	if len(c.Values) == 0 && c.Wording != "" {
		c.Values, c.Wording = []Link{{Label: c.Wording}}, ""
	}
	for _, v := range get(t, r, "citation") {
		c.Notes = append(c.Notes, p.note(s.link(v)))
	}
	row.Cells = append(row.Cells, c)
}

// note returns the footnote for a source, numbering each source once.
func (p *Sheet) note(source Link) Note {
	i := slices.IndexFunc(p.Notes, func(n Note) bool { return n.Source.Href == source.Href })
	if i < 0 {
		p.Notes = append(p.Notes, Note{itoa(len(p.Notes) + 1), source})
		i = len(p.Notes) - 1
	}
	return p.Notes[i]
}

// outcome says what in the end took place on a track that is a talk or a meeting; of another there is nothing to say.
func (s *Site) outcome(q SheetQuery) []Link {
	if t, err := s.ix.Track(q.Track); err != nil || !t.Meeting {
		return nil
	}
	var links []Link
	meetings, atLast := compare.MeetingsAfter(s.ix, q.Track, q.Columns)
	for _, m := range meetings {
		links = append(links, Link{Label: withDate(m.Name, m.Date.Value), Href: s.Path(domain.SectionMeetings, m.ID)})
	}
	switch {
	case len(links) == 0:
		links = []Link{{Label: "did not take place in this record"}}
	case !atLast:
		links = append(links, Link{Label: "what was proposed last did not take place in this record"})
	}
	return links
}

// withDate adds its date to what is called so, unless the name ends with it.
func withDate(name string, d edtf.Date) string {
	when := dateWords(d)
	if strings.HasSuffix(name, when) {
		return name
	}
	return name + ", " + when
}

func dateWords(d edtf.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Humanize()
}
