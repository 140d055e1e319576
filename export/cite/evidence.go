package cite

import (
	"slices"
	"strconv"

	"pourparler/domain"
	"pourparler/domain/form"
)

// Sources returns the footnote of what a record rests on: each document with the paragraphs cited, the record's own document
// first. A document that can be read here, or as the book or booklet that it is, is cited whole; one that is only mentioned
// is cited with the place that mentions it.
// A record of no such section or id is an error of kind NotFound; one that cites nothing has no sources.
func (r *Record) Sources(section domain.Section, id string) ([]Cite, error) {
	if section == domain.SectionDocuments {
		return r.documentSources(id)
	}
	cites, err := r.evidence(section, id)
	return r.cites(cites), err
}

func (r *Record) documentSources(id string) ([]Cite, error) {
	d, err := r.ix.Document(id)
	if err != nil {
		return nil, err
	}
	i, err := r.Document(id)
	all := []Cite{{Item: i}}
	if d.Held || i.Type == Book && i.Publisher != "" || err != nil {
		return all, err
	}
	if in := r.cites(d.Citations); len(in) > 0 {
		in[0].Prefix = "mentioned in "
		all = append(all, in[0])
	}
	return all, nil
}

// footnoted are the sections whose records have footnotes.
var footnoted = []domain.Section{domain.SectionProposals, domain.SectionResponses, domain.SectionClaims, domain.SectionStatements,
	domain.SectionMeetings, domain.SectionLists, domain.SectionParties, domain.SectionPersons}

// evidence gathers the citations of a record and of its parts; of a list only those of the document that first gives it.
func (r *Record) evidence(section domain.Section, id string) ([]domain.Citation, error) {
	if !slices.Contains(footnoted, section) {
		return nil, domain.Errorf(domain.NotFound, "records of %s have no footnotes: cite the page that shows them", section)
	}
	record, err := form.Find(r.ix, section, id)
	if err != nil {
		return nil, err
	}
	var all []domain.Citation
	for _, l := range record.Citations() {
		if section != domain.SectionLists || l.Part() == "" {
			all = append(all, l.Citation())
		}
	}
	if p, err := r.ix.Proposal(id); err == nil && section == domain.SectionProposals {
		slices.SortStableFunc(all, func(a, b domain.Citation) int { return other(p.Document, a) - other(p.Document, b) })
	}
	return all, nil
}

// other is 0 for a citation of a document and 1 for one of another.
func other(document string, c domain.Citation) int {
	if c.Document == document {
		return 0
	}
	return 1
}

// cites gathers citations by document, in the order in which the documents first come.
func (r *Record) cites(citations []domain.Citation) []Cite {
	var order []string
	paragraphs := map[string][]int{}
	for _, c := range citations {
		if paragraphs[c.Document] == nil {
			order = append(order, c.Document)
		}
		paragraphs[c.Document] = append(paragraphs[c.Document], c.Paragraph)
	}
	var all []Cite
	for _, id := range order {
		if i, err := r.Document(id); err == nil {
			c := Cite{Item: i, Paragraphs: runs(paragraphs[id])}
			c.Item.Note = join(" ", i.Note, wrap("Cited: ", c.locator("para.", "paras."), "."))
			all = append(all, c)
		}
	}
	return all
}

// runs writes numbers in order, each once, and those in a row as a range: "3, 5-7".
func runs(numbers []int) string {
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	var words []string
	for from := 0; from < len(numbers); {
		to := from
		for to+1 < len(numbers) && numbers[to+1] == numbers[to]+1 {
			to++
		}
		word := strconv.Itoa(numbers[from])
		if to > from {
			word += "-" + strconv.Itoa(numbers[to])
		}
		words = append(words, word)
		from = to + 1
	}
	return join(", ", words...)
}
