package views

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// fourQuestions answers what is agreed, what is open, what is unanswered and for how long, and who moved last and who is
// to answer.
func (s *Site) fourQuestions(day edtf.Day, now *compare.Play) []Answer {
	agreed := s.stood("What is agreed?", day, now, compare.Agreed, compare.Compatible)
	agreed.Items = append(agreed.Items, s.tracksOver(day)...)
	open := s.stood("What is open?", day, now, compare.Apart, compare.Lapsed, compare.Conditionally, compare.NotComparable)
	waiting := Answer{Question: "What is unanswered in this record, and for how long?", None: "Nothing that asks for an answer."}
	s.waiting(&waiting, day)
	return []Answer{agreed, open, waiting, {Question: "Who moved last, and whose move is it?", Items: s.lastMove(day), None: "Nobody has moved yet."}}
}

// tracksOver are the tracks that a meeting or event has ended, or that it is ending, with its name.
func (s *Site) tracksOver(day edtf.Day) []AnswerItem {
	var items []AnswerItem
	for _, over := range compare.TracksOver(s.ix, day) {
		if t, err := s.ix.Track(over.Track); err == nil {
			items = append(items, AnswerItem{Link: trackLink(*t), Words: string(over.Verdict) + ": " + withDate(over.By.Name, over.By.Date.Value)})
		}
	}
	return items
}

// lastMove names the latest act on any track, who did it, and on each track whose move it is.
func (s *Site) lastMove(day edtf.Day) []AnswerItem {
	moves := compare.Moves(s.ix, day)
	last, ok := compare.LastMove(moves)
	if !ok {
		return nil
	}
	words := table.UpperFirst(s.named(last.Last)) + " moved last, on " + dayWords(last.On) + "."
	items := []AnswerItem{{Link: s.documentLink(last.Document), Words: words}}
	nobody := true
	for _, m := range moves {
		t, err := s.ix.Track(m.Track)
		if err != nil || len(m.Next) == 0 {
			continue
		}
		nobody = false
		items = append(items, AnswerItem{Link: Link{Label: t.Title, Href: "#" + m.Track}, Words: "The next move is that of " + s.named(m.Next) + "."})
	}
	if nobody {
		items[0].Words += " The next move is nobody’s: nothing that asks for an answer is open."
	}
	return items
}

func (s *Site) shorts(parties []string) []string {
	names := make([]string, len(parties))
	for i, id := range parties {
		names[i] = s.short(id)
	}
	return names
}

// named are the names of parties as a sentence has them: "the CPC and the CPSU".
func (s *Site) named(parties []string) string {
	names := s.shorts(parties)
	for i, name := range names {
		names[i] = compare.DefiniteName(name)
	}
	return table.Enumerated(names)
}

// stood gathers the rows with one of the verdicts, a track an item and a term a line; of too many lines the first.
func (s *Site) stood(question string, day edtf.Day, play *compare.Play, verdicts ...compare.Verdict) Answer {
	a := Answer{Question: question, None: "Nothing."}
	last, lines := "", 0
	for i := range play.Size {
		track, _, verdict := play.Of(i)
		if !slices.Contains(verdicts, verdict) {
			continue
		}
		if lines++; lines > mostLines {
			continue
		}
		r := play.Row(i)
		if track != last {
			last = track
			a.Items = append(a.Items, AnswerItem{Link: Link{Label: get(play.Table, r, "track")[0].Display(), Href: "#" + track}})
		}
		item := &a.Items[len(a.Items)-1]
		item.Lines = append(item.Lines, s.questionLine(play.Table, r))
	}
	if lines > mostLines {
		a.More = Link{Label: leftOutWords(lines-mostLines, "line", "") + ": the table as CSV", Href: s.root() + "/state.csv?on=" + day.String()}
	}
	return a
}

// questionLine tells a term: what each side holds on it where that is short, the gap, and one source of each.
func (s *Site) questionLine(t table.Table, r table.Row) AnswerLine {
	line := AnswerLine{Term: get(t, r, "term").String()}
	marks := display(get(t, r, "marks"))
	var words []string
	for _, side := range []string{"a", "b"} {
		value := display(get(t, r, side+"_value"))
		switch {
		case value == "":
		case toldInFull(line.Term):
			words = append(words, get(t, r, side)[0].Display()+": "+value)
		default:
			words = append(words, get(t, r, side)[0].Display())
		}
	}
	line.Words = strings.Join(words, "; ")
	if gap := get(t, r, "gap").String(); gap != "" {
		line.Words += " – " + gap
	}
	if marks != "" {
		line.Words += " (" + marks + ")"
	}
	line.Sources = s.links(slices.Concat(firstOf(get(t, r, "a_citation")), firstOf(get(t, r, "b_citation"))))
	return line
}

// toldInFull reports whether a term is short enough to be told in full at the head of the page.
func toldInFull(term string) bool {
	return slices.Contains([]string{string(domain.TermDate), string(domain.TermVenue), string(domain.TermParticipants)}, term)
}

func firstOf(c table.Cell) table.Cell { return c[:min(len(c), 1)] }

// mostWaiting is how many unanswered proposals stand at the head of a page.
const mostWaiting = 8

// waiting tells what asks for an answer and has none, the talks and meetings first and in each the latest; the rest is
// a link away. An undertaking asks for nothing.
func (s *Site) waiting(a *Answer, day edtf.Day) {
	all := slices.DeleteFunc(compare.Waits(s.ix, day), func(w compare.Wait) bool { return w.Proposal.Act == domain.Undertakes })
	slices.Reverse(all)
	slices.SortStableFunc(all, func(x, y compare.Wait) int { return s.aside(x) - s.aside(y) })
	for _, w := range all[:min(len(all), mostWaiting)] {
		said := s.silent(w)
		words := "from " + joined(said.From)
		if said.Waited != "" {
			words += ", " + said.Waited
		}
		a.Items = append(a.Items, AnswerItem{Link: said.Proposal, Words: words})
	}
	if len(all) > mostWaiting {
		a.More = Link{Label: "all " + itoa(len(all)) + " that ask for an answer, and the others", Href: s.root() + "/silence?on=" + day.String()}
	}
}

// aside is 0 for what waits on a track that is a talk or meeting, and 1 for others.
func (s *Site) aside(w compare.Wait) int {
	if t, err := s.ix.Track(w.Proposal.Track); err == nil && t.Meeting {
		return 0
	}
	return 1
}

func joined(links []Link) string { return strings.Join(labels(links), " and ") }

func labels(links []Link) []string {
	words := make([]string, len(links))
	for i, l := range links {
		words[i] = l.Label
	}
	return words
}
