package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// seatRow is what one party says of one claimant of a seat; view is nil for a seat of which nobody says anything.
type seatRow struct {
	seat *domain.Seat
	view *domain.SeatView
}

// seats returns the register of contested seats with who recognises whom: one row a seat, a party and a claimant of whom it
// speaks, and one row for a seat of which none speaks.
func seats(ix *domain.Index) table.Register {
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
	return register(newReader(ix), table.Table{Name: "seats", Title: "Contested seats",
		Row: "One row a contested seat, a party and a claimant of whom it speaks; one row for a seat of which none speaks."}, seatColumns(), rows,
		func(s *seatRow) table.Ref { return table.Ref{Section: domain.SectionSeats, ID: s.seat.ID} })
}

func seatColumns() []column[seatRow] {
	ofView := func(cell func(*reader, *domain.SeatView) table.Cell) func(*reader, *seatRow) table.Cell {
		return func(r *reader, s *seatRow) table.Cell {
			if s.view == nil {
				return nil
			}
			return cell(r, s.view)
		}
	}
	return []column[seatRow]{
		{table.Column{Name: "seat", Title: "Seat", Type: table.TypeID, Needed: true, Page: true, Doc: "The seat's id."},
			func(r *reader, s *seatRow) table.Cell {
				return table.Cell{{Text: s.seat.ID, Label: r.Party(s.seat.Party).Display(), Ref: table.Ref{Section: domain.SectionSeats, ID: s.seat.ID}}}
			}},
		{table.Column{Name: "party", Title: "On lists as", Type: table.TypeID, Needed: true, Facet: domain.SectionParties, Doc: "The party under which lists name the seat."},
			func(r *reader, s *seatRow) table.Cell { return r.Parties([]string{s.seat.Party}) }},
		partiesColumn("claimants", "Claimants", "Who claims it; empty if the texts name none.",
			func(s *seatRow) []string { return s.seat.Claimants }).page().facet(domain.SectionParties),
		{table.Column{Name: "by", Title: "Who", Type: table.TypeID, Page: true, Facet: domain.SectionParties, Doc: "The party that speaks of a claimant."},
			ofView(func(r *reader, v *domain.SeatView) table.Cell { return r.Parties([]string{v.By}) })},
		{table.Column{Name: "stance", Title: "Recognition", Type: table.TypeEnum, Page: true, Values: words(domain.Recognitions()), Doc: "Whether it recognises or rejects it."},
			ofView(func(r *reader, v *domain.SeatView) table.Cell { return table.Text(string(v.Stance)) })},
		{table.Column{Name: "claimant", Title: "Whom", Type: table.TypeID, Page: true, Facet: domain.SectionParties, Doc: "The claimant."},
			ofView(func(r *reader, v *domain.SeatView) table.Cell { return r.Parties([]string{v.Claimant}) })},
		{table.Column{Name: "wording", Title: "In our words", Type: table.TypeText, Page: true, Doc: "What it says of it."},
			ofView(func(r *reader, v *domain.SeatView) table.Cell { return table.Text(v.Text) })},
		textColumn("reason", "Why it is contested", "Why the seat is contested.", func(s *seatRow) string { return s.seat.Reason }).needed().page(),
		noteColumn(func(s *seatRow) string { return s.seat.Note }),
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that say so: document, para., number."},
			func(r *reader, s *seatRow) table.Cell {
				if s.view != nil && len(s.view.Citations) > 0 {
					return r.Citations(s.view.Citations)
				}
				return r.Citations(s.seat.Citations)
			}},
	}
}
