package compare

import (
	"cmp"
	"slices"

	"pourparler/domain"
)

// evidence is one record that cites one paragraph.
type evidence struct {
	paragraph int
	section   domain.Section
	value     Value
	who       []string
	what      string
}

// Evidence returns everything that a document is the evidence for, in the order of its paragraphs: a row for each
// paragraph and record that cites it.
func Evidence(ix *domain.Index, document string) Table {
	r := &reader{ix}
	rows := r.evidence(document)
	slices.SortStableFunc(rows, func(a, b evidence) int { return cmp.Compare(a.paragraph, b.paragraph) })
	return build(r, Table{Name: "evidence", Title: "What it is evidence for"}, evidenceColumns(), rows,
		func(e *evidence) Ref {
			return Ref{Section: domain.SectionDocuments, ID: document, Paragraph: e.paragraph}
		})
}

func (r *reader) evidence(document string) []evidence {
	var rows []evidence
	seen := map[evidenceKey]bool{}
	add := func(section domain.Section, v Value, who []string, what string, cites []domain.Citation) {
		for _, c := range cites {
			key := evidenceKey{section, v.Text, c.Paragraph}
			if c.Document == document && !seen[key] {
				seen[key] = true
				rows = append(rows, evidence{c.Paragraph, section, v, who, what})
			}
		}
	}
	r.actsIn(add)
	r.namesIn(add)
	return rows
}

type evidenceKey struct {
	section   domain.Section
	id        string
	paragraph int
}

type adder func(section domain.Section, v Value, who []string, what string, cites []domain.Citation)

// actsIn adds what parties do and say.
func (r *reader) actsIn(add adder) {
	d := r.ix.Dossier
	for i := range d.Proposals {
		p := &d.Proposals[i]
		cites := slices.Clone(p.Citations)
		for _, t := range p.Terms {
			cites = append(cites, t.Citations...)
		}
		add(domain.SectionProposals, r.proposal(p.ID), p.By, p.Summary, cites)
	}
	for i := range d.Responses {
		a := &d.Responses[i]
		v := Value{Text: a.ID, Label: string(a.Stance) + ": " + TermWord(a.Term), Ref: responseRef(a)}
		what := string(a.Stance) + bracket(TermWord(a.Term), alleged(a, r.party(a.Attester()).Display())) + " to " +
			ProposalLabel(r.ix, a.Proposal)
		if a.Reason != "" {
			what += " – " + a.Reason
		}
		add(domain.SectionResponses, v, []string{a.By}, what, a.Citations)
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		add(domain.SectionStatements, r.statement(s.ID), []string{s.Party}, s.Summary, s.Citations)
	}
	for i := range d.Claims {
		c := &d.Claims[i]
		add(domain.SectionClaims, r.claim(c.ID), c.By, c.Summary, c.Citations)
	}
	for i := range d.Alignments {
		a := &d.Alignments[i]
		v := Value{Text: a.ID, Label: string(a.Side), Ref: Ref{Section: domain.SectionAlignments, ID: a.ID}}
		add(domain.SectionAlignments, v, a.Parties, a.Summary, a.Citations)
	}
	for i := range d.Overrides {
		o := &d.Overrides[i]
		v := Value{Text: o.ID, Label: string(o.Movement) + ": " + TermWord(o.Term), Ref: Ref{Section: domain.SectionOverrides, ID: o.ID}}
		add(domain.SectionOverrides, v, nil, o.Reason, o.Citations)
	}
}

// namesIn adds who and what is named.
func (r *reader) namesIn(add adder) {
	d := r.ix.Dossier
	for i := range d.Documents {
		o := &d.Documents[i]
		cites := slices.Clone(o.Citations)
		for _, reply := range o.RepliesTo {
			cites = append(cites, reply.Citations...)
		}
		add(domain.SectionDocuments, r.document(o.ID), o.Authors, o.Title, cites)
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		cites := slices.Clone(m.Citations)
		for _, s := range m.Sessions {
			cites = append(cites, s.Citations...)
		}
		for _, g := range m.Delegations {
			cites = append(cites, g.Citations...)
		}
		add(domain.SectionMeetings, r.meeting(m.ID), m.Parties, m.Name, cites)
	}
	for i := range d.Lists {
		l := &d.Lists[i]
		cites := slices.Clone(l.Citations)
		for _, a := range l.Appearances {
			cites = append(cites, a.Citations...)
		}
		add(domain.SectionLists, r.list(l.ID), l.Authors, l.Name, cites)
	}
	for i := range d.Seats {
		s := &d.Seats[i]
		cites := slices.Clone(s.Citations)
		for _, view := range s.Views {
			cites = append(cites, view.Citations...)
		}
		v := Value{Text: s.ID, Label: r.party(s.Party).Display(), Ref: Ref{Section: domain.SectionSeats, ID: s.ID}}
		add(domain.SectionSeats, v, []string{s.Party}, s.Reason, cites)
	}
	for i := range d.Persons {
		p := &d.Persons[i]
		cites := slices.Clone(p.Citations)
		for _, role := range p.Roles {
			cites = append(cites, role.Citations...)
		}
		add(domain.SectionPersons, r.person(p.ID), p.Parties, p.Name, cites)
	}
	for i := range d.Parties {
		p := &d.Parties[i]
		add(domain.SectionParties, r.party(p.ID), []string{p.ID}, p.Name, p.Citations)
	}
}

