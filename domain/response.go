package domain

// Stances that a party can take toward a proposal or one term of it.
const (
	Accepts            Stance = "accepts"
	Welcomes           Stance = "welcomes"
	AcceptsInPrinciple Stance = "accepts in principle"
	Conditions         Stance = "conditions"
	Counters           Stance = "counters"
	Defers             Stance = "defers"
	Rejects            Stance = "rejects"
	Maintains          Stance = "maintains"
	Withdraws          Stance = "withdraws"
	Ignores            Stance = "ignores" // only as an allegation: silence itself is computed
)

// Stance is what a party does with a proposal.
type Stance string

// Stances returns all stances.
func Stances() []Stance {
	return []Stance{Accepts, Welcomes, AcceptsInPrinciple, Conditions, Counters, Defers, Rejects, Maintains,
		Withdraws, Ignores}
}

// String returns the stance as it is written.
func (s Stance) String() string { return string(s) }

// Answers reports whether the stance is an answer at all; an alleged silence is not.
func (s Stance) Answers() bool { return s != Ignores }

// Own reports whether the stance is one that a party takes toward its own earlier proposal.
func (s Stance) Own() bool { return s == Maintains || s == Withdraws }

// Response is what a party does with a proposal, or with one term of it when Term is set. AttestedBy is empty when
// the party itself says so; otherwise it names the party that alleges it. Precedes is the reason why the response
// may stand before the proposal, and is empty for all others.
type Response struct {
	ID         string
	Proposal   string
	Term       TermKind
	By         string
	Stance     Stance
	Made       Date // as recorded; see [Index.Responded]
	Document   string
	AttestedBy string
	Reason     string
	Counter    string
	Precedes   string
	Citations  []Citation
	Note       string
}

// Alleged reports whether another party than the responding one says so.
func (r Response) Alleged() bool { return r.AttestedBy != "" && r.AttestedBy != r.By }

// Attester returns the party on whose word the response rests.
func (r Response) Attester() string {
	if r.AttestedBy != "" {
		return r.AttestedBy
	}
	return r.By
}
