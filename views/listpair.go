package views

import (
	"net/url"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/views/chart"
)

// Pair returns the two lists that a query asks to compare, each a list or a proposal that names participants. Where it asks
// for none, they are the first two lists, those first that name their members. It fails with an error of kind NotFound.
func Pair(ix *domain.Index, a, b string) (lists [2]*domain.List, err error) {
	usual := compare.AllLists(ix)
	if len(usual) == 0 && (a == "" || b == "") {
		return lists, domain.Errorf(domain.NotFound, "this dossier has no lists to compare: name two proposals by a and b")
	}
	slices.SortStableFunc(usual, func(x, y *domain.List) int { return nameless(x) - nameless(y) })
	for i, id := range []string{a, b} {
		if id == "" {
			id = usual[min(i, len(usual)-1)].ID
		}
		if lists[i], err = compare.ListOf(ix, id); err != nil {
			return lists, err
		}
	}
	return lists, nil
}

func nameless(l *domain.List) int {
	if l.Listed() == 0 {
		return 1
	}
	return 0
}

// Distinct is the two lists, or the one if it is compared with itself.
func Distinct(pair [2]*domain.List) []*domain.List {
	if pair[0].ID == pair[1].ID {
		return pair[:1]
	}
	return pair[:]
}

// NewListPair returns the page of two lists compared, which [Pair] finds.
func (s *Site) NewListPair(first, second string) (Charted, error) {
	pair, err := Pair(s.ix, first, second)
	if err != nil {
		return Charted{}, err
	}
	a, b := pair[0], pair[1]
	query := url.Values{"a": {a.ID}, "b": {b.ID}}
	lists := Distinct(pair)
	p := Charted{Base: s.base("“"+a.Name+"” and “"+b.Name+"”", pairWords(s.ix, a, b), "/lists")}
	p.path, p.query = s.root()+"/lists/compare", with(nil, "a", first, "b", second)
	p.Crumbs = s.crumbs(domain.SectionLists)
	p.Lede = p.Description
	p.Form = s.pairForm(a.ID, b.ID)
	p.Figure = s.setsFigure(lists, s.root()+"/list-sets.svg"+encode(query), func(_ int, set compare.Set) string { return s.pairPath(a.ID, b.ID) + "#" + partOf(set, pair) })
	p.Sections = slices.Concat(s.pairTable(a, b), s.counts(lists),
		s.tableSection("members", "Members", compare.Membership(s.ix, lists)), s.seatsAmong(lists))
	p.Downloads = []Download{
		download("The two lists together", s.root()+"/list-pair", query, "union, intersection and both differences"),
		download("Members side by side", s.root()+"/membership", query, "one row for each party"),
		download("Numbers and rules", s.root()+"/list-numbers", query, "one row for each list"),
	}
	return p, nil
}

// pairWords says in a sentence how two lists differ.
func pairWords(ix *domain.Index, a, b *domain.List) string {
	words := compare.ListDifference(ix, a, b)
	switch {
	case words == "" && a.Listed() == 0:
		return "“" + a.Name + "” names nobody, so that what the two share cannot be told."
	case words == "":
		return "“" + b.Name + "” names nobody, so that what the two share cannot be told."
	case a.ID == b.ID:
		return "A list compared with itself: no difference."
	}
	return "From “" + a.Name + "” to “" + b.Name + "”: " + words + "."
}

// pairTable is the table of both lists together, with an anchor for each part.
func (s *Site) pairTable(a, b *domain.List) []Section {
	sections := s.tableSection("together", "Together and apart", compare.ListPair(s.ix, a, b))
	for i, part := range compare.Parts() {
		sections[0].Table.Rows[i].ID = anchor(part)
	}
	return sections
}

func anchor(part compare.Part) string { return strings.ReplaceAll(string(part), " ", "-") }

// partOf is the anchor of the part of two lists that a set of the picture is.
func partOf(set compare.Set, pair [2]*domain.List) string {
	switch {
	case len(set.Lists) == 2 || pair[0].ID == pair[1].ID:
		return anchor(compare.Intersection)
	case set.Lists[0] == pair[0]:
		return anchor(compare.OnlyFirst)
	}
	return anchor(compare.OnlySecond)
}

