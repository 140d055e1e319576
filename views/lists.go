package views

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// NewLists returns the page of all lists: members against lists, the differences in words, claimed against listed
// numbers, and the contested seats.
func (s *Site) NewLists() Detail {
	lists := s.allLists()
	d := Detail{Base: s.base("Lists", "Who was to take part: the lists of parties, side by side.", "/lists")}
	d.Lede = d.Description
	d.Sections = slices.Concat(s.differences(lists), s.counts(lists),
		s.tableSection("members", "Members", compare.Membership(s.ix, lists)), s.seats())
	d.Downloads = []Link{
		{Label: "Lists as CSV", Href: s.root() + "/lists.csv", Hint: "one row for each list and party"},
		{Label: "Members side by side as CSV", Href: s.root() + "/membership.csv", Hint: "one row for each party"},
	}
	return d
}

func (s *Site) allLists() []*domain.List { return AllLists(s.ix) }

// AllLists returns the lists of the dossier in its order.
func AllLists(ix *domain.Index) []*domain.List {
	lists := make([]*domain.List, len(ix.Dossier.Lists))
	for i := range ix.Dossier.Lists {
		lists[i] = &ix.Dossier.Lists[i]
	}
	return lists
}

// differences says of each pair of lists with members how the second differs from the first.
func (s *Site) differences(lists []*domain.List) []Section {
	var items [][]Link
	for i, a := range lists {
		for _, b := range lists[i+1:] {
			if words := compare.ListDifference(s.ix, a, b); words != "" {
				items = append(items, []Link{{Label: "From “" + a.Name + "” to “" + b.Name + "”: " + words}})
			}
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Section{{ID: "differences", Title: "How they differ", Items: items}}
}

// counts is the table of claimed and listed numbers.
func (s *Site) counts(lists []*domain.List) []Section {
	t := Table{Caption: "Numbers claimed and listed, and the rule given"}
	for _, h := range []string{"List", "Given by", "Claimed", "Listed", "Claimed and listed", "Rule", "Source"} {
		t.Heads = append(t.Heads, Head{Link: Link{Label: h}, Number: h == "Claimed" || h == "Listed"})
	}
	for _, l := range lists {
		t.Rows = append(t.Rows, s.countRow(t.Heads, l))
	}
	return []Section{{ID: "numbers", Title: "Numbers and rules", Table: &t}}
}

func (s *Site) countRow(heads []Head, l *domain.List) TableRow {
	verdict := "agree"
	switch {
	case l.Disagrees():
		verdict = "differ"
	case l.Listed() == 0:
		verdict = "no names given"
	case l.Claimed == 0:
		verdict = "no number given"
	}
	var authors []Link
	for _, id := range l.Authors {
		authors = append(authors, Link{Label: s.short(id), Href: s.Path(domain.SectionParties, id)})
	}
	values := [][]Link{{{Label: l.Name, Href: s.Path(domain.SectionLists, l.ID)}}, authors, counted(l.Claimed),
		counted(l.Listed()), {{Label: verdict}}, {{Label: l.Rule}}, s.sources(l.Citations)}
	var row TableRow
	for i, v := range values {
		row.Cells = append(row.Cells, TableCell{Label: heads[i].Label, Values: v, Header: i == 0, Number: heads[i].Number})
	}
	return row
}

// seats lists the contested seats with who recognises whom.
func (s *Site) seats() []Section {
	var sections []Section
	for _, seat := range s.ix.Dossier.Seats {
		sections = append(sections, s.seat(&seat))
	}
	return sections
}

func (s *Site) seat(seat *domain.Seat) Section {
	sec := Section{ID: "seat-" + seat.ID, Title: "Contested seat: " + s.short(seat.Party), Lede: seat.Reason, More: s.sources(seat.Citations)}
	for _, id := range seat.Claimants {
		sec.Items = append(sec.Items, []Link{{Label: "Claimant"}, s.partyLink(id)})
	}
	for _, v := range seat.Views {
		item := []Link{{Label: s.short(v.By) + " " + string(v.Stance)}, s.partyLink(v.Claimant)}
		if v.Text != "" {
			item = append(item, Link{Label: v.Text})
		}
		sec.Items = append(sec.Items, append(item, s.sources(v.Citations)...))
	}
	if seat.Note != "" {
		sec.Items = append(sec.Items, []Link{{Label: seat.Note}})
	}
	return sec
}

// seatSections are the contested seats in which a party claims or holds a seat, for the party's page.
func (s *Site) seatSections(party string) []Section {
	var sections []Section
	for _, seat := range s.ix.Dossier.Seats {
		if seat.Party == party || slices.Contains(seat.Claimants, party) {
			sections = append(sections, s.seat(&seat))
		}
	}
	return sections
}

// NewList returns the page of one list.
func (s *Site) NewList(id string) (Detail, error) {
	l, err := s.ix.List(id)
	if err != nil {
		return Detail{}, err
	}
	d := s.detail(domain.SectionLists, "Lists", l.Name, l.Rule)
	d.Facts = s.listFacts(l)
	members := only(compare.Lists(s.ix), func(r compare.Row) bool { return r.Ref.ID == id && l.Listed() > 0 })
	d.Sections = slices.Concat(s.tableSection("members", "Members in the order of the source", members, "list", "citation"),
		s.otherLists(l), s.appearances(l),
		s.tableSection("proposals", "Proposals that use it", only(compare.Proposals(s.ix), func(r compare.Row) bool {
			p, err := s.ix.Proposal(r.Ref.ID)
			if err != nil {
				return false
			}
			t, _ := p.Term(domain.TermParticipants)
			return t.List == id
		})))
	return d, nil
}

// counted is a number as files have it too: a list that gives none has no number, and not the number nought.
func counted(n int) []Link {
	if n == 0 {
		return nil
	}
	return []Link{{Label: itoa(n)}}
}

func (s *Site) listFacts(l *domain.List) []Fact {
	facts := []Fact{{"Id", []Link{{Label: l.ID}}}}
	for _, id := range l.Authors {
		facts = append(facts, Fact{"Given by", []Link{s.partyLink(id)}})
	}
	facts = append(facts, Fact{"First given in", []Link{s.documentLink(l.Document)}})
	for _, f := range []Fact{{"Claimed", counted(l.Claimed)}, {"Listed", counted(l.Listed())}} {
		if len(f.Values) > 0 {
			facts = append(facts, f)
		}
	}
	if l.Note != "" {
		facts = append(facts, Fact{"Note", []Link{{Label: l.Note}}})
	}
	return append(facts, Fact{"Source", s.sources(l.Citations)})
}

// otherLists says in words how every other list differs from this one.
func (s *Site) otherLists(l *domain.List) []Section {
	var items [][]Link
	for _, other := range s.allLists() {
		words := compare.ListDifference(s.ix, l, other)
		if other.ID != l.ID && words != "" {
			items = append(items, []Link{{Label: other.Name, Href: s.Path(domain.SectionLists, other.ID)}, {Label: words}})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Section{{ID: "others", Title: "How the other lists differ from it", Items: items}}
}

func (s *Site) appearances(l *domain.List) []Section {
	var items [][]Link
	for _, a := range l.Appearances {
		item := []Link{s.documentLink(a.Document)}
		if a.Claimed != 0 {
			item = append(item, Link{Label: "as " + itoa(a.Claimed)})
		}
		if a.Note != "" {
			item = append(item, Link{Label: a.Note})
		}
		items = append(items, append(item, s.sources(a.Citations)...))
	}
	if len(items) == 0 {
		return nil
	}
	return []Section{{ID: "appearances", Title: "Where it is given again", Items: items}}
}
