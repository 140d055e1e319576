package domain

import (
	"fmt"
	"slices"
)

func (v *validation) dossier() {
	r := v.at(SectionDossier, v.d.ID, "")
	r.text("title", v.d.Title)
	for _, t := range v.d.Retired {
		at := v.at(SectionRetired, t.ID, "")
		at.text("reason", t.Reason)
		word(at, "section", t.Section, Sections())
		if _, used := v.ix.places[t.Section][t.To]; t.To != "" && !used {
			at.report(RuleRetired, "to", "no record %q in %s: name the one that took over, or leave it out", t.To, t.Section)
		}
	}
	for _, t := range v.d.Tracks {
		v.at(SectionTracks, t.ID, "").text("title", t.Title)
	}
	for _, p := range v.d.Places {
		at := v.at(SectionPlaces, p.ID, "")
		at.text("name", p.Name)
		at.names(p.Names)
	}
	for _, q := range v.d.Questions {
		at := v.at(SectionQuestions, q.ID, "")
		at.text("text", q.Text)
		refer(at, "track", q.Track, v.ix.Track)
	}
}

// names checks the forms of a name: each has a text, stands once, and is used by documents that are held.
func (r record) names(names []Name) {
	for i, n := range names {
		at := fmt.Sprintf("names[%d]", i)
		r.text(at+".text", n.Text)
		r.language(at+".lang", n.Lang)
		if slices.ContainsFunc(names[:i], func(m Name) bool { return m.Text == n.Text && m.Lang == n.Lang }) {
			r.report(RuleTwice, at+".text", "the form %q stands twice: put its documents together", n.Text)
		}
		for j, id := range n.Documents {
			field := fmt.Sprintf("%s.documents[%d]", at, j)
			doc := refer(r, field, id, r.v.ix.Document)
			if doc != nil && !doc.Held {
				r.report(RuleSpelling, field, "document %q is not held, so its spelling is not known", id)
			}
		}
	}
}

func (v *validation) parties() {
	for _, p := range v.d.Parties {
		r := v.at(SectionParties, p.ID, "")
		r.text("name", p.Name)
		r.seen("short", p.Short)
		word(r, "kind", p.Kind, PartyKinds())
		refer(r, "government", p.Government, v.ix.Party)
		r.names(p.Names)
		r.cites("cite", p.Citations)
	}
	for _, p := range v.d.Persons {
		r := v.at(SectionPersons, p.ID, "")
		r.text("name", p.Name)
		r.names(p.Names)
		referAll(r, "parties", p.Parties, v.ix.Party)
		r.cites("cite", p.Citations)
		for i, role := range p.Roles {
			r.text(fmt.Sprintf("roles[%d].text", i), role.Text)
			r.cited(fmt.Sprintf("roles[%d].cite", i), role.Citations)
		}
	}
	for _, s := range v.d.Seats {
		v.seat(s)
	}
}

// seat checks that a contested seat says why it is contested, and that what is said of claimants is said of those
// who claim it.
func (v *validation) seat(s Seat) {
	r := v.at(SectionSeats, s.ID, "")
	require(r, "party", s.Party, v.ix.Party)
	onList := slices.ContainsFunc(v.d.Lists, func(l List) bool { return slices.Contains(l.Parties(), s.Party) })
	if s.Party != "" && !onList {
		r.report(RuleSeat, "party", "no list names %s: name the seat by the party that lists give", s.Party)
	}
	r.text("reason", s.Reason)
	r.cited("cite", s.Citations)
	referAll(r, "claimants", s.Claimants, v.ix.Party)
	for i, view := range s.Views {
		at := fmt.Sprintf("recognition[%d]", i)
		require(r, at+".by", view.By, v.ix.Party)
		word(r, at+".stance", view.Stance, Recognitions())
		r.cited(at+".cite", view.Citations)
		if view.Claimant != s.Party && !slices.Contains(s.Claimants, view.Claimant) {
			r.report(RuleClaimant, at+".claimant", "%q does not claim the seat %s: add it to claimants", view.Claimant, s.ID)
		}
	}
}

func (v *validation) lists() {
	for _, l := range v.d.Lists {
		r := v.at(SectionLists, l.ID, "")
		r.text("name", l.Name)
		require(r, "document", l.Document, v.ix.Document)
		referAll(r, "author", l.Authors, v.ix.Party)
		r.cited("cite", l.Citations)
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
	r.cited(at+".cite", a.Citations)
	again := require(r, at+".document", a.Document, v.ix.Document)
	first, err := v.ix.Document(l.Document)
	if again != nil && err == nil && a.Note == "" && after(first.When().Value, again.When().Value) {
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
	party := require(r, at+".party", m.Party, v.ix.Party)
	if party == nil || m.As == "" || m.As == party.Name || m.As == party.Short || m.As == party.Country {
		return
	}
	if !slices.ContainsFunc(party.Names, func(n Name) bool { return n.Text == m.As }) {
		r.report(RuleForm, at+".as", "the form %q is not declared for %s: add it to the names of that party", m.As, party.ID)
	}
}
