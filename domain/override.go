package domain

// How a party's restated or amended term moved against what the other side then held.
const (
	MovedToward     Movement = "toward"
	MovedAway       Movement = "away"
	MovedNot        Movement = "same"
	MovedNew        Movement = "new demand"
	MovedUnmeasured Movement = "not comparable"
)

// Movement says how a term moved. The record has one only where an editor overrides the rules.
type Movement string

// Movements returns all movements in the order in which they are shown.
func Movements() []Movement {
	return []Movement{MovedToward, MovedAway, MovedNot, MovedNew, MovedUnmeasured}
}

// Override is what an editor says of a movement against the rules, and why. It stands beside what the rules say and
// does not replace it.
type Override struct {
	ID        string
	Proposal  string // by which the term was restated or amended
	Term      TermKind
	Party     string // the other side against which the movement is judged; empty for every one
	Movement  Movement
	Reason    string
	Citations []Citation
}