func (s *Site) pairPath(a, b string) string {
	return s.root() + "/lists/compare?a=" + url.QueryEscape(a) + "&b=" + url.QueryEscape(b)
}

// pairForm chooses two lists.
func (s *Site) pairForm(a, b string) *ChartForm {
	return &ChartForm{Label: "Choose two lists", Action: s.root() + "/lists/compare", Button: "Compare the two",
		Fields: []FilterField{{Name: "a", Label: "First", Options: s.listOptions(a)}, {Name: "b", Label: "Second", Options: s.listOptions(b)}}}
}

// listOptions are the lists, then the proposals that name participants.
func (s *Site) listOptions(chosen string) []Option {
	var options []Option
	for _, l := range s.ix.Dossier.Lists {
		options = append(options, Option{l.ID, l.Name, l.ID == chosen})
	}
	for i := range s.ix.Dossier.Proposals {
		p := &s.ix.Dossier.Proposals[i]
		if _, ok := p.Term(domain.TermParticipants); ok {
			options = append(options, Option{p.ID, table.ProposalLabel(s.ix, p.ID), p.ID == chosen})
		}
	}
	return options
}

// seatsAmong are the contested seats among the members of the lists.
func (s *Site) seatsAmong(lists []*domain.List) []Section {
	var sections []Section
	for _, seat := range s.ix.Dossier.Seats {
		if slices.ContainsFunc(lists, func(l *domain.List) bool { return slices.Contains(l.Parties(), seat.Party) }) {
			sections = append(sections, s.seat(&seat))
		}
	}
	return sections
}

// setsFigure draws the lists and who is on exactly which; href is where each set leads.
func (s *Site) setsFigure(lists []*domain.List, file string, href func(int, compare.Set) string) *Drawing {
	if len(lists) == 0 {
		return nil
	}
	u := chart.Upset{ID: "lists-drawn", Title: "Who is on which list", Description: compare.SetsWords(lists),
		Filled: "said to have taken sides in public", Diamond: "its seat is contested"}
	for _, l := range lists {
		u.Sets = append(u.Sets, s.upsetSet(l))
	}
	for i, set := range compare.ExclusiveSets(lists) {
		g := chart.UpsetGroup{Href: href(i, set), Name: set.Words()}
		for _, l := range lists {
			g.In = append(g.In, slices.Contains(set.Lists, l))
		}
		for _, id := range set.Members {
			g.Members = append(g.Members, s.upsetMember(id))
		}
		u.Groups = append(u.Groups, g)
	}
	return drawing(u.Title, u.Description, file, u.SVG())
}

func (s *Site) upsetSet(l *domain.List) chart.UpsetSet {
	numbers := compare.NumbersWords(l)
	section := domain.SectionLists
	if _, err := s.ix.List(l.ID); err != nil {
		section = domain.SectionProposals
	}
	return chart.UpsetSet{Label: l.Name, Numbers: numbers, Named: l.Listed(), Claimed: l.Claimed,
		Name: l.Name + ": " + numbers, Href: s.Path(section, l.ID)}
}

func (s *Site) upsetMember(id string) chart.UpsetMember {
	m := chart.UpsetMember{Label: s.short(id), Href: s.Path(domain.SectionParties, id)}
	words := []string{s.short(id)}
	for _, t := range compare.SidesOf(s.ix, id) {
		m.Filled = true
		words = append(words, t.Words(s.ix, id))
	}
	if m.Diamond = len(compare.Contested(s.ix, []string{id})) > 0; m.Diamond {
		words = append(words, "its seat is contested")
	}
	m.Name = strings.Join(words, "; ")
	return m
}

// SetsSVG returns the picture of the lists alone.
func (s *Site) SetsSVG(lists []*domain.List) string {
	f := s.setsFigure(lists, "", func(n int, _ compare.Set) string { return s.root() + "/lists#set-" + itoa(n+1) })
	if f == nil {
		return chart.New("lists-drawn", 1, 1).SVG("Who is on which list", "No list in this record.")
	}
	return string(f.SVG)
}
