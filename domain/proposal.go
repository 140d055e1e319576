package domain

// Acts by which a proposal is made.
const (
	Proposes   Act = "proposes"
	Invites    Act = "invites"
	Requests   Act = "requests"
	Offers     Act = "offers"
	Undertakes Act = "undertakes"
)

// Act is what a party does in making a proposal.
type Act string

// Acts returns all acts.
func Acts() []Act { return []Act{Proposes, Invites, Requests, Offers, Undertakes} }

// Ways in which a proposal relates to an earlier one.
const (
	Restates      RelationKind = "restates"
	Amends        RelationKind = "amends"
	CountersTo    RelationKind = "counters"
	WithdrawsFrom RelationKind = "withdraws"
	AlternativeTo RelationKind = "alternative-to"
)

// RelationKind says how a proposal relates to another.
type RelationKind string

// RelationKinds returns all kinds of relation.
func RelationKinds() []RelationKind {
	return []RelationKind{Restates, Amends, CountersTo, WithdrawsFrom, AlternativeTo}
}

// Proposal is an act by one or more parties in a document on a track. It is first-hand when the document is the
// proposal itself; otherwise ReportedBy is the party whose document reports it, and MadeIn the document in which it
// was made, if the report names one.
type Proposal struct {
	ID         string
	Track      string
	Act        Act
	By         []string
	To         []string
	Made       Date // as recorded; see [Index.Made]
	Document   string
	ReportedBy string
	MadeIn     string
	Summary    string
	Terms      []Term
	Relations  []Relation
	Citations  []Citation
	Note       string
}

// Relation links a proposal to another.
type Relation struct {
	Kind     RelationKind
	Proposal string
	Note     string
}

// FirstHand reports whether the document cited is the proposal itself.
func (p Proposal) FirstHand() bool { return p.ReportedBy == "" }

// Term returns the term of that kind and whether the proposal states it.
func (p Proposal) Term(kind TermKind) (Term, bool) {
	for i := range p.Terms {
		if p.Terms[i].Kind == kind {
			return p.Terms[i], true
		}
	}
	return Term{Kind: kind}, false
}

// Related returns the ids to which the proposal stands in that relation.
func (p Proposal) Related(kind RelationKind) []string {
	var ids []string
	for _, r := range p.Relations {
		if r.Kind == kind {
			ids = append(ids, r.Proposal)
		}
	}
	return ids
}
