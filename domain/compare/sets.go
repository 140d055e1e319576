package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Set is an exclusive intersection of lists: the parties that stand on exactly these lists and on none of the others
// that name their members.
type Set struct {
	Lists   []*domain.List // in the order given
	Members []string       // in the order of the first of them
}

// ExclusiveSets divides the parties on any of the lists by the lists on which they stand: those on most lists first, then in
// the order of the lists. A list that names nobody takes no part. Each list alone and all of them together have a
// set even if no party is in it; others only if one is. The sizes add up to the number of parties named.
func ExclusiveSets(lists []*domain.List) []Set {
	lists = slices.DeleteFunc(slices.Clone(lists), func(l *domain.List) bool { return l.Listed() == 0 })
	if len(lists) == 0 {
		return nil
	}
	sets := []Set{{Lists: lists}}
	for i := range lists {
		sets = addSet(sets, lists[i:i+1], nil)
	}
	var seen []string
	for _, l := range lists {
		for _, id := range l.Parties() {
			if !slices.Contains(seen, id) {
				seen = append(seen, id)
				sets = addSet(sets, onThese(lists, id), []string{id})
			}
		}
	}
	slices.SortStableFunc(sets, func(a, b Set) int {
		if len(a.Lists) != len(b.Lists) {
			return len(b.Lists) - len(a.Lists)
		}
		return slices.CompareFunc(a.Lists, b.Lists, func(x, y *domain.List) int {
			return slices.Index(lists, x) - slices.Index(lists, y)
		})
	})
	return sets
}

// addSet adds members to the set of these lists, which it makes if there is none.
func addSet(sets []Set, lists []*domain.List, members []string) []Set {
	i := slices.IndexFunc(sets, func(s Set) bool { return slices.Equal(s.Lists, lists) })
	if i < 0 {
		return append(sets, Set{lists, members})
	}
	sets[i].Members = append(sets[i].Members, members...)
	return sets
}

func onThese(lists []*domain.List, party string) []*domain.List {
	var on []*domain.List
	for _, l := range lists {
		if formOn(l, party) != "" {
			on = append(on, l)
		}
	}
	return on
}

// AllLists returns the lists of the dossier in its order.
func AllLists(ix *domain.Index) []*domain.List {
	lists := make([]*domain.List, len(ix.Dossier.Lists))
	for i := range ix.Dossier.Lists {
		lists[i] = &ix.Dossier.Lists[i]
	}
	return lists
}

// Sets returns the table of the exclusive intersections of lists: one row a [Set].
func Sets(ix *domain.Index, lists []*domain.List) table.Table {
	return build(newReader(ix), table.Table{Name: "list-sets", Title: "Who is on exactly these lists"}, setColumns(), ExclusiveSets(lists),
		func(s *Set) table.Ref { return table.Ref{Section: domain.SectionLists, ID: s.Lists[0].ID} })
}

func setColumns() []column[Set] {
	return []column[Set]{
		{table.Column{Name: "lists", Title: "On exactly these lists", Type: table.TypeID, Needed: true, List: true, Page: true,
			Doc: "The lists on which the parties stand; they are on no other list compared that names its members."},
			func(r *reader, s *Set) table.Cell { return r.listsOf(s.Lists) }},
		{table.Column{Name: "size", Title: "Parties", Type: table.TypeInteger, Needed: true, Page: true, Doc: "How many parties; the sizes add up to all parties named."},
			func(r *reader, s *Set) table.Cell { return table.Cell{{Text: itoa(len(s.Members))}} }},
		partiesColumn("parties", "Who", "The parties.", func(s *Set) []string { return s.Members }).page().facet(domain.SectionParties),
		{table.Column{Name: "contested", Title: "Contested seats among them", Type: table.TypeID, List: true, Page: true, Doc: "Those of them whose seats are contested."},
			func(r *reader, s *Set) table.Cell { return r.Parties(Contested(r.Index, s.Members)) }},
		sourceColumn("The paragraphs that give the lists", func(s *Set) []domain.Citation { return listCitations(s.Lists...) }),
	}
}

// listsOf is a cell of lists, or of proposals read as lists; see [ListOf].
func (r *reader) listsOf(lists []*domain.List) table.Cell {
	var cell table.Cell
	for _, l := range lists {
		v := table.Value{Text: l.ID, Label: l.Name, Ref: table.Ref{Section: domain.SectionLists, ID: l.ID}}
		if _, err := r.Index.List(l.ID); err != nil {
			v.Ref.Section = domain.SectionProposals
		}
		cell = append(cell, v)
	}
	return cell
}

func listCitations(lists ...*domain.List) []domain.Citation {
	var cites []domain.Citation
	for _, l := range lists {
		for _, c := range l.Citations {
			if !slices.Contains(cites, c) {
				cites = append(cites, c)
			}
		}
	}
	slices.SortFunc(cites, domain.CompareCitations)
	return cites
}

// Contested returns those of the parties whose seats are contested.
func Contested(ix *domain.Index, parties []string) []string {
	var found []string
	for _, id := range parties {
		if contested(ix, id) != "" {
			found = append(found, id)
		}
	}
	return found
}

// Words say a set in a sentence: "On “The seventeen” and “The twenty-six” and no other: 17 parties". The number is in digits, as
// it is drawn.
func (s Set) Words() string {
	words := "On " + quoted(s.Lists) + " and no other: "
	if len(s.Members) == 0 {
		return words + "none"
	}
	return words + plural(int64(len(s.Members)), "party")
}

func partiesOf(n int) string {
	if n == 0 {
		return "nobody"
	}
	return CountOf(n, "party")
}

func quoted(lists []*domain.List) string {
	names := make([]string, len(lists))
	for i, l := range lists {
		names[i] = "“" + l.Name + "”"
	}
	return strings.Join(names, " and ")
}

// alone says that a set is not on the other lists, where there are others that name members.
func alone(s Set, lists []*domain.List) string {
	for _, l := range lists {
		if l.Listed() > 0 && !slices.Contains(s.Lists, l) {
			return " alone"
		}
	}
	return ""
}

// SetsWords describe lists and their intersections in a sentence.
func SetsWords(lists []*domain.List) string {
	var clauses []string
	var without []*domain.List
	named := 0
	for _, l := range lists {
		if l.Listed() == 0 {
			without = append(without, l)
		}
	}
	for _, s := range ExclusiveSets(lists) {
		named += len(s.Members)
		if len(s.Members) > 0 {
			clauses = append(clauses, Count(len(s.Members))+" on "+quoted(s.Lists)+alone(s, lists))
		}
	}
	if len(clauses) == 0 {
		clauses = []string{"No list names a member"}
	} else {
		clauses[0] = table.UpperFirst(partiesOf(named)) + " named: " + clauses[0]
	}
	if len(without) > 0 {
		clauses = append(clauses, quoted(without)+" "+plainVerb(len(without), "names", "name")+" nobody")
	}
	return strings.Join(clauses, "; ") + "."
}
