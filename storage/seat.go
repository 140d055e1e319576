package storage

import "pourparler/domain"

// seatRow is a contested seat.
type seatRow struct {
	DossierID string
	ID        string
	Ord       int
	PartyID   ref
	Reason    string
	Note      string
}

// seatClaimantRow is a party that claims a seat.
type seatClaimantRow struct {
	DossierID string
	SeatID    string
	Ord       int
	PartyID   string
}

// seatViewRow is what a party says of a claimant.
type seatViewRow struct {
	DossierID  string
	SeatID     string
	Ord        int
	ByID       ref
	ClaimantID ref
	Stance     string
	Text       string
}

func (r *rows) addSeats(seats []domain.Seat) {
	for i, s := range seats {
		o := of(domain.SectionSeats, s.ID)
		r.Seats = append(r.Seats, seatRow{r.Dossier.ID, s.ID, i, ref(s.Party), s.Reason, s.Note})
		link(&r.SeatClaimants, s.Claimants, func(ord int, id string) seatClaimantRow {
			return seatClaimantRow{r.Dossier.ID, s.ID, ord, id}
		})
		for at, v := range s.Views {
			r.SeatViews = append(r.SeatViews, seatViewRow{r.Dossier.ID, s.ID, at,
				ref(v.By), ref(v.Claimant), string(v.Stance), v.Text})
			r.cite(o.part("views", at), v.Citations)
		}
		r.cite(o, s.Citations)
	}
}

func (a *assembly) seats() (seats []domain.Seat) {
	claimants := group(a.rows.SeatClaimants, func(row seatClaimantRow) (owner, string) {
		return owner{ID: row.SeatID}, row.PartyID
	})
	views := group(a.rows.SeatViews, func(row seatViewRow) (owner, domain.SeatView) {
		o := of(domain.SectionSeats, row.SeatID)
		return owner{ID: row.SeatID}, domain.SeatView{By: string(row.ByID), Claimant: string(row.ClaimantID),
			Stance: domain.Recognition(row.Stance), Text: row.Text,
			Citations: a.citations[o.part("views", row.Ord)]}
	})
	for _, row := range a.rows.Seats {
		seats = append(seats, domain.Seat{ID: row.ID, Party: string(row.PartyID),
			Claimants: claimants[owner{ID: row.ID}], Views: views[owner{ID: row.ID}], Reason: row.Reason,
			Citations: a.citations[of(domain.SectionSeats, row.ID)], Note: row.Note})
	}
	return seats
}
