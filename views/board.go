package views

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Board is the state of play at a glance: a column for each talk or meeting, a row for each term, what both sides say in
// each cell, and how they stand.
type Board struct {
	Last    AnswerItem // the latest act
	Columns []BoardColumn
	Rows    []BoardRow
	Notes   []BoardNote // the sources of the cells, in the order of their numbers
	Over    []AnswerItem
	Folded  []Link // the tracks without a column
}

// BoardColumn is a track, with the two parties that its cells tell of.
type BoardColumn struct {
	Link
	Pair string
	Next string // whose move it is; empty if it is nobody's
	More string // how many pairs more there are

	track string
	pair  boardPair
}

// BoardRow is a term.
type BoardRow struct {
	Term  string
	Cells []BoardCell
}

// BoardCell is how two parties stand on a term. It has no verdict where neither has raised it.
type BoardCell struct {
	Label   string // the track
	Sides   []BoardSide
	Verdict string
	Class   string // the verdict as a word for the style sheet
	Sign    string
	Mark    string // the gap, or how long an answer has been waited for
	Note    int    // the number of its sources; 0 if it has none
	New     bool   // since the day before on which something happened
}

// BoardSide is what a party holds, in brief.
type BoardSide struct {
	Who, Words string
	Whole      string // all the words, if they are more
	Carried    bool
}

// BoardNote is the sources of a cell.
type BoardNote struct {
	Number  int
	Sources []Link
}

// mostColumnsOfBoard is how many tracks a board shows, so that it fits a screen and a sheet.
const mostColumnsOfBoard = 4

// longestOnBoard is how many bytes of what a party holds a board shows.
const longestOnBoard = 72

// signs stand for the verdicts where there is no room for words, and beside them.
var signs = map[compare.Verdict]string{compare.Agreed: "=", compare.Compatible: "≈", compare.Apart: "≠", compare.Lapsed: "†",
	compare.Conditionally: "…", compare.NotComparable: "~", compare.Unanswered: "?"}

// newBoard returns the board of a day; changed are the rows that are new since the day before it on which something
// happened.
func (s *Site) newBoard(day edtf.Day, now *compare.Play, changed table.Table) Board {
	b := Board{Over: s.tracksOver(day)}
	moves := compare.Moves(s.ix, day)
	if last, ok := compare.LastMove(moves); ok {
		b.Last = AnswerItem{Link: s.documentLink(last.Document), Words: table.UpperFirst(s.named(last.Last)) + " moved last, on " + dayWords(last.On) + "."}
	}
	b.Columns, b.Folded = s.boardColumns(now)
	for _, m := range moves {
		if i := slices.IndexFunc(b.Columns, func(c BoardColumn) bool { return c.track == m.Track }); i >= 0 {
			b.Columns[i].Next = table.Enumerated(s.shorts(m.Next))
		}
	}
	for _, kind := range domain.TermKinds() {
		row := BoardRow{Term: string(kind)}
		said := false
		for _, column := range b.Columns {
			cell := s.boardCell(&b, column, row.Term, now, changed)
			said = said || cell.Verdict != ""
			row.Cells = append(row.Cells, cell)
		}
		if said {
			b.Rows = append(b.Rows, row)
		}
	}
	return b
}

// boardColumns chooses the tracks of a board, talks and meetings before others, each with the two parties of which it
// says most; the tracks that have no column are folded.
func (s *Site) boardColumns(now *compare.Play) (columns []BoardColumn, folded []Link) {
	pairs := map[string][]boardPair{}
	for i := range now.Size {
		track, parties, verdict := now.Of(i)
		if verdict == compare.Settled || verdict == compare.UnderWay {
			continue
		}
		of := pairs[track]
		if len(of) == 0 || of[len(of)-1].parties != parties {
			of = append(of, boardPair{parties: parties})
		}
		last := &of[len(of)-1]
		last.rows = append(last.rows, i)
		last.said += weight(verdict)
		pairs[track] = of
	}
	isOpen := func(meeting bool) (open []domain.Track) {
		for _, t := range s.ix.Dossier.Tracks {
			if t.Meeting == meeting && len(pairs[t.ID]) > 0 {
				open = append(open, t)
			}
		}
		return open
	}
	shown, rest := isOpen(true), isOpen(false)
	if len(shown) == 0 {
		shown, rest = rest, nil
	}
	if len(shown) > mostColumnsOfBoard {
		shown, rest = shown[:mostColumnsOfBoard], append(shown[mostColumnsOfBoard:], rest...)
	}
	for _, t := range shown {
		columns = append(columns, s.boardColumn(t, pairs[t.ID]))
	}
	for _, t := range rest {
		folded = append(folded, trackLink(t))
	}
	return columns, folded
}

