package views

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// NewLists returns the page of all lists: who is on which, drawn and in words, the numbers and rules, the contested seats, and
// who is said to have taken sides.
func (s *Site) NewLists() Charted {
	lists := compare.AllLists(s.ix)
	p := Charted{Base: s.base("Lists", "Who was to take part: the lists of parties, side by side.", "/lists")}
	p.Lede = p.Description + " A list that names nobody is shown as such; nothing follows from it about who is not on it."
	if pair, err := Pair(s.ix, "", ""); err == nil {
		p.Form = s.pairForm(pair[0].ID, pair[1].ID)
	}
	members := s.tableSection("members", "Members", compare.Membership(s.ix, lists))
	if len(lists) <= mostDrawn {
		p.Figure = s.setsFigure(lists, s.root()+"/list-sets.svg", func(n int, _ compare.Set) string { return s.root() + "/lists#set-" + itoa(n+1) })
	} else {
		members = nil
		p.Lede += " The picture of " + itoa(len(lists)) + " lists together and the table with a column for each are left out here: two at a time are drawn, and the files have all."
	}
	p.Sections = slices.Concat(s.setTable(lists), s.differences(lists), s.counts(lists), members, s.seats())
	p.Downloads = []Download{
		download("Lists", s.root()+"/lists", nil, "one row for each list and party"),
		download("Who is on exactly which lists", s.root()+"/list-sets", nil, "one row for each set of the picture"),
		download("Numbers and rules", s.root()+"/list-numbers", nil, "one row for each list"),
		download("Members side by side", s.root()+"/membership", nil, "one row for each party"),
		download("Contested seats", s.root()+"/seats", nil, "one row for each seat and who speaks of whom"),
		download("Who took sides", s.root()+"/alignments", nil, "one row for each report that parties attacked or supported others"),
	}
	return p
}

// setTable is the table behind the picture, with an anchor for each set.
func (s *Site) setTable(lists []*domain.List) []Section {
	sections := s.tableSection("sets", "Who is on exactly these lists", compare.Sets(s.ix, lists))
	if len(sections) == 0 {
		return nil
	}
	for i := range sections[0].Table.Rows {
		sections[0].Table.Rows[i].ID = "set-" + itoa(i+1)
	}
	return sections
}

// differences says of each pair of lists with members how the second differs from the first, and leads to the two compared.
func (s *Site) differences(lists []*domain.List) []Section {
	var items [][]Link
	pairs := len(lists) * (len(lists) - 1) / 2
	for i, a := range lists {
		for _, b := range lists[i+1:] {
			if len(items) == mostLines {
				break
			}
			words := compare.ListDifference(s.ix, a, b)
			if words == "" {
				words = "cannot be told: one of the two names nobody"
			}
			items = append(items, []Link{{Label: "From “" + a.Name + "” to “" + b.Name + "”", Href: s.pairPath(a.ID, b.ID)}, {Label: words}})
		}
	}
	if len(items) == 0 {
		return nil
	}
	if pairs > len(items) {
		items = append(items, []Link{{Label: leftOutWords(pairs-len(items), "pair", " of lists, to be compared two by two") + "."}})
	}
	return []Section{{ID: "differences", Title: "How they differ", Items: items}}
}

// counts is the table of claimed and listed numbers.
func (s *Site) counts(lists []*domain.List) []Section {
	return s.tableSection("numbers", "Numbers and rules", compare.ListNumbers(s.ix, lists))
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
	d := s.detail(domain.SectionLists, id, l.Name, l.Rule)
	d.Facts = s.listFacts(l)
	members := only(compare.Whole(s.ix, "lists"), func(r table.Row) bool { return r.Ref.ID == id && l.Listed() > 0 })
	d.Sections = slices.Concat(s.tableSection("members", "Members in the order of the source", members, "list", "citation"),
		s.otherLists(l), s.appearances(l),
		s.tableSection("proposals", "Proposals that use it", compare.Where(s.ix, domain.SectionProposals, s.ix.Dossier.Proposals, func(p *domain.Proposal) bool {
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
	for _, other := range compare.AllLists(s.ix) {
		words := compare.ListDifference(s.ix, l, other)
		if other.ID != l.ID && words != "" {
			items = append(items, []Link{{Label: other.Name, Href: s.Path(domain.SectionLists, other.ID)}, {Label: words}})
		}
	}
	return listSection("others", "How the other lists differ from it", items)
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
	return listSection("appearances", "Where it is given again", items)
}
