package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/table"
)

// How the number that the author of a list claims stands to the names it lists.
const (
	NumbersAgree  Numbers = "agree"
	NumbersDiffer Numbers = "differ"
	NoNames       Numbers = "no names given"
	NoNumber      Numbers = "no number given"
)

// Numbers says whether claimed and listed numbers agree.
type Numbers string

// allNumbers returns every word for them.
func allNumbers() []Numbers { return []Numbers{NumbersAgree, NumbersDiffer, NoNames, NoNumber} }

// numbersOf compares the number a list claims with the names it lists.
func numbersOf(l *domain.List) Numbers {
	switch {
	case l.Disagrees():
		return NumbersDiffer
	case l.Listed() == 0:
		return NoNames
	case l.Claimed == 0:
		return NoNumber
	}
	return NumbersAgree
}

// ListNumbers returns the table of lists with the number each claims, how many it names, and its author's rule.
func ListNumbers(ix *domain.Index, lists []*domain.List) table.Table {
	rows := make([]domain.List, len(lists))
	for i, l := range lists {
		rows[i] = *l
	}
	return build(newReader(ix), table.Table{Name: "list-numbers", Title: "Numbers claimed and listed, and the rule given",
		Row: "One row a list."}, listNumberColumns(), rows,
		func(l *domain.List) table.Ref { return newReader(ix).listsOf([]*domain.List{l})[0].Ref })
}

func listNumberColumns() []column[domain.List] {
	return []column[domain.List]{
		{table.Column{Name: "list", Title: "List", Type: table.TypeID, Needed: true, Page: true, Doc: "The list, or the proposal whose participants are compared."},
			func(r *reader, l *domain.List) table.Cell { return r.listsOf([]*domain.List{l}) }},
		partiesColumn("authors", "Given by", "Whose list it is.", func(l *domain.List) []string { return l.Authors }).page().facet(domain.SectionParties),
		recordColumn("document", "Document", "The document that first gives it.", (*reader).Document,
			func(l *domain.List) string { return l.Document }).facet(domain.SectionDocuments),
		numberColumn("claimed", "Claimed", "The number of members its author gives.", func(l *domain.List) int { return l.Claimed }).page(),
		numberColumn("listed", "Listed", "How many members it names; empty if it names nobody.", func(l *domain.List) int { return l.Listed() }).page(),
		{table.Column{Name: "numbers", Title: "Claimed and listed", Type: table.TypeEnum, Needed: true, Page: true, Values: words(allNumbers()), Doc: "Whether the two numbers agree."},
			func(r *reader, l *domain.List) table.Cell { return numbersCell(numbersOf(l)) }},
		{table.Column{Name: "elsewhere", Title: "Another number elsewhere", Type: table.TypeText, List: true, Page: true,
			Doc: "Where the list is given again with another number: the number, in, the document."},
			func(r *reader, l *domain.List) table.Cell { return r.otherNumbers(l) }},
		textColumn("rule", "Rule", "The rule its author gives for who is on it, in our words.", func(l *domain.List) string { return l.Rule }).page(),
		noteColumn(func(l *domain.List) string { return l.Note }),
		sourceColumn("The paragraphs that give the list", func(l *domain.List) []domain.Citation { return l.Citations }),
	}
}

// numbersCell marks numbers that differ with a sign as well as a word.
func numbersCell(n Numbers) table.Cell {
	v := table.Value{Text: string(n)}
	if n == NumbersDiffer {
		v.Label = "≠ differ"
	}
	return table.Cell{v}
}

// otherNumbers are the numbers under which a list is given again, where they are not the one first claimed.
func (r *reader) otherNumbers(l *domain.List) table.Cell {
	var cell table.Cell
	for _, a := range l.Appearances {
		if a.Claimed == 0 || a.Claimed == l.Claimed {
			continue
		}
		v := table.Value{Text: itoa(a.Claimed) + " in " + a.Document, Label: itoa(a.Claimed) + " in " + table.DocumentLabel(r.Index, a.Document),
			Ref: table.Ref{Section: domain.SectionDocuments, ID: a.Document}}
		if i := slices.IndexFunc(a.Citations, func(c domain.Citation) bool { return c.Document == a.Document }); i >= 0 {
			v.Ref.Paragraph = a.Citations[i].Paragraph
		}
		cell = append(cell, v)
	}
	return cell
}

// NumbersWords say both numbers of a list: "17 claimed, 17 named", "≠ four claimed, three named", "81 claimed, nobody named".
func NumbersWords(l *domain.List) string {
	named, claimed := itoa(l.Listed())+" named", itoa(l.Claimed)+" claimed, "
	if l.Listed() == 0 {
		named = "nobody named"
	}
	if l.Claimed == 0 {
		claimed = "no number claimed, "
	}
	if l.Disagrees() {
		claimed = "≠ " + claimed
	}
	return claimed + named
}
