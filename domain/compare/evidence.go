package compare

import (
	"cmp"
	"slices"

	"pourparler/domain"
	"pourparler/domain/table"
)

// evidence is one record that cites one paragraph.
type evidence struct {
	paragraph int
	section   domain.Section
	value     table.Value
	who       []string
	what      string
}

// Evidence returns everything that a document is the evidence for, in the order of its paragraphs: a row for each
// paragraph and record that cites it.
func Evidence(ix *domain.Index, document string) table.Table {
	r := newReader(ix)
	rows := r.evidence(document)
	slices.SortStableFunc(rows, func(a, b evidence) int { return cmp.Compare(a.paragraph, b.paragraph) })
	return build(r, table.Table{Name: "evidence", Title: "What it is evidence for"}, evidenceColumns(), rows,
		func(e *evidence) table.Ref {
			return table.Ref{Section: domain.SectionDocuments, ID: document, Paragraph: e.paragraph}
		})
}

func (r *reader) evidence(document string) []evidence {
	var rows []evidence
	seen := map[evidenceKey]bool{}
	add := func(section domain.Section, cites []domain.Citation, tell func() evidence) {
		cites = slices.DeleteFunc(cites, func(c domain.Citation) bool { return c.Document != document })
		if len(cites) == 0 {
			return
		}
		e := tell()
		e.section = section
		for _, c := range cites {
			e.paragraph = c.Paragraph
			key := evidenceKey{section, e.value.Text, c.Paragraph}
			if !seen[key] {
				seen[key] = true
				rows = append(rows, e)
			}
		}
	}
	r.recordsIn(add)
	return rows
}

type evidenceKey struct {
	section   domain.Section
	id        string
	paragraph int
}

// adder adds a record if it cites the document asked about, and asks only then who says what in it. The
// citations are a copy.
type adder func(section domain.Section, cites []domain.Citation, tell func() evidence)

// recordsIn adds every record, in the order of the sections.
func (r *reader) recordsIn(add adder) {
	r.actsIn(add)
	r.wordsIn(add)
	r.papersIn(add)
	r.namesIn(add)
}

// actsIn adds what parties do.
func (r *reader) actsIn(add adder) {
	d := r.Index.Dossier
	for i := range d.Proposals {
		p := &d.Proposals[i]
		add(domain.SectionProposals, p.Evidence(), func() evidence {
			return evidence{value: r.Proposal(p.ID), who: p.By, what: p.Summary}
		})
	}
	for i := range d.Responses {
		a := &d.Responses[i]
		add(domain.SectionResponses, slices.Clone(a.Citations), func() evidence { return r.answerEvidence(a) })
	}
}

func (r *reader) answerEvidence(a *domain.Response) evidence {
	what := string(a.Stance) + bracket(TermWord(a.Term), alleged(a, r.Party(a.Attester()).Display())) + " to " +
		table.ProposalLabel(r.Index, a.Proposal)
	if a.Reason != "" {
		what += " – " + a.Reason
	}
	v := table.Value{Text: a.ID, Label: string(a.Stance) + ": " + TermWord(a.Term), Ref: responseRef(a)}
	return evidence{value: v, who: []string{a.By}, what: what}
}

// wordsIn adds what is said, by parties in talks and of the record, and by the editor.
func (r *reader) wordsIn(add adder) {
	d := r.Index.Dossier
	for i := range d.Statements {
		s := &d.Statements[i]
		add(domain.SectionStatements, slices.Clone(s.Citations), func() evidence {
			return evidence{value: r.Statement(s.ID), who: []string{s.Party}, what: s.Summary}
		})
	}
	for i := range d.Claims {
		c := &d.Claims[i]
		add(domain.SectionClaims, slices.Clone(c.Citations), func() evidence {
			return evidence{value: r.Claim(c.ID), who: c.By, what: c.Summary}
		})
	}
	for i := range d.Alignments {
		a := &d.Alignments[i]
		v := table.Value{Text: a.ID, Label: string(a.Side), Ref: table.Ref{Section: domain.SectionAlignments, ID: a.ID}}
		add(domain.SectionAlignments, slices.Clone(a.Citations), func() evidence {
			return evidence{value: v, who: a.Parties, what: a.Summary}
		})
	}
	for i := range d.Overrides {
		o := &d.Overrides[i]
		v := table.Value{Text: o.ID, Label: string(o.Movement) + ": " + TermWord(o.Term), Ref: table.Ref{Section: domain.SectionOverrides, ID: o.ID}}
		add(domain.SectionOverrides, slices.Clone(o.Citations), func() evidence {
			return evidence{value: v, what: o.Reason}
		})
	}
}

// papersIn adds documents and meetings.
func (r *reader) papersIn(add adder) {
	d := r.Index.Dossier
	for i := range d.Documents {
		o := &d.Documents[i]
		add(domain.SectionDocuments, o.Evidence(), func() evidence {
			return evidence{value: r.Document(o.ID), who: o.Authors, what: o.Title}
		})
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		add(domain.SectionMeetings, m.Evidence(), func() evidence {
			return evidence{value: r.Meeting(m.ID), who: m.Parties, what: m.Name}
		})
	}
}

