package api

import "pourparler/domain"

// Seat is a contested place on a list.
type Seat struct {
	ID        string        `json:"id" doc:"id of the seat"`
	Party     string        `json:"party" doc:"id under which lists name the seat"`
	Claimants []string      `json:"claimants" doc:"ids of the parties that claim it"`
	Views     []SeatView    `json:"views" doc:"who recognises or rejects whom"`
	Reason    Maybe[string] `json:"reason" doc:"why the seat is contested, in our words"`
	Citations []Citation    `json:"citations" doc:"where that is said"`
	Note      Maybe[string] `json:"note" doc:"an editor's note"`
	Links     Links         `json:"links"`
}

// SeatView is what a party says of a claimant to a seat.
type SeatView struct {
	By        string             `json:"by" doc:"id of the party that says it"`
	Claimant  string             `json:"claimant" doc:"id of the claimant"`
	Stance    domain.Recognition `json:"stance" doc:"whether it recognises the claimant"`
	Text      Maybe[string]      `json:"text" doc:"what it says, in our words"`
	Citations []Citation         `json:"citations" doc:"where"`
}

// Seats tells all contested seats in the order of the record.
func (r *Records) Seats() []Seat { return tellAll(r.ix.Dossier.Seats, r.seat) }

// Seat tells the contested seat of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Seat(id string) (Seat, error) {
	s, err := r.ix.Seat(id)
	return told(s, err, r.seat)
}

func (r *Records) seat(s *domain.Seat) Seat {
	views := each(s.Views, func(v domain.SeatView) SeatView {
		return SeatView{v.By, v.Claimant, v.Stance, Say(v.Text), r.citations(v.Citations)}
	})
	return Seat{s.ID, s.Party, same(s.Claimants), views, Say(s.Reason), r.citations(s.Citations), Say(s.Note),
		r.links(domain.SectionSeats, s.ID)}
}
