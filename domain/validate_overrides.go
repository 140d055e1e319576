package domain

import "slices"

func (v *validation) overrides() {
	for i := range v.d.Overrides {
		v.override(&v.d.Overrides[i], v.d.Overrides[:i])
	}
}

// override checks that it judges a term that its proposal states, against a party other than those who propose, only
// once.
func (v *validation) override(o *Override, before []Override) {
	r := v.at(SectionOverrides, o.ID, "")
	if slices.ContainsFunc(before, o.judgesAgain) {
		r.report(RuleTwice, "term", "the movement of %s of %s is judged twice: remove one", o.Term, o.Proposal)
	}
	p, err := v.ix.Proposal(o.Proposal)
	if err != nil {
		return
	}
	if _, stated := p.Term(o.Term); !stated && slices.Contains(TermKinds(), o.Term) {
		r.report(RuleOverride, "term", "%s states no %s: name a term that it states", p.ID, o.Term)
	}
	if slices.Contains(p.By, o.Party) {
		r.report(RuleOverride, "party", "%s makes the proposal: name the other side or leave it out", o.Party)
	}
}

// judgesAgain reports whether an override is about the same as another.
func (o *Override) judgesAgain(other Override) bool {
	return o.Proposal == other.Proposal && o.Term == other.Term && o.Party == other.Party
}
