package domain

// Sides that a party is said to have taken in public.
const (
	Attacks  Side = "attacks"
	Supports Side = "supports"
)

// Side is how a party is said to have aligned itself.
type Side string

// Sides returns both.
func Sides() []Side { return []Side{Attacks, Supports} }

// Alignment records that some parties publicly took sides, as a source says. SaidBy is empty when it is the
// author of the document.
type Alignment struct {
	ID        string
	Document  string
	Parties   []string
	Side      Side
	Toward    []string
	SaidBy    string
	Date      Date
	Summary   string
	Citations []Citation
	Note      string
}
