package domain

import "slices"

func (v *validation) responses() {
	for i := range v.d.Responses {
		v.response(&v.d.Responses[i])
	}
}

func (v *validation) response(a *Response) {
	r := v.at(SectionResponses, a.ID, a.Document)
	r.evidence(a.Citations)
	if doc, err := v.ix.Document(a.Document); err == nil {
		if !v.speaks(doc, []string{a.Attester()}) {
			r.report(RuleVoice, "attested_by", "%s is not by %s: name the party on whose word the response rests", doc.ID, a.Attester())
		}
		if after(a.Made.Value, doc.When().Value) {
			r.report(RuleMade, "made", "made %s, after the document of %s that is its evidence", a.Made.Value, doc.When().Value)
		}
	}
	if a.Stance == Ignores && !a.Alleged() {
		r.report(RuleSilence, "stance", "silence is computed, never recorded: ignores needs attested_by, the party that alleges it")
	}
	p, err := v.ix.Proposal(a.Proposal)
	if err != nil {
		return
	}
	v.order(r, a, p)
	v.stance(r, a, p)
	v.counter(r, a, p)
}

// order checks that a response is no earlier than the proposal it responds to, unless it says why. Where the dates do
// not tell, it may say why or not.
func (v *validation) order(r record, a *Response, p *Proposal) {
	early := after(v.ix.Made(p), v.ix.Responded(a))
	late := after(v.ix.Responded(a), v.ix.Made(p))
	switch {
	case early && a.Precedes == "":
		r.report(RuleOrder, "proposal", "%s was made %s, after this response of %s: correct the date or say why in precedes",
			p.ID, v.ix.Made(p), v.ix.Responded(a))
	case late && a.Precedes != "":
		r.report(RuleOrder, "precedes", "the response does not precede the proposal: remove precedes")
	}
}

// accepted reports whether a party says that it accepted what it takes back.
func (v *validation) accepted(a *Response) bool {
	return slices.ContainsFunc(v.ix.ResponsesTo(a.Proposal), func(o *Response) bool {
		return o.By == a.By && o.Stance == Accepts && !o.Alleged()
	})
}

// stance checks that a party maintains and withdraws its own proposals and does neither with others', unless it withdraws
// its acceptance, and that the term it takes was offered.
func (v *validation) stance(r record, a *Response, p *Proposal) {
	own := slices.Contains(p.By, a.By)
	if own && !a.Stance.Own() {
		r.report(RuleOwnStance, "stance", "%s is a proposer of %s: toward its own proposal a party maintains or withdraws", a.By, p.ID)
	}
	if !own && a.Stance.Own() && !(a.Stance == Withdraws && v.accepted(a)) {
		r.report(RuleOwnStance, "stance", "%s did not make %s: only its own proposal can a party keep up or take back, or its acceptance", a.By, p.ID)
	}
	if _, stated := p.Term(a.Term); a.Term != "" && !stated && needsOffer(a.Stance) {
		r.report(RuleOffered, "term", "%s states no %s, so it cannot be answered with %q: correct the term or the proposal", p.ID, a.Term, a.Stance)
	}
}

// needsOffer reports whether a stance on a term presupposes that the term was offered. A party may counter,
// condition or defer by raising a term that the proposal left open.
func needsOffer(s Stance) bool { return s != Counters && s != Conditions && s != Defers }

// counter checks that a counter-proposal is the responding party's and on the same track.
func (v *validation) counter(r record, a *Response, p *Proposal) {
	c, err := v.ix.Proposal(a.Counter)
	if err != nil {
		return
	}
	if c.Track != p.Track {
		r.report(RuleCounter, "counter", "%s is on the track %s, the proposal it counters on %s", c.ID, c.Track, p.Track)
	}
	if !slices.Contains(c.By, a.By) {
		r.report(RuleCounter, "counter", "%s was not made by %s: name a proposal of the responding party", c.ID, a.By)
	}
	if after(v.ix.Made(p), v.ix.Made(c)) {
		r.report(RuleCounterLater, "counter", "%s was made before the proposal it is said to counter", c.ID)
	}
}
