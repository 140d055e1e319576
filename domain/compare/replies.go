package compare

import (
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// replied is a letter and one document that it answers; answer is nil for a letter that names none.
type replied struct {
	Letter
	answer *Answer
}

// Replies returns the table of the correspondence by a day, see [Chain]: one row a letter and document that it answers, in the order
// of time, and one row for a letter that answers none by name.
func Replies(ix *domain.Index, asOf edtf.Day) table.Table {
	var rows []replied
	for _, l := range Chain(ix, asOf) {
		if len(l.Answers) == 0 {
			rows = append(rows, replied{Letter: l})
		}
		for i := range l.Answers {
			rows = append(rows, replied{l, &l.Answers[i]})
		}
	}
	return build(newReader(ix), table.Table{Name: "replies", Title: "Who answers whom"}, replyColumns(), rows,
		func(l *replied) table.Ref { return table.Ref{Section: domain.SectionDocuments, ID: l.Document.ID} })
}

func replyColumns() []column[replied] { return slices.Concat(replyHead(), replyTail()) }

func replyHead() []column[replied] {
	return []column[replied]{
		recordColumn("document", "Letter", "The letter or other document.", (*reader).Document,
			func(l *replied) string { return l.Document.ID }).needed().page().facet(domain.SectionDocuments),
		enumColumn("kind", "Kind", "What sort of document it is.", domain.DocumentKinds(), func(l *replied) domain.DocumentKind { return l.Document.Kind }).needed().page(),
		dateColumn("date", "Date", "Its first date, of dated, delivered and published.", func(l *replied) edtf.Date { return l.Document.When().Value }).page(),
		partiesColumn("authors", "By", "Who wrote it.", func(l *replied) []string { return l.Document.Authors }).page().facet(domain.SectionParties),
		partiesColumn("addressees", "To", "Whom it addresses.", func(l *replied) []string { return l.Document.Addressees }).page().facet(domain.SectionParties),
		partiesColumn("withheld_from", "Not sent to", "Those to whom a text says it was not sent.",
			func(l *replied) []string { return l.Document.WithheldFrom }).page().facet(domain.SectionParties),
		{table.Column{Name: "held", Title: "Held", Type: table.TypeBoolean, Needed: true, Page: true, Doc: "Whether we have its text; false if others only mention it."},
			func(r *reader, l *replied) table.Cell {
				return table.Boolean(l.Document.Held, "held", "only mentioned")
			}},
	}
}

func replyTail() []column[replied] {
	ofAnswer := func(cell func(*reader, *Answer) table.Cell) func(*reader, *replied) table.Cell {
		return func(r *reader, l *replied) table.Cell {
			if l.answer == nil {
				return nil
			}
			return cell(r, l.answer)
		}
	}
	return []column[replied]{
		{table.Column{Name: "answers", Title: "Answers", Type: table.TypeID, Page: true, Facet: domain.SectionDocuments, Doc: "The document it answers, as a text says."},
			ofAnswer(func(r *reader, a *Answer) table.Cell { return table.Cell{r.Document(a.To.ID)} })},
		{table.Column{Name: "answers_date", Title: "Date of what it answers", Type: table.TypeEDTF, Doc: "The first date of that document."},
			ofAnswer(func(r *reader, a *Answer) table.Cell { return table.Date(a.To.When().Value) })},
		{table.Column{Name: "days", Title: "Days", Type: table.TypeInteger, Page: true, Doc: "Days from that date to its own; the fewest there can be where a date is uncertain, empty where none can be counted."},
			ofAnswer(func(r *reader, a *Answer) table.Cell { return dayCount(a.Least, a.Begun) })},
		{table.Column{Name: "days_most", Title: "Days at most", Type: table.TypeInteger, Doc: "The most days there can be; empty where no end can be counted."},
			ofAnswer(func(r *reader, a *Answer) table.Cell { return dayCount(a.Most, a.Bounded) })},
		recordsColumn("answered_by", "Answered by", "The documents that answer it; none means that none in this record says so.", (*reader).Document,
			func(l *replied) []string { return l.AnsweredBy }).page(),
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true,
			Doc: "The paragraphs that say what it answers, or else those that mention it: document, para., number."},
			func(r *reader, l *replied) table.Cell {
				if l.answer != nil {
					return r.Citations(l.answer.Citations)
				}
				return r.Citations(l.Document.Citations)
			}},
	}
}

func dayCount(n int64, known bool) table.Cell {
	if !known {
		return nil
	}
	return table.Cell{{Text: strconv.FormatInt(n, 10)}}
}

// ChainAnswers say every answer of a correspondence in one sentence, or nothing if there is none.
func ChainAnswers(ix *domain.Index, chain []Letter) string {
	var clauses []string
	for _, l := range chain {
		for _, a := range l.Answers {
			clauses = append(clauses, l.Words(ix, a))
		}
	}
	if len(clauses) == 0 {
		return ""
	}
	return table.UpperFirst(strings.Join(clauses, "; ")) + "."
}

// ChainWords describe a correspondence in one sentence: how many letters, how many we have, how long answers took.
func ChainWords(chain []Letter) string {
	var mentioned, withheld int
	var days []int64
	for _, l := range chain {
		if !l.Document.Held {
			mentioned++
		}
		if len(l.Document.WithheldFrom) > 0 {
			withheld++
		}
		for _, a := range l.Answers {
			if a.Exact() {
				days = append(days, a.Least)
			}
		}
	}
	words := []string{table.UpperFirst(Count(len(chain))) + " letters and other documents between the parties, " + Count(mentioned) + " of them only mentioned by others"}
	if len(chain) == 1 {
		words = []string{"One letter or other document between the parties"}
		if mentioned == 1 {
			words[0] += ", only mentioned by others"
		}
	}
	if withheld > 0 {
		words = append(words, Count(withheld)+" kept from a party")
	}
	switch {
	case len(days) == 1:
		words = append(words, "an answer took "+plural(days[0], "day"))
	case len(days) > 1:
		words = append(words, "answers took from "+itoa(int(slices.Min(days)))+" to "+plural(slices.Max(days), "day"))
	}
	return strings.Join(words, "; ") + "."
}
