package compare

import (
	"cmp"
	"slices"

	"pourparler/domain"
	"pourparler/domain/form"
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
	slices.SortStableFunc(rows, func(a, b evidence) int {
		return cmp.Or(cmp.Compare(a.paragraph, b.paragraph), cmp.Compare(evidenceOrder(a.section), evidenceOrder(b.section)))
	})
	return build(r, table.Table{Name: "evidence", Title: "What it is evidence for"}, evidenceColumns(), rows,
		func(e *evidence) table.Ref {
			return table.Ref{Section: domain.SectionDocuments, ID: document, Paragraph: e.paragraph}
		})
}

func (r *reader) evidence(document string) []evidence {
	var rows []evidence
	type key struct {
		section   domain.Section
		id        string
		paragraph int
	}
	seen := map[key]bool{}
	for record, c := range form.Cited(r.Index.Dossier) {
		k := key{record.Section, record.ID, c.Paragraph}
		if c.ID != document || seen[k] {
			continue
		}
		seen[k] = true
		e := r.evidenceOf(record)
		e.section, e.paragraph = record.Section, c.Paragraph
		rows = append(rows, e)
	}
	return rows
}

// evidenceOrder is the order of sections among what cites a paragraph: first what parties do, then what is said, then
// documents and meetings, and who is named.
func evidenceOrder(s domain.Section) int {
	return slices.Index([]domain.Section{domain.SectionProposals, domain.SectionResponses, domain.SectionStatements, domain.SectionClaims,
		domain.SectionAlignments, domain.SectionOverrides, domain.SectionDocuments, domain.SectionMeetings, domain.SectionLists,
		domain.SectionSeats, domain.SectionPersons, domain.SectionParties}, s)
}

// evidenceOf tells who says or does what in a record.
func (r *reader) evidenceOf(record form.Record) evidence {
	value := table.Value{Text: record.ID, Ref: table.Ref{Section: record.Section, ID: record.ID}}
	switch x := record.Value().(type) {
	case *domain.Proposal:
		return evidence{value: r.Proposal(x.ID), who: x.By, what: x.Summary}
	case *domain.Response:
		return r.answerEvidence(x)
	case *domain.Statement:
		return evidence{value: r.Statement(x.ID), who: []string{x.Party}, what: x.Summary}
	case *domain.Claim:
		return evidence{value: r.Claim(x.ID), who: x.By, what: x.Summary}
	case *domain.Alignment:
		value.Label = string(x.Side)
		return evidence{value: value, who: x.Parties, what: x.Summary}
	case *domain.Override:
		value.Label = string(x.Movement) + ": " + TermWord(x.Term)
		return evidence{value: value, what: x.Reason}
	case *domain.Document:
		return evidence{value: r.Document(x.ID), who: x.Authors, what: x.Title}
	case *domain.Meeting:
		return evidence{value: r.Meeting(x.ID), who: x.Parties, what: x.Name}
	case *domain.List:
		return evidence{value: r.List(x.ID), who: x.Authors, what: x.Name}
	case *domain.Seat:
		value.Label = r.Party(x.Party).Display()
		return evidence{value: value, who: []string{x.Party}, what: x.Reason}
	case *domain.Person:
		return evidence{value: r.Person(x.ID), who: x.Parties, what: x.Name}
	case *domain.Party:
		return evidence{value: r.Party(x.ID), who: []string{x.ID}, what: x.Name}
	}
	return evidence{value: value}
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

// cited returns the paragraphs that a record and its parts rest on, each once and those of the whole first.
func (r *reader) cited(section domain.Section, id string) []domain.Citation {
	record, err := form.Find(r.Index, section, id)
	if err != nil {
		return nil
	}
	var all []domain.Citation
	for _, l := range record.Citations() {
		c := l.Citation()
		if !slices.ContainsFunc(all, func(o domain.Citation) bool { return domain.CompareCitations(o, c) == 0 }) {
			all = append(all, c)
		}
	}
	return all
}

func evidenceColumns() []column[evidence] {
	return []column[evidence]{
		numberColumn("paragraph", "Paragraph", "The paragraph, by the numbers of the edition.", func(e *evidence) int { return e.paragraph }).needed().page(),
		{table.Column{Name: "section", Title: "Section", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.Sections()), Doc: "What sort of record cites it."},
			func(r *reader, e *evidence) table.Cell { return table.Text(string(e.section)) }},
		{table.Column{Name: "id", Title: "Record", Type: table.TypeID, Needed: true, Page: true, Doc: "The id of the record."},
			func(r *reader, e *evidence) table.Cell { return table.Cell{e.value} }},
		partiesColumn("parties", "Who", "The parties it is about.", func(e *evidence) []string { return e.who }).page().facet(domain.SectionParties),
		textColumn("summary", "What", "The record in our words.", func(e *evidence) string { return e.what }).page(),
	}
}

// coverages returns, for each held document, how many records cite it and which of its paragraphs none does.
func coverages(ix *domain.Index) table.Register {
	var rows []covered
	counts := newReader(ix).citings()
	for i := range ix.Dossier.Documents {
		if d := &ix.Dossier.Documents[i]; d.Held {
			rows = append(rows, coverage(d, counts[d.ID]))
		}
	}
	return register(newReader(ix), table.Table{Name: "coverage", Title: "Coverage",
		Row: "One row a held document."}, coverageColumns(), rows, func(c *covered) table.Ref {
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
	for record := range form.RecordsOf(r.Index.Dossier) {
		cites := record.Citations()
		for i, c := range cites {
			again := slices.ContainsFunc(cites[:i], func(o form.Link) bool { return o.ID == c.ID && o.Paragraph == c.Paragraph })
			if of := counts[c.ID]; !again && c.Paragraph > 0 && c.Paragraph < len(of) {
				of[c.Paragraph]++
			}
		}
	}
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
		recordColumn("document", "Document", "The held document.", (*reader).Document,
			func(c *covered) string { return c.document.ID }).needed().page().facet(domain.SectionDocuments),
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
