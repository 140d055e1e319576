package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// printed is a letter among those published in one place; number counts them in the order of time.
type printed struct {
	Letter
	number int
	before *domain.Document // the one before it in that order
	in     domain.Printing  // zero where the record does not say in which order that place prints them
}

// PrintedTogether returns the letters by a day that were published in one place, where there are two or more, in the order of
// time, beside the order on paper where the record has it. A place is a publication of the record, or else one named in words.
func PrintedTogether(ix *domain.Index, asOf edtf.Day) table.Table {
	var rows []printed
	for _, letters := range publications(Chain(ix, asOf)) {
		rows = append(rows, letters...)
	}
	return build(newReader(ix), table.Table{Name: "printed-together", Title: "Order on paper and order in time"}, printedColumns(), rows,
		func(p *printed) table.Ref { return table.Ref{Section: domain.SectionDocuments, ID: p.Document.ID} })
}

// publications returns the letters of each place that has two or more. Letters that have a publication of the record in common are
// not brought together again by its name in words.
func publications(chain []Letter) [][]printed {
	var found [][]printed
	seen := map[string]bool{}
	for _, l := range chain {
		for _, p := range l.Document.Printed {
			if key := "in " + p.In; !seen[key] {
				seen[key] = true
				found = append(found, printedIn(chain, p.In))
			}
		}
		if words := l.Document.PublishedIn.String(); words != "" && !seen["at "+words] {
			seen["at "+words] = true
			found = append(found, publishedIn(chain, words))
		}
	}
	return slices.DeleteFunc(found, func(rows []printed) bool { return len(rows) < 2 })
}

// printedIn returns the letters that a publication prints.
func printedIn(chain []Letter, publication string) []printed {
	var rows []printed
	for _, l := range chain {
		if i := printingIn(l, publication); i >= 0 {
			rows = append(rows, printed{Letter: l, in: l.Document.Printed[i]})
		}
	}
	return numbered(rows)
}

// publishedIn returns the letters published in a place named in words, unless one publication prints them all.
func publishedIn(chain []Letter, place string) []printed {
	var rows []printed
	for _, l := range chain {
		if l.Document.PublishedIn.String() == place {
			rows = append(rows, printed{Letter: l})
		}
	}
	for _, p := range rows[0].Document.Printed {
		if !slices.ContainsFunc(rows, func(o printed) bool { return printingIn(o.Letter, p.In) < 0 }) {
			return nil
		}
	}
	return numbered(rows)
}

func printingIn(l Letter, publication string) int {
	return slices.IndexFunc(l.Document.Printed, func(p domain.Printing) bool { return p.In == publication })
}

func numbered(rows []printed) []printed {
	for i := range rows {
		rows[i].number = i + 1
		if i > 0 {
			rows[i].before = rows[i-1].Document
		}
	}
	return rows
}

func printedColumns() []column[printed] {
	return []column[printed]{
		textColumn("published_in", "Published in", "Where it was published.", func(p *printed) string { return p.Document.PublishedIn.String() }).page(),
		recordColumn("printed_in", "Printed in", "The document of the record that prints it, if the record has that.", (*reader).Document,
			func(p *printed) string { return p.in.In }).page(),
		{table.Column{Name: "order_on_paper", Title: "Order on paper", Type: table.TypeInteger, Page: true, Doc: "Its place in the order in which that document prints them; empty if the record does not say."},
			func(r *reader, p *printed) table.Cell {
				if p.in.Number == 0 {
					return nil
				}
				return table.Number(p.in.Number)
			}},
		numberColumn("order_in_time", "Order in time", "Its place in the order of time among those published there.",
			func(p *printed) int { return p.number }).needed().page(),
		recordColumn("document", "Letter", "The letter or other document.", (*reader).Document,
			func(p *printed) string { return p.Document.ID }).needed().page().facet(domain.SectionDocuments),
		dateColumn("date", "Date", "Its first date, of dated, delivered and published.", func(p *printed) edtf.Date { return p.Document.When().Value }).page(),
		{table.Column{Name: "days_after", Title: "Days after the one before", Type: table.TypeInteger, Page: true,
			Doc: "Days since the one before it in the order of time; the fewest there can be where a date is uncertain."},
			func(r *reader, p *printed) table.Cell {
				if p.before == nil {
					return nil
				}
				span := spanOf(p.before.When().Value, p.Document.When().Value)
				return dayCount(span.Least, span.Begun)
			}},
		{table.Column{Name: "answers", Title: "Answers", Type: table.TypeID, List: true, Page: true, Doc: "The documents it answers."},
			func(r *reader, p *printed) table.Cell {
				var ids []string
				for _, a := range p.Answers {
					ids = append(ids, a.To.ID)
				}
				return table.Each(ids, r.Document)
			}},
		noteColumn(func(p *printed) string { return p.Document.Note }).page(),
	}
}
