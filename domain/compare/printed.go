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
}

// PrintedTogether returns the letters by a day that were published in one place, where there are two or more, in the order of
// time: what a reader of that place has to put in order, since the record does not say in which order it prints them.
func PrintedTogether(ix *domain.Index, asOf edtf.Day) Table {
	chain := Chain(ix, asOf)
	var rows []printed
	var places []string
	for _, l := range chain {
		if place := l.Document.PublishedIn; place != "" && !slices.Contains(places, place) {
			places = append(places, place)
			rows = append(rows, printedIn(chain, place)...)
		}
	}
	return build(&reader{ix}, Table{Name: "printed-together", Title: "Order in time of what was printed together"}, printedColumns(), rows,
		func(p *printed) Ref { return Ref{Section: domain.SectionDocuments, ID: p.Document.ID} })
}

func printedIn(chain []Letter, place string) []printed {
	var rows []printed
	for _, l := range chain {
		if l.Document.PublishedIn != place {
			continue
		}
		p := printed{Letter: l, number: len(rows) + 1}
		if len(rows) > 0 {
			p.before = rows[len(rows)-1].Document
		}
		rows = append(rows, p)
	}
	if len(rows) < 2 {
		return nil
	}
	return rows
}

func printedColumns() []column[printed] {
	return []column[printed]{
		{Column{Name: "published_in", Title: "Published in", Type: TypeText, Page: true, Doc: "Where it was published."},
			func(r *reader, p *printed) Cell { return text(p.Document.PublishedIn) }},
		{Column{Name: "order_in_time", Title: "Order in time", Type: TypeInteger, Page: true, Doc: "Its place in the order of time among those published there."},
			func(r *reader, p *printed) Cell { return number(p.number) }},
		{Column{Name: "document", Title: "Letter", Type: TypeID, Page: true, Facet: domain.SectionDocuments, Doc: "The letter or other document."},
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
		{Column{Name: "note", Title: "Note", Type: TypeText, Page: true, Doc: "Editorial note, where the order of printing is told if it was noticed."},
			func(r *reader, p *printed) Cell { return text(p.Document.Note) }},
	}
}
