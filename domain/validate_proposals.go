package domain

import (
	"fmt"
	"slices"
	"strings"
)

func (v *validation) proposals() {
	for i := range v.d.Proposals {
		v.proposal(&v.d.Proposals[i])
	}
}

func (v *validation) proposal(p *Proposal) {
	r := v.at(SectionProposals, p.ID, p.Document)
	r.evidence(p.Citations)
	for i, id := range p.To {
		if slices.Contains(p.By, id) {
			r.report(RuleAddressee, fmt.Sprintf("to[%d]", i), "%s is both proposer and addressee: remove it from one", id)
		}
	}
	v.source(r, p)
	for i := range p.Terms {
		v.term(r, &p.Terms[i], p.Terms[:i])
	}
	for i, rel := range p.Relations {
		v.relation(r, fmt.Sprintf("relations[%d]", i), p, rel)
	}
}

// source checks that a first-hand proposal stands in its proposer's own document, and that a reported one says
// whose report it is and when it was made, no later than the report.
func (v *validation) source(r record, p *Proposal) {
	doc, err := v.ix.Document(p.Document)
	v.madeIn(r, p, doc)
	if err != nil {
		return
	}
	if after(p.Made.Value, doc.When().Value) {
		r.report(RuleMade, "made", "made %s, after the document of %s that reports it", p.Made.Value, doc.When().Value)
	}
	if p.FirstHand() {
		if len(p.By) > 0 && !v.speaks(doc, p.By) {
			r.report(RuleVoice, "by", "first-hand, but %s is not by %v: set reported_by", doc.ID, p.By)
		}
		return
	}
	if !v.speaks(doc, []string{p.ReportedBy}) {
		r.report(RuleVoice, "reported_by", "%s is not by %s: name an author of the reporting document", doc.ID, p.ReportedBy)
	}
	if p.Made.Value.IsZero() {
		r.report(RuleReported, "made", "a reported proposal says when it was made: give a bound such as ../%s if nothing more is known", doc.When().Value)
	}
}

// madeIn checks that the document in which a proposal was made is another than the one that reports it, lies between
// the two in time, and is named by reports only.
func (v *validation) madeIn(r record, p *Proposal, doc *Document) {
	in, err := v.ix.Document(p.MadeIn)
	if err != nil {
		return
	}
	if p.FirstHand() {
		r.report(RuleMadeIn, "made_in", "a first-hand proposal is made in its own document: set reported_by or leave made_in out")
	}
	if doc != nil && after(in.When().Value, doc.When().Value) {
		r.report(RuleMadeIn, "made_in", "%s is later than %s, which reports the proposal: correct one of the two", in.ID, doc.ID)
	}
	if after(p.Made.Value, in.When().Value) {
		r.report(RuleMadeIn, "made_in", "made %s, after %s, in which it is said to be made: correct one of the two", p.Made.Value, in.ID)
	}
}

// speaks reports whether one of the parties speaks in its own voice in a document: as its author, or because the
// document is a record of what was said.
func (v *validation) speaks(d *Document, parties []string) bool {
	if d.Kind == Minutes || d.Kind == Cable {
		return true
	}
	return slices.ContainsFunc(parties, func(p string) bool { return slices.Contains(d.Authors, p) })
}

// term checks that a term says something, only once, and only what belongs to a term of its kind.
func (v *validation) term(r record, t *Term, before []Term) {
	at := "terms." + string(t.Kind)
	if !slices.Contains(TermKinds(), t.Kind) {
		var kinds []string
		for _, k := range TermKinds() {
			kinds = append(kinds, string(k))
		}
		r.report(RuleWord, at, "term %q is not known: write one of %s", t.Kind, strings.Join(kinds, ", "))
	}
	if slices.ContainsFunc(before, func(o Term) bool { return o.Kind == t.Kind }) {
		r.report(RuleTwice, at, "the term %s stands twice: put both into one", t.Kind)
	}
	list, err := v.ix.List(t.List)
	if err == nil && t.Claimed != 0 && list.Claimed != 0 && t.Claimed != list.Claimed && t.Note == "" {
		r.report(RuleNumbers, at+".claimed", "%d claimed here, %d by the list %s: say in note what may explain it", t.Claimed, list.Claimed, list.ID)
	}
	if t.Text == "" && t.Date.IsZero() && len(t.Places)+len(t.Parties)+t.Claimed == 0 && t.List == "" {
		r.report(RuleTerm, at, "the term %s says nothing: give its text or leave it out", t.Kind)
	}
	v.shape(r, at, t)
}

func (v *validation) shape(r record, at string, t *Term) {
	if t.Kind != TermDate && !t.Date.IsZero() {
		r.report(RuleTermShape, at+".date", "only the term date has a date: move it there or put it into text")
	}
	if t.Kind != TermVenue && len(t.Places) > 0 {
		r.report(RuleTermShape, at+".places", "only the term venue has places: move them there or put them into text")
	}
	if t.Kind != TermParticipants && (t.List != "" || t.Claimed != 0) {
		r.report(RuleTermShape, at, "only the term participants has a list and a claimed number")
	}
	if len(t.Parties) > 0 && t.Kind != TermParticipants && t.Kind != TermConvener {
		r.report(RuleTermShape, at+".parties", "only the terms participants and convener have parties")
	}
}

// relation checks that a proposal relates to an earlier one, on the same track where it restates, amends or
// counters it, and that a party restates, amends and withdraws only what is its own.
func (v *validation) relation(r record, at string, p *Proposal, rel Relation) {
	other, err := v.ix.Proposal(rel.Proposal)
	if err != nil {
		return
	}
	if other.ID == p.ID {
		r.report(RuleEarlier, at+".proposal", "a proposal cannot relate to itself")
		return
	}
	if after(v.ix.Made(other), v.ix.Made(p)) {
		r.report(RuleEarlier, at+".proposal", "%s was made later than this proposal: put the relation on the later one", other.ID)
	}
	if other.Track != p.Track && rel.Kind != AlternativeTo && rel.Kind != WithdrawsFrom {
		r.report(RuleSameTrack, at+".proposal", "%s is on the track %s, this one on %s: a proposal that %s another shares its track",
			other.ID, other.Track, p.Track, rel.Kind)
	}
	own := slices.ContainsFunc(p.By, func(id string) bool { return slices.Contains(other.By, id) })
	switch {
	case rel.Kind == CountersTo && own:
		r.report(RuleOwnProposal, at+".kind", "a party does not counter its own proposal: write amends or restates")
	case (rel.Kind == Amends || rel.Kind == WithdrawsFrom) && !own:
		r.report(RuleOwnProposal, at+".kind", "%s was made by another party: only its own proposals can a party %s", other.ID, rel.Kind)
	case rel.Kind == CountersTo && !v.countered(p, other):
		r.report(RuleCounterTold, at+".proposal", "no response says that %v counters %s, so it would pass for silence: record one",
			p.By, other.ID)
	}
}

// countered reports whether a proposer of p has a response to other.
func (v *validation) countered(p, other *Proposal) bool {
	return slices.ContainsFunc(v.ix.ResponsesTo(other.ID), func(a *Response) bool {
		return slices.Contains(p.By, a.By) && a.Stance.Answers()
	})
}
