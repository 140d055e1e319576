package views

import (
	"net/url"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/views/chart"
)

// NewReplies returns the page of who answers whom by a day; no day means the whole record.
func (s *Site) NewReplies(asOf edtf.Day) Charted {
	chain := compare.Chain(s.ix, asOf)
	p := Charted{Base: s.base("Who answers whom", compare.ChainWords(chain), "/replies")}
	if !asOf.IsZero() {
		p.Title += " by " + dayWords(asOf)
		p.query = url.Values{"on": {asOf.String()}}
	}
	p.Lede = "A letter answers another where a text says so, and the days are counted from the date of the one to the date of the other; " +
		"every letter is here, and every other document that was addressed to a party, kept from one, or answered."
	p.Form = &ChartForm{Label: "Choose a day", Action: s.root() + "/replies", Button: "Show what was written by this day",
		Days: []DayField{{"on", "Day", asOf.String()}}}
	s.offerDays(&p.Base, asOf, s.onDays("/replies"))
	if len(chain) > 0 {
		q := s.sequence(chain)
		p.Figure = drawing(q.Title, compare.ChainWords(chain), s.root()+"/replies.svg"+encode(p.query), q.SVG())
		p.Figure.Tall = true
	}
	p.Sections = slices.Concat(s.replySentences(chain), s.unanswered(chain),
		s.tableSection("replies", "The letters", compare.Replies(s.ix, asOf)), s.printedTogether(asOf))
	p.Downloads = []Download{
		download("Who answers whom", s.root()+"/replies", p.query, "one row for each letter and document it answers"),
		download("What was printed together", s.root()+"/printed-together", p.query, "in the order of time"),
	}
	return p
}

// replySentences says each answer in a sentence with its sources.
func (s *Site) replySentences(chain []compare.Letter) []Section {
	var items [][]Link
	for _, l := range chain {
		for _, a := range l.Answers {
			sentence := Link{Label: l.Sentence(s.ix, a), Href: s.Path(domain.SectionDocuments, l.Document.ID)}
			items = append(items, append([]Link{sentence}, s.sources(a.Citations)...))
		}
	}
	return listSection("answers", "In words", items)
}

// unanswered are the letters with an addressee that no document of the record says it answers.
func (s *Site) unanswered(chain []compare.Letter) []Section {
	var items [][]Link
	for _, l := range chain {
		if len(l.Document.Addressees) > 0 && len(l.AnsweredBy) == 0 {
			items = append(items, []Link{s.documentLink(l.Document.ID)})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Section{{ID: "unanswered", Title: "Not answered by name in this record", Items: items,
		Lede: "No document says that it answers these; what they propose may have been answered all the same."}}
}

func (s *Site) printedTogether(asOf edtf.Day) []Section {
	sections := s.tableSection("printed", "Order on paper and order in time", compare.PrintedTogether(s.ix, asOf))
	for i := range sections {
		sections[i].Lede = "A book or newspaper may print letters in another order than they were written in. Where the record says in which, " +
			"the order on paper stands beside the order in time."
	}
	return sections
}

// RepliesSVG returns the picture of who answers whom alone.
func (s *Site) RepliesSVG(asOf edtf.Day) string {
	return s.sequence(compare.Chain(s.ix, asOf)).SVG()
}

// sequence lays out the letters as messages between lanes.
func (s *Site) sequence(chain []compare.Letter) chart.Sequence {
	q := chart.Sequence{ID: "replies-drawn", Title: "Who answers whom", Description: strings.TrimSpace(compare.ChainWords(chain) + " " + compare.ChainAnswers(s.ix, chain))}
	lanes := lanesOf(chain)
	for _, id := range lanes {
		q.Lanes = append(q.Lanes, s.lane(id))
	}
	number := map[string]int{}
	for i, l := range chain {
		number[l.Document.ID] = i
		q.Messages = append(q.Messages, s.message(l, lanes))
	}
	for i, l := range chain {
		for _, a := range l.Answers {
			if j, ok := number[a.To.ID]; ok && j < i {
				q.Brackets = append(q.Brackets, chart.Bracket{Lane: slices.Index(lanes, laneOf(l.Document)), From: j, To: i,
					Label: a.String(), Name: l.Sentence(s.ix, a), Href: s.firstSource(a.Citations, l.Document.ID)})
			}
		}
	}
	return q
}

// nobody is the lane of documents whose author is not named.
const nobody = ""

// laneOf is the party on whose lane a document stands: the first of its authors.
func laneOf(d *domain.Document) string {
	if len(d.Authors) == 0 {
		return nobody
	}
	return d.Authors[0]
}

// lanesOf returns the parties that write or are written to: who wrote most comes first, those not named last.
func lanesOf(chain []compare.Letter) []string {
	var lanes []string
	wrote := map[string]int{}
	for _, l := range chain {
		wrote[laneOf(l.Document)]++
		for _, id := range slices.Concat([]string{laneOf(l.Document)}, l.Document.Addressees, l.Document.WithheldFrom) {
			if !slices.Contains(lanes, id) {
				lanes = append(lanes, id)
			}
		}
	}
	wrote[nobody] = -1
	slices.SortStableFunc(lanes, func(a, b string) int { return wrote[b] - wrote[a] })
	return lanes
}

func (s *Site) lane(id string) chart.Lane {
	if id == nobody {
		return chart.Lane{Label: "not named", Name: "author not named"}
	}
	return chart.Lane{Label: s.short(id), Name: s.short(id) + ": " + s.partyLink(id).Label, Href: s.Path(domain.SectionParties, id)}
}

func (s *Site) message(l compare.Letter, lanes []string) chart.Message {
	d := l.Document
	words := []string{string(d.Kind)}
	if !d.Held {
		words = append(words, "only mentioned")
	}
	for _, id := range d.WithheldFrom {
		words = append(words, "not sent to "+s.short(id))
	}
	m := chart.Message{Lane: slices.Index(lanes, laneOf(d)), Dashed: !d.Held, Day: compare.Placed(d), When: "no date",
		Label: strings.Join(words, ", "), Href: s.Path(domain.SectionDocuments, d.ID)}
	if when := d.When().Value; !when.IsZero() {
		m.When = when.Humanize()
	}
	for _, id := range d.Addressees {
		if i := slices.Index(lanes, id); i != m.Lane {
			m.To = append(m.To, i)
		}
	}
	for _, id := range d.WithheldFrom {
		m.Barred = append(m.Barred, slices.Index(lanes, id))
	}
	m.Name = m.When + " " + m.Label + ": " + d.Title // begins with what is drawn
	return m
}

// firstSource is the address of the first paragraph cited, or of the document that makes the statement.
func (s *Site) firstSource(cites []domain.Citation, document string) string {
	if len(cites) == 0 {
		return s.Path(domain.SectionDocuments, document)
	}
	return s.sources(cites[:1])[0].Href
}
