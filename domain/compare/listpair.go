package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Parts of two lists compared.
const (
	Union        Part = "union"
	Intersection Part = "intersection"
	OnlyFirst    Part = "only the first"
	OnlySecond   Part = "only the second"
)

// Part is one of the sets that two lists make together.
type Part string

// Parts returns all parts in the order in which they are shown.
func Parts() []Part { return []Part{Union, Intersection, OnlyFirst, OnlySecond} }

// ListOf returns the list of that id, or the participants that the proposal of that id asks for as a list, or an error of kind
// [domain.NotFound].
func ListOf(ix *domain.Index, id string) (*domain.List, error) {
	l, err := ix.List(id)
	if err == nil {
		return l, nil
	}
	p, notProposal := ix.Proposal(id)
	if notProposal != nil {
		return nil, err
	}
	t, ok := p.Term(domain.TermParticipants)
	if !ok {
		return nil, domain.Errorf(domain.NotFound, "the proposal %q names no participants: choose a list or another proposal", id)
	}
	return participantsAsList(ix, p, t), nil
}

// participantsAsList keeps the forms of the names where the proposal takes them from a list.
func participantsAsList(ix *domain.Index, p *domain.Proposal, t domain.Term) *domain.List {
	l := &domain.List{ID: p.ID, Name: table.ProposalLabel(ix, p.ID), Authors: p.By, Document: p.Document, Claimed: t.Claimed,
		Rule: t.Text, Citations: t.Citations, Note: t.Note}
	if len(l.Citations) == 0 {
		l.Citations = p.Citations
	}
	from, err := ix.List(t.List)
	for _, id := range Participants(ix, t) {
		m := domain.Member{Party: id}
		if err == nil {
			m.As = as(from, id)
		}
		l.Members = append(l.Members, m)
	}
	return l
}

func as(l *domain.List, party string) string {
	i := slices.IndexFunc(l.Members, func(m domain.Member) bool { return m.Party == party })
	if i < 0 {
		return ""
	}
	return l.Members[i].As
}

// pairPart is one part of two lists; Told is false if one of them names nobody, so that nothing can be said.
type pairPart struct {
	part    Part
	lists   []*domain.List
	members []string
	known   bool
	words   string
}

// ListPair returns what two lists make together: their union, their intersection and both differences, in words and
// with their members. If either names nobody the rows say so and have no size: a list without names is not an empty one.
func ListPair(ix *domain.Index, a, b *domain.List) table.Table {
	return build(newReader(ix), table.Table{Name: "list-pair", Title: "The two lists together"}, pairColumns(), pairParts(a, b),
		func(p *pairPart) table.Ref { return table.Ref{Section: domain.SectionLists, ID: string(p.part)} })
}

func pairParts(a, b *domain.List) []pairPart {
	both := []*domain.List{a, b}
	parts := []pairPart{{part: Union, lists: both}, {part: Intersection, lists: both},
		{part: OnlyFirst, lists: both[:1]}, {part: OnlySecond, lists: both[1:]}}
	if a.Listed() == 0 || b.Listed() == 0 {
		for i := range parts {
			parts[i].words = namelessWords(a, b)
		}
		return parts
	}
	d := Diff(once(a.Parties()), once(b.Parties()))
	sets := [][]string{slices.Concat(d.Both, d.OnlyA, d.OnlyB), d.Both, d.OnlyA, d.OnlyB}
	endings := []string{"on one or both", "on both", "only on “" + a.Name + "”", "only on “" + b.Name + "”"}
	for i := range parts {
		parts[i].members, parts[i].known = sets[i], true
		parts[i].words = table.UpperFirst(Count(len(sets[i]))) + " " + areOn(len(sets[i])) + " " + endings[i]
	}
	return parts
}

// once is the ids in their order without those that stand there already.
func once(ids []string) []string {
	var distinct []string
	for _, id := range ids {
		if !slices.Contains(distinct, id) {
			distinct = append(distinct, id)
		}
	}
	return distinct
}

func areOn(n int) string {
	if n == 0 || n == 1 {
		return "is"
	}
	return "are"
}

// namelessWords says which of two lists names nobody.
func namelessWords(a, b *domain.List) string {
	var names []string
	for _, l := range []*domain.List{a, b} {
		if words := "“" + l.Name + "”"; l.Listed() == 0 && !slices.Contains(names, words) {
			names = append(names, words)
		}
	}
	return "Cannot be told: " + strings.Join(names, " and ") + " " + plainVerb(len(names), "names", "name") + " nobody"
}

func plainVerb(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

func pairColumns() []column[pairPart] {
	return []column[pairPart]{
		enumColumn("part", "Part", "Which part of the two lists.", Parts(), func(p *pairPart) Part { return p.part }).needed().page(),
		{table.Column{Name: "lists", Title: "Lists", Type: table.TypeID, List: true, Doc: "The lists, or the one of which it is the difference."},
			func(r *reader, p *pairPart) table.Cell { return r.listsOf(p.lists) }},
		textColumn("words", "In words", "How many parties it has, in words, or why that cannot be told.", func(p *pairPart) string { return p.words }).page(),
		{table.Column{Name: "size", Title: "Parties", Type: table.TypeInteger, Page: true, Doc: "How many parties; empty if a list names nobody."},
			func(r *reader, p *pairPart) table.Cell {
				if !p.known {
					return nil
				}
				return table.Cell{{Text: itoa(len(p.members))}}
			}},
		partiesColumn("parties", "Who", "The parties.", func(p *pairPart) []string { return p.members }).page().facet(domain.SectionParties),
		{table.Column{Name: "contested", Title: "Contested seats among them", Type: table.TypeID, List: true, Page: true, Doc: "Those of them whose seats are contested."},
			func(r *reader, p *pairPart) table.Cell { return r.Parties(Contested(r.Index, p.members)) }},
		sourceColumn("The paragraphs that give the lists", func(p *pairPart) []domain.Citation { return listCitations(p.lists...) }),
	}
}
