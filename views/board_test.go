package views_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/internal/crowd"
	"pourparler/views"
)

func stateOn(t *testing.T, s *views.Site, on string) views.State {
	t.Helper()
	day, err := views.Day(s.Index(), on, 0)
	if err != nil {
		t.Fatal(err)
	}
	return s.NewState(day)
}

// TestBoard holds the board to the table below it: each cell says what the row of its track, term and parties says.
func TestBoard(t *testing.T) {
	many := crowd.Dossier(crowd.Size{Parties: 8, Asked: 3})
	late := &many.Proposals[5] // says more than the others, so that the board is not of the first pair
	late.Terms = append(late.Terms, domain.Term{Kind: domain.TermLevel, Text: "heads"})
	for _, s := range []*views.Site{siteOf(harbour(t)), sinoSoviet(t), siteOf(many)} {
		id := s.Index().Dossier.ID
		cells := 0
		for _, day := range []int{1, 2, 3, 6, 8, 20, 30, 39, 41} {
			state := s.NewState(stepped(t, s, day))
			for _, row := range state.Board.Rows {
				for i, cell := range row.Cells {
					if cell.Verdict == "" {
						continue
					}
					cells++
					column := state.Board.Columns[i]
					want := pairOf(state, column.Href[1:], column.Pair)
					at := slices.IndexFunc(want.Rows, func(r views.StateRow) bool { return r.Term == row.Term })
					if at < 0 || want.Rows[at].Verdict != cell.Verdict {
						t.Fatalf("%s on %s: %s of %s is %q on the board, and not in the table", id, state.On, row.Term, column.Label, cell.Verdict)
					}
					for _, side := range cell.Sides {
						if side.Who != "Both" && !slices.Contains(strings.Split(column.Pair, " and "), side.Who) {
							t.Errorf("%s on %s: %s of %s tells of %s, which is not of %s", id, state.On, row.Term, column.Label, side.Who, column.Pair)
						}
					}
					if held := len(want.Rows[at].A.Values) + len(want.Rows[at].B.Values); (held > 0) != (len(cell.Sides) > 0) {
						t.Errorf("%s on %s: %s of %s has %d sides on the board, and %d values in the table", id, state.On, row.Term, column.Label, len(cell.Sides), held)
					}
				}
			}
		}
		if cells == 0 {
			t.Errorf("%s: no board says anything", id)
		}
	}
}

// stepped is a day on which something happened, of that number or the last.
func stepped(t *testing.T, s *views.Site, step int) edtf.Day {
	t.Helper()
	day, err := views.Day(s.Index(), "", step)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

func pairOf(state views.State, track, names string) views.StatePair {
	for _, t := range state.Tracks {
		for _, p := range t.Pairs {
			if t.ID == track && p.A.Label+" and "+p.B.Label == names {
				return p
			}
		}
	}
	return views.StatePair{}
}

// TestBoardOfHarbour is worked out by hand from the letters.
func TestBoardOfHarbour(t *testing.T) {
	s := siteOf(harbour(t))
	board := stateOn(t, s, "1921-04-10").Board
	if len(board.Columns) != 1 || board.Columns[0].Label != "Harbour conference" || len(board.Folded) != 0 {
		t.Fatalf("columns %+v, folded %+v, want the conference alone", board.Columns, board.Folded)
	}
	if !strings.Contains(board.Last.Words, "Yasny moved last, on 10 April 1921") {
		t.Errorf("last move: %q", board.Last.Words)
	}
	for _, row := range board.Rows {
		cell := row.Cells[0]
		if row.Term == "participants" && (cell.Verdict != "apart" || !cell.New || cell.Note == 0 || len(cell.Sides) == 0) {
			t.Errorf("participants: %+v, want apart and new, since Yasny rejected them on that day", cell)
		}
		for _, note := range board.Notes {
			if note.Number == cell.Note && len(note.Sources) == 0 {
				t.Errorf("%s: a note without a source", row.Term)
			}
		}
	}
	for _, row := range stateOn(t, s, "1921-03-01").Board.Rows {
		if row.Cells[0].New {
			t.Errorf("%s is new on the first day, before which there was nothing", row.Term)
		}
	}
}

// TestBoardOfMany says how many pairs it leaves out, and shows no more tracks than fit a sheet.
func TestBoardOfMany(t *testing.T) {
	d := crowd.Dossier(crowd.Size{Parties: 12, Asked: 3})
	for _, id := range []string{"b", "c", "d", "e", "f"} {
		track := d.Tracks[0]
		track.ID, track.Title = id, "Talks "+id
		d.Tracks = append(d.Tracks, track)
	}
	for i := range d.Proposals {
		d.Proposals[i].Track = d.Tracks[i%len(d.Tracks)].ID
	}
	board := stateOn(t, siteOf(d), "1921-02-01").Board
	if len(board.Columns) != 4 || len(board.Folded) != 2 {
		t.Errorf("%d columns and %d folded of 6 tracks, want 4 and 2", len(board.Columns), len(board.Folded))
	}
	if more := board.Columns[0].More; more != "and 5 more pairs of parties below, left out here" {
		t.Errorf("pairs left out: %q, want five of six", more)
	}
}

// TestBoardIsBrief cuts what a side holds at a word, or at a character where there are no spaces, and keeps the whole.
func TestBoardIsBrief(t *testing.T) {
	for _, text := range []string{strings.Repeat("word ", 40), strings.Repeat("北京会谈", 20), "a " + strings.Repeat("x", 200)} {
		d := crowd.Dossier(crowd.Size{Parties: 2, Asked: 1})
		d.Proposals = d.Proposals[:1]
		d.Proposals[0].Terms = []domain.Term{{Kind: domain.TermAgenda, Text: text}}
		var side []views.BoardSide
		for _, row := range stateOn(t, siteOf(d), "1921-02-01").Board.Rows {
			if row.Term == "agenda" {
				side = row.Cells[0].Sides
			}
		}
		if len(side) != 1 || side[0].Whole != strings.TrimSpace(text) && side[0].Whole != text {
			t.Fatalf("%.20q: sides %+v, want the whole kept", text, side)
		}
		brief, cut := strings.CutSuffix(side[0].Words, " …")
		if !cut || len(brief) < 40 || len(brief) > 72 || !strings.HasPrefix(text, brief) || !utf8.ValidString(brief) {
			t.Errorf("%.20q in brief is %q", text, side[0].Words)
		}
	}
}
