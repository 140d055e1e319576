package domain

// Ways in which a party speaks of a claimant to a seat.
const (
	Recognises Recognition = "recognises"
	Denies     Recognition = "rejects"
)

// Recognition is what a party says of a claimant.
type Recognition string

// Recognitions returns both.
func Recognitions() []Recognition { return []Recognition{Recognises, Denies} }

// Seat is a contested place on a list: two parties claim to speak for one country, or one side denies that the
// holder may sit. Party is the id under which lists name the seat; Claimants is empty when the text names none.
type Seat struct {
	ID        string
	Party     string
	Claimants []string
	Views     []SeatView
	Reason    string
	Citations []Citation
	Note      string
}

// SeatView is what party By says of one claimant.
type SeatView struct {
	By        string
	Claimant  string
	Stance    Recognition
	Text      string
	Citations []Citation
}
