package views

import (
	"maps"
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// NewDocument returns the page of one document: what it is, what answers what, the proposals in it with their
// answers, and everything it is evidence for in the order of its paragraphs.
func (s *Site) NewDocument(id string) (Detail, error) {
	doc, err := s.ix.Document(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.Where(s.ix, domain.SectionDocuments, s.ix.Dossier.Documents, func(d *domain.Document) bool { return d.ID == id })
	d := s.detail(domain.SectionDocuments, id, doc.Title, "")
	d.Facts = s.facts(t, id, "id", "kind", "held", "dated", "delivered", "published", "published_in", "authors",
		"signatories", "addressees", "recipients", "recipients_text", "withheld_from", "language", "archive", "edition",
		"paragraphs", "note", "citation")
	for i := range d.Facts {
		if d.Facts[i].Label == "Held" { // of a document, "held" would be said twice
			d.Facts[i].Label = "Text"
		}
	}
	d.Facts = slices.Concat(d.Facts, sourceFact(doc), s.printings(doc), s.replies(doc))
	proposals := compare.Where(s.ix, domain.SectionProposals, s.ix.Dossier.Proposals, func(p *domain.Proposal) bool { return p.Document == id })
	d.Sections = append(d.Sections, s.tableSection("proposals", "Proposals in it", proposals)...)
	d.Sections = append(d.Sections, s.answeredIn(id)...)
	d.Sections = append(d.Sections, s.evidence(id)...)
	if doc.Held {
		d.Downloads = []Download{download("", s.Path(domain.SectionDocuments, id), nil, "everything it is evidence for")}
	}
	return d, nil
}

// sourceFact says where the edition comes from and who translated it.
func sourceFact(doc *domain.Document) []Fact {
	var facts []Fact
	for _, said := range [][2]string{{"Source of the edition", doc.Edition.Source}, {"Translated by", doc.Edition.Translator}} {
		if said[1] != "" {
			facts = append(facts, Fact{said[0], []Link{{Label: said[1]}}})
		}
	}
	return facts
}

// printings are the publications that print a document, and what it prints itself in the order on paper.
func (s *Site) printings(doc *domain.Document) []Fact {
	var facts []Fact
	var in []Link
	for _, p := range doc.Printed {
		l := s.documentLink(p.In)
		l.Label += ", number " + itoa(p.Number)
		if p.Pages != "" {
			l.Label += ", pages " + p.Pages
		}
		in = append(in, l)
	}
	printed := map[int]Link{}
	for _, other := range s.ix.Dossier.Documents {
		for _, p := range other.Printed {
			if p.In == doc.ID {
				printed[p.Number] = s.documentLink(other.ID)
			}
		}
	}
	if len(in) > 0 {
		facts = append(facts, Fact{"Printed in", in})
	}
	if len(printed) > 0 {
		facts = append(facts, Fact{"Prints, in this order", ordered(printed)})
	}
	return facts
}

// ordered returns links by their numbers.
func ordered(links map[int]Link) []Link {
	var all []Link
	for _, n := range slices.Sorted(maps.Keys(links)) {
		all = append(all, links[n])
	}
	return all
}

// replies are the documents that a document answers and those that answer it, as the texts say.
func (s *Site) replies(doc *domain.Document) []Fact {
	var facts []Fact
	var before, after []Link
	for _, r := range doc.RepliesTo {
		before = append(before, s.documentLink(r.Document))
	}
	for _, other := range s.ix.Dossier.Documents {
		for _, r := range other.RepliesTo {
			if r.Document == doc.ID {
				after = append(after, s.documentLink(other.ID))
			}
		}
	}
	if len(before) > 0 {
		facts = append(facts, Fact{"Replies to", before})
	}
	if len(after) > 0 {
		facts = append(facts, Fact{"Answered by", after})
	}
	return facts
}

func (s *Site) documentLink(id string) Link {
	return Link{Label: table.DocumentLabel(s.ix, id), Href: s.Path(domain.SectionDocuments, id), Hint: id}
}

// evidence is the table of what a document is evidence for, with an anchor for each paragraph.
func (s *Site) evidence(id string) []Section {
	t := compare.Evidence(s.ix, id)
	sections := s.tableSection("evidence", "What it is evidence for, paragraph by paragraph", t)
	if len(sections) == 0 {
		return nil
	}
	seen := map[int]bool{}
	for i, r := range t.Rows {
		if n := r.Ref.Paragraph; !seen[n] {
			seen[n] = true
			sections[0].Table.Rows[i].ID = "p" + itoa(n)
		}
	}
	return sections
}

// answeredIn are the answers to the proposals in a document, term by term, and the answers it gives itself.
func (s *Site) answeredIn(id string) []Section {
	toIt := compare.Where(s.ix, domain.SectionResponses, s.ix.Dossier.Responses, func(a *domain.Response) bool {
		p, err := s.ix.Proposal(a.Proposal)
		return err == nil && p.Document == id
	})
	inIt := compare.Where(s.ix, domain.SectionResponses, s.ix.Dossier.Responses, func(a *domain.Response) bool { return a.Document == id })
	return slices.Concat(
		s.tableSection("answers-to-it", "How the proposals in it were answered, term by term", toIt),
		s.tableSection("answers-in-it", "Answers it gives or reports", inIt))
}
