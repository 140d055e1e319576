package compare

import "pourparler/domain"

// seatRow is what one party says of one claimant of a seat; view is nil for a seat of which nobody says anything.
type seatRow struct {
	seat *domain.Seat
	view *domain.SeatView
}

// Seats returns the table of contested seats with who recognises whom: one row a seat, a party and a claimant of whom it
// speaks, and one row for a seat of which none speaks.
func Seats(ix *domain.Index) Table { return seats(ix).Whole() }

func seats(ix *domain.Index) Register {
	var rows []seatRow
	for i := range ix.Dossier.Seats {
		seat := &ix.Dossier.Seats[i]
		if len(seat.Views) == 0 {
			rows = append(rows, seatRow{seat: seat})
		}
		for j := range seat.Views {
			rows = append(rows, seatRow{seat, &seat.Views[j]})
		}
	}
	return register(&reader{ix: ix}, Table{Name: "seats", Title: "Contested seats"}, seatColumns(), rows,
		func(s *seatRow) Ref { return Ref{Section: domain.SectionSeats, ID: s.seat.ID} })
}

func seatColumns() []column[seatRow] {
	ofView := func(cell func(*reader, *domain.SeatView) Cell) func(*reader, *seatRow) Cell {
		return func(r *reader, s *seatRow) Cell {
			if s.view == nil {
				return nil
			}
			return cell(r, s.view)
		}
	}
	return []column[seatRow]{
		{Column{Name: "seat", Title: "Seat", Type: TypeID, Needed: true, Page: true, Doc: "The seat's id."},
			func(r *reader, s *seatRow) Cell {
				return Cell{{Text: s.seat.ID, Label: r.party(s.seat.Party).Display(), Ref: Ref{Section: domain.SectionSeats, ID: s.seat.ID}}}
			}},
		{Column{Name: "party", Title: "On lists as", Type: TypeID, Needed: true, Facet: domain.SectionParties, Doc: "The party under which lists name the seat."},
			func(r *reader, s *seatRow) Cell { return r.parties([]string{s.seat.Party}) }},
		{Column{Name: "claimants", Title: "Claimants", Type: TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who claims it; empty if the texts name none."},
			func(r *reader, s *seatRow) Cell { return r.parties(s.seat.Claimants) }},
		{Column{Name: "by", Title: "Who", Type: TypeID, Page: true, Facet: domain.SectionParties, Doc: "The party that speaks of a claimant."},
			ofView(func(r *reader, v *domain.SeatView) Cell { return r.parties([]string{v.By}) })},
		{Column{Name: "stance", Title: "Recognition", Type: TypeEnum, Page: true, Values: words(domain.Recognitions()), Doc: "Whether it recognises or rejects it."},
			ofView(func(r *reader, v *domain.SeatView) Cell { return text(string(v.Stance)) })},
		{Column{Name: "claimant", Title: "Whom", Type: TypeID, Page: true, Facet: domain.SectionParties, Doc: "The claimant."},
			ofView(func(r *reader, v *domain.SeatView) Cell { return r.parties([]string{v.Claimant}) })},
		{Column{Name: "wording", Title: "In our words", Type: TypeText, Page: true, Doc: "What it says of it."},
			ofView(func(r *reader, v *domain.SeatView) Cell { return text(v.Text) })},
		{Column{Name: "reason", Title: "Why it is contested", Type: TypeText, Needed: true, Page: true, Doc: "Why the seat is contested."},
			func(r *reader, s *seatRow) Cell { return text(s.seat.Reason) }},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, s *seatRow) Cell { return text(s.seat.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, List: true, Page: true, Doc: "The paragraphs that say so: document, para., number."},
			func(r *reader, s *seatRow) Cell {
				if s.view != nil && len(s.view.Citations) > 0 {
					return r.citations(s.view.Citations)
				}
				return r.citations(s.seat.Citations)
			}},
	}
}