func evidenceColumns() []column[evidence] {
	return []column[evidence]{
		{Column{Name: "paragraph", Title: "Paragraph", Type: TypeInteger, Page: true, Doc: "The paragraph, by the numbers of the edition."},
			func(r *reader, e *evidence) Cell { return number(e.paragraph) }},
		{Column{Name: "section", Title: "Section", Type: TypeEnum, Page: true, Values: words(domain.Sections()), Doc: "What sort of record cites it."},
			func(r *reader, e *evidence) Cell { return text(string(e.section)) }},
		{Column{Name: "id", Title: "Record", Type: TypeID, Page: true, Doc: "The id of the record."},
			func(r *reader, e *evidence) Cell { return Cell{e.value} }},
		{Column{Name: "parties", Title: "Who", Type: TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "The parties it is about."},
			func(r *reader, e *evidence) Cell { return r.parties(e.who) }},
		{Column{Name: "summary", Title: "What", Type: TypeText, Page: true, Doc: "The record in our words."},
			func(r *reader, e *evidence) Cell { return text(e.what) }},
	}
}

// Coverage returns, for each held document, how many records cite it and which of its paragraphs none does.
func Coverage(ix *domain.Index) Table { return coverages(ix).Whole() }

func coverages(ix *domain.Index) Register {
	var rows []covered
	for i := range ix.Dossier.Documents {
		if d := &ix.Dossier.Documents[i]; d.Held {
			rows = append(rows, coverage(ix, d))
		}
	}
	return register(&reader{ix}, Table{Name: "coverage", Title: "Coverage"}, coverageColumns(), rows, func(c *covered) Ref {
		return Ref{Section: domain.SectionDocuments, ID: c.document.ID}
	})
}

type covered struct {
	document *domain.Document
	records  int // rows of evidence
	cited    int // paragraphs that carry a row
	bare     []int
}

// mostParagraphs is how many paragraphs of a document are counted one by one.
const mostParagraphs = 1_000_000

func coverage(ix *domain.Index, d *domain.Document) covered {
	c := covered{document: d}
	counts := make([]int, min(max(d.Edition.Paragraphs, 0), mostParagraphs)+1)
	for _, e := range (&reader{ix}).evidence(d.ID) {
		if e.paragraph > 0 && e.paragraph < len(counts) {
			counts[e.paragraph]++
			c.records++
		}
	}
	for n, count := range counts[1:] {
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
		{Column{Name: "document", Title: "Document", Type: TypeID, Page: true, Facet: domain.SectionDocuments, Doc: "The held document."},
			func(r *reader, c *covered) Cell { return Cell{r.document(c.document.ID)} }},
		{Column{Name: "paragraphs", Title: "Paragraphs", Type: TypeInteger, Page: true, Doc: "How many paragraphs its edition has."},
			func(r *reader, c *covered) Cell { return Cell{{Text: itoa(c.document.Edition.Paragraphs)}} }},
		{Column{Name: "paragraphs_cited", Title: "Paragraphs cited", Type: TypeInteger, Page: true, Doc: "How many of them at least one record cites."},
			func(r *reader, c *covered) Cell { return Cell{{Text: itoa(c.cited)}} }},
		{Column{Name: "records", Title: "Records", Type: TypeInteger, Page: true, Doc: "How many records cite it, counted once for each paragraph."},
			func(r *reader, c *covered) Cell { return Cell{{Text: itoa(c.records)}} }},
		{Column{Name: "bare", Title: "Paragraphs that carry none", Type: TypeInteger, List: true, Page: true, Doc: "The paragraphs that no record cites."},
			func(r *reader, c *covered) Cell {
				var cell Cell
				for _, n := range c.bare {
					cell = append(cell, Value{Text: itoa(n)})
				}
				return cell
			}},
	}
}
