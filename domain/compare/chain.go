package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Letter is a document of a correspondence with what it answers, and what answers it.
type Letter struct {
	Document   *domain.Document
	Answers    []Answer
	AnsweredBy []string // document ids, in the order of time
}

// Answer says that a letter answers another, and after how many days.
type Answer struct {
	Span
	To        *domain.Document
	Citations []domain.Citation
}

// Span is the days from one date to another: at least Least and at most Most, which differ where a date is uncertain.
// Begun is false where the least cannot be counted, Bounded where the most cannot, because an end is open or unknown.
type Span struct {
	Least, Most    int64
	Begun, Bounded bool
}

// Chain returns the correspondence of the record by a day in the order of time: every letter, and every other document that
// has an addressee, was withheld from a party, answers another or is answered. No day means the whole record. What has
// no date stands last.
func Chain(ix *domain.Index, asOf edtf.Day) []Letter {
	answeredBy := map[string][]string{}
	for _, d := range ix.Dossier.Documents {
		for _, reply := range d.RepliesTo {
			answeredBy[reply.Document] = append(answeredBy[reply.Document], d.ID)
		}
	}
	var chain []Letter
	for i := range ix.Dossier.Documents {
		d := &ix.Dossier.Documents[i]
		if (isLetter(d) || len(answeredBy[d.ID]) > 0) && (asOf.IsZero() || By(d.When().Value, asOf)) {
			chain = append(chain, Letter{Document: d, Answers: answersOf(ix, d)})
		}
	}
	slices.SortStableFunc(chain, func(a, b Letter) int { return inOrder(a.Document, b.Document) })
	for i := range chain {
		for _, later := range chain {
			if slices.Contains(answeredBy[chain[i].Document.ID], later.Document.ID) {
				chain[i].AnsweredBy = append(chain[i].AnsweredBy, later.Document.ID)
			}
		}
	}
	return chain
}

func isLetter(d *domain.Document) bool {
	return d.Kind == domain.Letter || len(d.Addressees) > 0 || len(d.WithheldFrom) > 0 || len(d.RepliesTo) > 0
}

// inOrder orders documents by the first day each can have been written on or, where that is open, by the last.
func inOrder(a, b *domain.Document) int {
	x, y := Placed(a), Placed(b)
	if x.IsZero() || y.IsZero() {
		return -x.Compare(y) // no day comes first of days
	}
	return cmp.Or(x.Compare(y), edtf.Compare(a.When().Value, b.When().Value))
}

// Placed returns the day at which a document stands in the order of time: the first it can have been written on or, where that is
// open, the last. It is no day if neither is known.
func Placed(d *domain.Document) edtf.Day {
	when := d.When().Value
	if day, edge := when.Earliest(); edge == edtf.Known {
		return day
	}
	if day, edge := when.Latest(); edge == edtf.Known {
		return day
	}
	return edtf.Day{}
}

func answersOf(ix *domain.Index, d *domain.Document) []Answer {
	var all []Answer
	for _, reply := range d.RepliesTo {
		to, err := ix.Document(reply.Document)
		if err != nil {
			continue
		}
		all = append(all, Answer{spanOf(to.When().Value, d.When().Value), to, reply.Citations})
	}
	return all
}

// spanOf counts the days from one date to another that is no earlier.
func spanOf(from, to edtf.Date) Span {
	var s Span
	first, a := from.Earliest()
	last, b := from.Latest()
	start, c := to.Earliest()
	end, d := to.Latest()
	if s.Begun = b == edtf.Known && c == edtf.Known; s.Begun {
		s.Least = max(0, last.DaysUntil(start))
	}
	if s.Bounded = a == edtf.Known && d == edtf.Known; s.Bounded {
		s.Most = max(0, first.DaysUntil(end))
	}
	return s
}

// Exact reports whether the span is one number of days.
func (s Span) Exact() bool { return s.Begun && s.Bounded && s.Least == s.Most }

// String says the span in words: "the same day", "92 days", "10 to 40 days", "at least 7 days", "a time not known".
func (s Span) String() string {
	switch {
	case s.Exact() && s.Least == 0:
		return "the same day"
	case s.Exact():
		return plural(s.Least, "day")
	case s.Begun && s.Bounded:
		return strconv.FormatInt(s.Least, 10) + " to " + plural(s.Most, "day")
	case s.Begun && s.Least > 0:
		return "at least " + plural(s.Least, "day")
	case s.Bounded:
		return "at most " + plural(s.Most, "day")
	}
	return "a time not known"
}

// Words say the answer in a clause: "the CPC’s letter of 29 February 1964 answered the CPSU’s of 29 November 1963 after 92
// days". Of a letter whose text is not held it only says what others say of it.
func (l Letter) Words(ix *domain.Index, a Answer) string {
	verb := " answered "
	if !l.Document.Held {
		verb = " is said to answer "
	}
	return LetterName(ix, l.Document, "") + verb + LetterName(ix, a.To, l.Document.Kind) + a.waited()
}

// waited says how long an answer took, after the words for it.
func (a Answer) waited() string {
	if a.Exact() && a.Least == 0 {
		return " on " + a.String()
	}
	return " after " + a.String()
}

// Sentence says the answer as a sentence begins, without its full stop.
func (l Letter) Sentence(ix *domain.Index, a Answer) string { return table.UpperFirst(l.Words(ix, a)) }

// LetterName names a document in running text by its authors and day, or by its title where it lacks either: "the CPC’s letter
// of 29 February 1964". The kind is left out where it is the one just named.
func LetterName(ix *domain.Index, d *domain.Document, named domain.DocumentKind) string {
	when := d.When().Value
	first, last, ok := when.Bounds()
	if len(d.Authors) == 0 || !ok || first != last {
		return "“" + d.Title + "”"
	}
	names := table.PartyLabels(ix, d.Authors)
	for i := range names[:len(names)-1] {
		names[i] = DefiniteName(names[i])
	}
	names[len(names)-1] = possessive(names[len(names)-1])
	words := strings.Join(names, " and ")
	if d.Kind != named {
		words += " " + string(d.Kind)
	}
	return words + " of " + when.Humanize()
}