// namesIn adds lists and who is named.
func (r *reader) namesIn(add adder) {
	d := r.Index.Dossier
	for i := range d.Lists {
		l := &d.Lists[i]
		cites := slices.Clone(l.Citations)
		for _, a := range l.Appearances {
			cites = append(cites, a.Citations...)
		}
		add(domain.SectionLists, cites, func() evidence {
			return evidence{value: r.List(l.ID), who: l.Authors, what: l.Name}
		})
	}
	for i := range d.Seats {
		s := &d.Seats[i]
		cites := slices.Clone(s.Citations)
		for _, view := range s.Views {
			cites = append(cites, view.Citations...)
		}
		v := table.Value{Text: s.ID, Label: r.Party(s.Party).Display(), Ref: table.Ref{Section: domain.SectionSeats, ID: s.ID}}
		add(domain.SectionSeats, cites, func() evidence {
			return evidence{value: v, who: []string{s.Party}, what: s.Reason}
		})
	}
	for i := range d.Persons {
		p := &d.Persons[i]
		add(domain.SectionPersons, p.Evidence(), func() evidence {
			return evidence{value: r.Person(p.ID), who: p.Parties, what: p.Name}
		})
	}
	for i := range d.Parties {
		p := &d.Parties[i]
		add(domain.SectionParties, slices.Clone(p.Citations), func() evidence {
			return evidence{value: r.Party(p.ID), who: []string{p.ID}, what: p.Name}
		})
	}
}

func evidenceColumns() []column[evidence] {
	return []column[evidence]{
		{table.Column{Name: "paragraph", Title: "Paragraph", Type: table.TypeInteger, Needed: true, Page: true, Doc: "The paragraph, by the numbers of the edition."},
			func(r *reader, e *evidence) table.Cell { return table.Number(e.paragraph) }},
		{table.Column{Name: "section", Title: "Section", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.Sections()), Doc: "What sort of record cites it."},
			func(r *reader, e *evidence) table.Cell { return table.Text(string(e.section)) }},
		{table.Column{Name: "id", Title: "Record", Type: table.TypeID, Needed: true, Page: true, Doc: "The id of the record."},
			func(r *reader, e *evidence) table.Cell { return table.Cell{e.value} }},
		{table.Column{Name: "parties", Title: "Who", Type: table.TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "The parties it is about."},
			func(r *reader, e *evidence) table.Cell { return r.Parties(e.who) }},
		{table.Column{Name: "summary", Title: "What", Type: table.TypeText, Page: true, Doc: "The record in our words."},
			func(r *reader, e *evidence) table.Cell { return table.Text(e.what) }},
	}
}

// Coverage returns, for each held document, how many records cite it and which of its paragraphs none does.
func Coverage(ix *domain.Index) table.Table { return coverages(ix).Whole() }

func coverages(ix *domain.Index) table.Register {
	var rows []covered
	counts := newReader(ix).citings()
	for i := range ix.Dossier.Documents {
		if d := &ix.Dossier.Documents[i]; d.Held {
			rows = append(rows, coverage(d, counts[d.ID]))
		}
	}
	return register(newReader(ix), table.Table{Name: "coverage", Title: "Coverage"}, coverageColumns(), rows, func(c *covered) table.Ref {
		return table.Ref{Section: domain.SectionDocuments, ID: c.document.ID}
	})
}

// citings returns how many records cite each paragraph of each held document, by document and then by paragraph. It reads
// the record once for all documents, which may be very many.
func (r *reader) citings() map[string][]int {
	counts := map[string][]int{}
	for i := range r.Index.Dossier.Documents {
		if d := &r.Index.Dossier.Documents[i]; d.Held {
			counts[d.ID] = make([]int, min(max(d.Edition.Paragraphs, 0), mostParagraphs)+1)
		}
	}
	add := func(_ domain.Section, cites []domain.Citation, _ func() evidence) {
		for i, c := range cites {
			again := slices.ContainsFunc(cites[:i], func(o domain.Citation) bool { return domain.CompareCitations(o, c) == 0 })
			if of := counts[c.Document]; !again && c.Paragraph > 0 && c.Paragraph < len(of) {
				of[c.Paragraph]++
			}
		}
	}
	r.recordsIn(add)
	return counts
}

type covered struct {
	document *domain.Document
	records  int // rows of evidence
	cited    int // paragraphs that carry a row
	bare     []int
}

// mostParagraphs is how many paragraphs of a document are counted one by one.
const mostParagraphs = 1_000_000

// coverage sums up how many records cite each paragraph of a document.
func coverage(d *domain.Document, counts []int) covered {
	c := covered{document: d}
	for n, count := range counts[1:] {
		c.records += count
		if count > 0 {
			c.cited++
		} else {
			c.bare = append(c.bare, n+1)
		}
	}
	return c
}

func coverageColumns() []column[covered] {
	return []column[covered]{
		{table.Column{Name: "document", Title: "Document", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionDocuments, Doc: "The held document."},
			func(r *reader, c *covered) table.Cell { return table.Cell{r.Document(c.document.ID)} }},
		{table.Column{Name: "paragraphs", Title: "Paragraphs", Type: table.TypeInteger, Needed: true, Page: true, Doc: "How many paragraphs its edition has."},
			func(r *reader, c *covered) table.Cell { return table.Cell{{Text: itoa(c.document.Edition.Paragraphs)}} }},
		{table.Column{Name: "paragraphs_cited", Title: "Paragraphs cited", Type: table.TypeInteger, Needed: true, Page: true, Doc: "How many of them at least one record cites."},
			func(r *reader, c *covered) table.Cell { return table.Cell{{Text: itoa(c.cited)}} }},
		{table.Column{Name: "records", Title: "Records", Type: table.TypeInteger, Needed: true, Page: true, Doc: "How many records cite it, counted once for each paragraph."},
			func(r *reader, c *covered) table.Cell { return table.Cell{{Text: itoa(c.records)}} }},
		{table.Column{Name: "bare", Title: "Paragraphs that carry none", Type: table.TypeInteger, List: true, Page: true, Doc: "The paragraphs that no record cites."},
			func(r *reader, c *covered) table.Cell {
				var cell table.Cell
				for _, n := range c.bare {
					cell = append(cell, table.Value{Text: itoa(n)})
				}
				return cell
			}},
	}
}
