package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Difference is two sets of parties compared: those in both, and those in one only, each in the order of the set
// they come from.
type Difference struct {
	Both  []string
	OnlyA []string
	OnlyB []string
}

// Diff compares two sets of ids. Swapping them swaps OnlyA and OnlyB.
func Diff(a, b []string) Difference {
	var d Difference
	for _, id := range a {
		if slices.Contains(b, id) {
			d.Both = append(d.Both, id)
		} else {
			d.OnlyA = append(d.OnlyA, id)
		}
	}
	for _, id := range b {
		if !slices.Contains(a, id) {
			d.OnlyB = append(d.OnlyB, id)
		}
	}
	return d
}

// sameMembers reports whether neither of two sets has a member that the other lacks.
func sameMembers(a, b []string) bool {
	inside := func(a, b []string) bool {
		for _, id := range a {
			if !slices.Contains(b, id) {
				return false
			}
		}
		return true
	}
	return inside(a, b) && inside(b, a)
}

// Same reports whether neither set has a member that the other lacks.
func (d Difference) Same() bool { return len(d.OnlyA) == 0 && len(d.OnlyB) == 0 }

// ListDifference says in words how list b differs from list a: "nine more: Argentina, ...; none fewer". It is
// empty if either list names no member.
func ListDifference(ix *domain.Index, a, b *domain.List) string {
	if a.Listed() == 0 || b.Listed() == 0 {
		return ""
	}
	d := Diff(a.Parties(), b.Parties())
	return difference(ix, d) + contestedAmong(ix, append(d.OnlyB, d.OnlyA...))
}

// contestedAmong names those of the parties whose seats are contested.
func contestedAmong(ix *domain.Index, parties []string) string {
	found := Contested(ix, parties)
	if len(found) == 0 {
		return ""
	}
	return "; contested seats among them: " + strings.Join(table.PartyLabels(ix, found), ", ")
}

func difference(ix *domain.Index, d Difference) string {
	if d.Same() {
		return "the same parties"
	}
	return many(ix, d.OnlyB, "more") + "; " + many(ix, d.OnlyA, "fewer")
}

func many(ix *domain.Index, parties []string, word string) string {
	if len(parties) == 0 {
		return "none " + word
	}
	return Count(len(parties)) + " " + word + ": " + strings.Join(table.PartyLabels(ix, parties), ", ")
}

var small = []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve"}

// Count returns a number as running text has it: in words to twelve, in digits from there.
func Count(n int) string {
	if n >= 0 && n < len(small) {
		return small[n]
	}
	return itoa(n)
}

// CountOf returns a number with a noun, which is given in the singular, as running text has them: "no meetings", "one
// claim", "two parties".
func CountOf(n int, noun string) string {
	if n == 0 {
		return "no " + Noun(n, noun)
	}
	return Count(n) + " " + Noun(n, noun)
}

// Noun returns a noun, which is given in the singular, as it stands after a number.
func Noun(n int, noun string) string {
	stem, y := strings.CutSuffix(noun, "y")
	switch {
	case n == 1 || noun == "":
		return noun
	case y && !strings.ContainsAny(stem[len(stem)-1:], "aeou"):
		return stem + "ies"
	}
	return noun + "s"
}

// NotNamed stands in the column of a list that names nobody: whether a party is on it cannot be told.
const NotNamed = "no names given"

// Membership returns the table of parties by lists: a row for each party on any of the lists, a column for each
// list with the form of the name it uses, and last why a seat is contested and which side it is said to have taken.
func Membership(ix *domain.Index, lists []*domain.List) table.Table {
	r := newReader(ix)
	t := table.Table{Name: "membership", Title: "Members of the lists"}
	t.Columns = append(t.Columns, table.Column{Name: "party", Title: "Party", Type: table.TypeID, Needed: true, Page: true,
		Facet: domain.SectionParties, Doc: "The party."})
	last := append([]table.Column{{Name: "contested", Title: "Contested seat", Type: table.TypeText, Page: true,
		Doc: "Why its seat is contested, if it is."}}, takenSideColumns()...)
	for _, l := range lists {
		t.Columns = append(t.Columns, table.Column{Name: listColumn(l.ID, append(last, t.Columns[0])), Title: l.Name, Type: table.TypeText, Page: true,
			Doc: "The form of its name on that list; empty if it is not on it, and the words `" + NotNamed + "` if the list names nobody."})
	}
	t.Columns = append(t.Columns, last...)
	for _, id := range union(ix, lists) {
		row := table.Row{Ref: table.Ref{Section: domain.SectionParties, ID: id}, Cells: []table.Cell{{r.Party(id)}}}
		for _, l := range lists {
			row.Cells = append(row.Cells, table.Text(formOrNot(l, id)))
		}
		t.Rows = append(t.Rows, table.Row{Ref: row.Ref, Cells: append(row.Cells, table.Text(contested(ix, id)), r.sides(id), r.sidesCited(id))})
	}
	return t
}

// listColumn is the name of the column of a list: its id, after "list." where one of the others has that name. No id has
// a full stop.
func listColumn(id string, others []table.Column) string {
	if slices.ContainsFunc(others, func(c table.Column) bool { return c.Name == id }) {
		return "list." + id
	}
	return id
}

func formOrNot(l *domain.List, party string) string {
	if l.Listed() == 0 {
		return NotNamed
	}
	return formOn(l, party)
}

// formOn is the name that a list gives a party, or nothing if it is not on it.
func formOn(l *domain.List, party string) string {
	for _, m := range l.Members {
		if m.Party == party {
			if m.As == "" {
				return "yes"
			}
			return m.As
		}
	}
	return ""
}

// union returns every party on any of the lists, ordered by how many of them it is on, then by its label.
func union(ix *domain.Index, lists []*domain.List) []string {
	count := map[string]int{}
	var ids []string
	for _, l := range lists {
		for _, id := range l.Parties() {
			if count[id] == 0 {
				ids = append(ids, id)
			}
			count[id]++
		}
	}
	r := newReader(ix)
	slices.SortFunc(ids, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(r.Party(a).Display(), r.Party(b).Display())
	})
	return ids
}