// trackLink leads to the part of the page that is about a track.
func trackLink(t domain.Track) Link { return Link{Label: t.Title, Href: "#" + t.ID} }

// boardPair is two parties on a track, with their rows and how much these say.
type boardPair struct {
	parties [2]string
	rows    []int // their numbers
	said    int
}

// weight is how much a verdict says: what both hold more than what one does.
func weight(verdict compare.Verdict) int {
	switch verdict {
	case compare.NotRaised:
		return 0
	case compare.Unanswered:
		return 1
	}
	return 2
}

func (s *Site) boardColumn(t domain.Track, pairs []boardPair) BoardColumn {
	c := BoardColumn{Link: trackLink(t), track: t.ID, pair: pairs[0]}
	for _, p := range pairs[1:] { // of equal pairs the first
		if p.said > c.pair.said {
			c.pair = p
		}
	}
	c.Pair = s.short(c.pair.parties[0]) + " and " + s.short(c.pair.parties[1])
	if more := len(pairs) - 1; more > 0 {
		c.More = leftOutWords(more, "pair", " of parties below")
	}
	return c
}

func (s *Site) boardCell(b *Board, column BoardColumn, term string, now *compare.Play, changed table.Table) BoardCell {
	cell := BoardCell{Label: column.Label}
	at := slices.IndexFunc(column.pair.rows, func(i int) bool { return now.Term(i) == domain.TermKind(term) })
	if at < 0 {
		return cell
	}
	r := now.Row(column.pair.rows[at])
	row := s.stateRow(now.Table, r)
	cell.Verdict, cell.Class, cell.Mark = row.Verdict, row.Class, row.Gap
	cell.Sign = signs[compare.Verdict(row.Verdict)]
	cell.Sides = boardSides(display(get(now.Table, r, "a")), row.A, display(get(now.Table, r, "b")), row.B)
	if sources := slices.Concat(row.A.Sources, row.B.Sources, row.Answer); len(sources) > 0 {
		cell.Note = len(b.Notes) + 1
		b.Notes = append(b.Notes, BoardNote{cell.Note, sources})
	}
	cell.New = sameRow(now.Table, r, changed) != nil
	return cell
}

// boardSides says what both hold, once if it is the same.
func boardSides(a string, ofA StateSide, b string, ofB StateSide) []BoardSide {
	first, second := boardSide(a, ofA), boardSide(b, ofB)
	switch {
	case first.Words == "" && second.Words == "":
		return nil
	case sameValues(ofA, ofB):
		first.Who = "Both"
		first.Carried = first.Carried && second.Carried
		return []BoardSide{first}
	}
	return slices.DeleteFunc([]BoardSide{first, second}, func(s BoardSide) bool { return s.Words == "" })
}

// sameValues reports whether both hold the same, in whatever order it is named.
func sameValues(a, b StateSide) bool {
	return slices.Equal(slices.Sorted(slices.Values(labels(a.Values))), slices.Sorted(slices.Values(labels(b.Values))))
}

func boardSide(who string, side StateSide) BoardSide {
	all := strings.Join(labels(side.Values), ", ")
	brief := BoardSide{Who: who, Words: all, Carried: side.Carried != ""}
	if len(all) > longestOnBoard {
		end := wordStart(all, longestOnBoard)
		brief.Words, brief.Whole = strings.TrimRight(all[:end], " ,;:")+" …", all
	}
	return brief
}
