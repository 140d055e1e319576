package domain

import (
	"fmt"
	"slices"
)

func (v *validation) dossier() {
	for _, t := range v.d.Retired {
		if _, used := v.ix.places[t.Section][t.To]; t.To != "" && !used {
			v.at(SectionRetired, t.ID, "").report(RuleRetired, "to", "no record %q in %s: name the one that took over, or leave it out", t.To, t.Section)
		}
	}
	for _, p := range v.d.Places {
		v.at(SectionPlaces, p.ID, "").names(p.Names)
	}
}

// names checks the forms of a name: each stands once and is used by documents that are held.
func (r record) names(names []Name) {
	for i, n := range names {
		at := fmt.Sprintf("names[%d]", i)
		if slices.ContainsFunc(names[:i], func(m Name) bool { return m.Text == n.Text && m.Lang == n.Lang }) {
			r.report(RuleTwice, at+".text", "the form %q stands twice: put its documents together", n.Text)
		}
		for j, id := range n.Documents {
			if doc, err := r.v.ix.Document(id); err == nil && !doc.Held {
				r.report(RuleSpelling, fmt.Sprintf("%s.documents[%d]", at, j), "document %q is not held, so its spelling is not known", id)
			}
		}
	}
}

func (v *validation) parties() {
	for _, p := range v.d.Parties {
		v.at(SectionParties, p.ID, "").names(p.Names)
	}
	for _, p := range v.d.Persons {
		v.at(SectionPersons, p.ID, "").names(p.Names)
	}
	for _, s := range v.d.Seats {
		v.seat(s)
	}
}

// seat checks that a list names a contested seat, and that what is said of claimants is said of those who claim it.
func (v *validation) seat(s Seat) {
	r := v.at(SectionSeats, s.ID, "")
	onList := slices.ContainsFunc(v.d.Lists, func(l List) bool { return slices.Contains(l.Parties(), s.Party) })
	if s.Party != "" && !onList {
		r.report(RuleSeat, "party", "no list names %s: name the seat by the party that lists give", s.Party)
	}
	for i, view := range s.Views {
		if view.Claimant != s.Party && !slices.Contains(s.Claimants, view.Claimant) {
			r.report(RuleClaimant, fmt.Sprintf("recognition[%d].claimant", i), "%q does not claim the seat %s: add it to claimants", view.Claimant, s.ID)
		}
	}
}

func (v *validation) lists() {
	for _, l := range v.d.Lists {
		r := v.at(SectionLists, l.ID, "")
		if l.Disagrees() && l.Note == "" {
			r.report(RuleNumbers, "claimed", "the list claims %d and names %d: say in note what may explain it", l.Claimed, l.Listed())
		}
		for i, m := range l.Members {
			v.member(r, fmt.Sprintf("members[%d]", i), m, l.Members[:i])
		}
		for i, a := range l.Appearances {
			v.appearance(r, fmt.Sprintf("appearances[%d]", i), l, a)
		}
	}
}

// appearance checks that a list is not said to be given again before it was given. A number alone may stand in an
// older document, and a note then says so.
func (v *validation) appearance(r record, at string, l List, a Appearance) {
	again, err := v.ix.Document(a.Document)
	first, err2 := v.ix.Document(l.Document)
	if err == nil && err2 == nil && a.Note == "" && after(first.When().Value, again.When().Value) {
		r.report(RuleAgain, at+".document", "%s is earlier than %s, which first gives the list: correct one of the two or say why in note",
			again.ID, first.ID)
	}
	if a.Claimed != 0 && l.Claimed != 0 && a.Claimed != l.Claimed && a.Note == "" {
		r.report(RuleNumbers, at+".claimed", "%d claimed here, %d by the list: say in note what may explain it", a.Claimed, l.Claimed)
	}
}

// member checks that a party stands once on a list, in a form of its name that is declared for it.
func (v *validation) member(r record, at string, m Member, before []Member) {
	if slices.ContainsFunc(before, func(o Member) bool { return o.Party == m.Party }) {
		r.report(RuleTwice, at+".party", "%q stands twice on the list: remove one", m.Party)
	}
	party, err := v.ix.Party(m.Party)
	if err != nil || m.As == "" || m.As == party.Name || m.As == party.Short || m.As == party.Country {
		return
	}
	if !slices.ContainsFunc(party.Names, func(n Name) bool { return n.Text == m.As }) {
		r.report(RuleForm, at+".as", "the form %q is not declared for %s: add it to the names of that party", m.As, party.ID)
	}
}
