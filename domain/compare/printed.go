package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
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
func PrintedTogether(ix *domain.Index, asOf edtf.Day) Table {
	var rows []printed
	for _, place := range placesOf(Chain(ix, asOf)) {
		rows = append(rows, place...)
	}
	return build(&reader{ix: ix}, Table{Name: "printed-together", Title: "Order on paper and order in time"}, printedColumns(), rows,
		func(p *printed) Ref { return Ref{Section: domain.SectionDocuments, ID: p.Document.ID} })
}

// placesOf returns the letters of each place that has two or more. Letters that have a publication of the record in common are
// not brought together again by its name in words.
func placesOf(chain []Letter) [][]printed {
	var places [][]printed
	seen := map[string]bool{}
	for _, l := range chain {
		for _, p := range l.Document.Printed {
			if key := "in " + p.In; !seen[key] {
				seen[key] = true
				places = append(places, printedIn(chain, p.In))
			}
		}
		if words := l.Document.PublishedIn.String(); words != "" && !seen["at "+words] {
			seen["at "+words] = true
			places = append(places, publishedIn(chain, words))
		}
	}
	return slices.DeleteFunc(places, func(rows []printed) bool { return len(rows) < 2 })
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
		{Column{Name: "published_in", Title: "Published in", Type: TypeText, Page: true, Doc: "Where it was published."},
			func(r *reader, p *printed) Cell { return text(p.Document.PublishedIn.String()) }},
		{Column{Name: "printed_in", Title: "Printed in", Type: TypeID, Page: true, Doc: "The document of the record that prints it, if the record has that."},
			func(r *reader, p *printed) Cell { return each([]string{p.in.In}, r.document) }},
		{Column{Name: "order_on_paper", Title: "Order on paper", Type: TypeInteger, Page: true, Doc: "Its place in the order in which that document prints them; empty if the record does not say."},
			func(r *reader, p *printed) Cell {
				if p.in.Number == 0 {
					return nil
				}
				return number(p.in.Number)
			}},
		{Column{Name: "order_in_time", Title: "Order in time", Type: TypeInteger, Needed: true, Page: true, Doc: "Its place in the order of time among those published there."},
			func(r *reader, p *printed) Cell { return number(p.number) }},
		{Column{Name: "document", Title: "Letter", Type: TypeID, Needed: true, Page: true, Facet: domain.SectionDocuments, Doc: "The letter or other document."},
			func(r *reader, p *printed) Cell { return Cell{r.document(p.Document.ID)} }},
		{Column{Name: "date", Title: "Date", Type: TypeEDTF, Page: true, Doc: "Its first date, of dated, delivered and published."},
			func(r *reader, p *printed) Cell { return date(p.Document.When().Value) }},
		{Column{Name: "days_after", Title: "Days after the one before", Type: TypeInteger, Page: true,
			Doc: "Days since the one before it in the order of time; the fewest there can be where a date is uncertain."},
			func(r *reader, p *printed) Cell {
				if p.before == nil {
					return nil
				}
				span := spanOf(p.before.When().Value, p.Document.When().Value)
				return dayCount(span.Least, span.Begun)
			}},
		{Column{Name: "answers", Title: "Answers", Type: TypeID, List: true, Page: true, Doc: "The documents it answers."},
			func(r *reader, p *printed) Cell {
				var ids []string
				for _, a := range p.Answers {
					ids = append(ids, a.To.ID)
				}
				return each(ids, r.document)
			}},
		{Column{Name: "note", Title: "Note", Type: TypeText, Page: true, Doc: "Editorial note."},
			func(r *reader, p *printed) Cell { return text(p.Document.Note) }},
	}
}
