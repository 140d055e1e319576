package compare_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Generators. Records are drawn from few ids and dates, so that they meet often.

var (
	someParties = []string{"north", "south", "islands", "coast", "cape"}
	someDates   = []string{"1900", "1901-01-01", "1901-02~", "1901-03-01", "1901-03-02", "1901-03", "../1901-02-10", "1901-23",
		"1901-02/1901-04", "1901-05-05", "1901/..", "1901-04/", "[1901-04-01,1901-04-03]"}
	someDocuments = []string{"minutes", "north-1", "south-1", "north-2", "south-2", "north-3", "lost"}
)

func sample[T any](t *rapid.T, name string, from []T) T { return rapid.SampledFrom(from).Draw(t, name) }

func someOf(t *rapid.T, name string, from []string) []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, len(from), rapid.ID).Draw(t, name)
}

func drawDate(t *rapid.T) edtf.Date {
	d, err := edtf.Parse(sample(t, "date", someDates))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func drawTerm(t *rapid.T, kind domain.TermKind) domain.Term {
	term := domain.Term{Kind: kind, Text: sample(t, "text", []string{"", "soon", "later"})}
	switch kind {
	case domain.TermDate:
		if rapid.Bool().Draw(t, "dated") {
			term.Date = drawDate(t)
		}
	case domain.TermVenue:
		term.Places = someOf(t, "places", []string{"old-quay", "new-quay"})
	case domain.TermParticipants:
		term.Parties = someOf(t, "parties", someParties)
		term.List = sample(t, "list", []string{"", "four", "three", "all"})
		term.Claimed = rapid.IntRange(0, 3).Draw(t, "claimed")
	case domain.TermConvener:
		term.Parties = someOf(t, "parties", someParties)
	}
	return term
}

func drawProposal(t *rapid.T, id string, earlier []string) domain.Proposal {
	p := domain.Proposal{ID: id, Track: sample(t, "track", []string{"talks", "tolls"}), Act: domain.Proposes,
		By: []string{sample(t, "by", someParties)}, To: someOf(t, "to", someParties), Document: sample(t, "document", someDocuments)}
	if rapid.Bool().Draw(t, "own date") {
		p.Made = domain.Date{Value: drawDate(t)}
	}
	for _, kind := range []domain.TermKind{domain.TermDate, domain.TermVenue, domain.TermParticipants, domain.TermLevel} {
		if rapid.Bool().Draw(t, string(kind)) {
			p.Terms = append(p.Terms, drawTerm(t, kind))
		}
	}
	if len(earlier) > 0 && rapid.Bool().Draw(t, "related") {
		p.Relations = []domain.Relation{{Kind: sample(t, "relation", domain.RelationKinds()), Proposal: sample(t, "other", earlier)}}
	}
	return p
}

func drawResponse(t *rapid.T, id string, proposals []string) domain.Response {
	a := domain.Response{ID: id, Proposal: sample(t, "proposal", proposals), By: sample(t, "by", someParties),
		Stance: sample(t, "stance", domain.Stances()), Document: sample(t, "document", someDocuments),
		Term:       sample(t, "term", []domain.TermKind{"", domain.TermDate, domain.TermVenue}),
		AttestedBy: sample(t, "attested by", []string{"", "north"})}
	if rapid.Bool().Draw(t, "own date") {
		a.Made = domain.Date{Value: drawDate(t)}
	}
	return a
}

// drawDossier fills the frame of the harbour talks with other proposals and responses.
func drawDossier(t *rapid.T, frame *domain.Dossier) *domain.Dossier {
	d := *frame
	d.Proposals, d.Responses = nil, nil
	var ids []string
	for i := range rapid.IntRange(1, 8).Draw(t, "proposals") {
		id := fmt.Sprintf("p%d", i)
		d.Proposals = append(d.Proposals, drawProposal(t, id, ids))
		ids = append(ids, id)
	}
	for i := range rapid.IntRange(0, 10).Draw(t, "responses") {
		d.Responses = append(d.Responses, drawResponse(t, fmt.Sprintf("r%d", i), ids))
	}
	return &d
}

// drawDay draws a day from before the first event to after the last.
func drawDay(t *rapid.T) edtf.Day {
	first, err := edtf.NewDay(1899, time.December, 1)
	if err != nil {
		t.Fatal(err)
	}
	return first.AddDays(rapid.Int64Range(0, 900).Draw(t, "days on"))
}

// texts is a table as files have it.
func texts(table table.Table, without ...string) [][]string {
	var rows [][]string
	for _, row := range table.Rows {
		var cells []string
		for i, c := range table.Columns {
			if !slices.Contains(without, c.Name) {
				cells = append(cells, c.Name+": "+row.Cells[i].String())
			}
		}
		rows = append(rows, cells)
	}
	return rows
}

func TestDiffProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := someOf(t, "a", someParties), someOf(t, "b", someParties)
		if !compare.Diff(a, a).Same() {
			t.Fatalf("Diff(%v, itself) = %+v, want no difference", a, compare.Diff(a, a))
		}
		there, back := compare.Diff(a, b), compare.Diff(b, a)
		if !slices.Equal(there.OnlyA, back.OnlyB) || !slices.Equal(there.OnlyB, back.OnlyA) || !sameSet(there.Both, back.Both) {
			t.Fatalf("Diff(%v, %v) = %+v is not the mirror of %+v", a, b, there, back)
		}
		if !sameSet(slices.Concat(there.Both, there.OnlyA), a) || !sameSet(slices.Concat(there.Both, there.OnlyB), b) {
			t.Fatalf("Diff(%v, %v) = %+v loses or invents members", a, b, there)
		}
	})
}

func sameSet(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

func TestCompareProperties(t *testing.T) {
	ix := index(t)
	rapid.Check(t, func(t *rapid.T) {
		kind := sample(t, "kind", domain.TermKinds())
		a, b := drawTerm(t, kind), drawTerm(t, kind)
		if change, words := compare.Compare(ix, a, a); change != compare.ChangeNone {
			t.Fatalf("Compare(%+v, itself) = %q, %q, want %q", a, change, words, compare.ChangeNone)
		}
		there, words := compare.Compare(ix, a, b)
		back, wordsBack := compare.Compare(ix, b, a)
		if there != back {
			t.Fatalf("Compare(%+v, %+v) = %q (%s), and the reverse %q (%s)", a, b, there, words, back, wordsBack)
		}
		if there == compare.ChangeNew || words == "" {
			t.Fatalf("Compare(%+v, %+v) = %q, %q", a, b, there, words)
		}
	})
}

// TestNothingHappensAfterTheLastEvent moves the day past everything dated: only the days of waiting change.
func TestNothingHappensAfterTheLastEvent(t *testing.T) {
	frame := harbour(t)
	last := day(t, "1902")
	rapid.Check(t, func(t *rapid.T) {
		ix := domain.NewIndex(drawDossier(t, frame))
		later := last.AddDays(rapid.Int64Range(1, 10000).Draw(t, "later"))
		if diff := cmp.Diff(texts(compare.Positions(ix, last)), texts(compare.Positions(ix, later))); diff != "" {
			t.Fatalf("positions change after the last event:\n%s", diff)
		}
		stood, stands := compare.StateOfPlay(ix, last), compare.StateOfPlay(ix, later)
		if changed := compare.StateChanges(stood, stands); len(changed.Rows) > 0 || len(stood.Rows) != len(stands.Rows) {
			t.Fatalf("the state of play changes after the last event:\n%v", texts(changed))
		}
		then, now := compare.Silence(ix, last), compare.Silence(ix, later)
		if diff := cmp.Diff(texts(then, "days"), texts(now, "days")); diff != "" {
			t.Fatalf("silence changes after the last event:\n%s", diff)
		}
		for i := range then.Rows {
			waited, still := daysOf(t, then, i), daysOf(t, now, i)
			if still-waited != last.DaysUntil(later) {
				t.Fatalf("waiting grew from %d to %d days in %d days", waited, still, last.DaysUntil(later))
			}
		}
	})
}

func daysOf(t *rapid.T, table table.Table, row int) int64 {
	var n int64
	if _, err := fmt.Sscan(table.Rows[row].Cells[table.Index("days")].String(), &n); err != nil {
		t.Fatalf("row %d has no days: %v", row, err)
	}
	return n
}

// TestTheFutureDoesNotMatter takes everything dated after a day out of the record: the state of that day is the same.
func TestTheFutureDoesNotMatter(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		d := drawDossier(t, frame)
		ix, asOf := domain.NewIndex(d), drawDay(t)
		past := *d
		past.Proposals = slices.DeleteFunc(slices.Clone(d.Proposals), func(p domain.Proposal) bool {
			return !compare.By(ix.Made(&p), asOf)
		})
		past.Responses = slices.DeleteFunc(slices.Clone(d.Responses), func(a domain.Response) bool {
			return !compare.By(ix.Responded(&a), asOf)
		})
		then := domain.NewIndex(&past)
		if diff := cmp.Diff(texts(compare.Positions(then, asOf)), texts(compare.Positions(ix, asOf))); diff != "" {
			t.Fatalf("positions on %s depend on what came later (-without +with):\n%s", asOf, diff)
		}
		if diff := cmp.Diff(texts(compare.Silence(then, asOf)), texts(compare.Silence(ix, asOf))); diff != "" {
			t.Fatalf("silence on %s depends on what came later (-without +with):\n%s", asOf, diff)
		}
		if diff := cmp.Diff(texts(compare.StateOfPlay(then, asOf)), texts(compare.StateOfPlay(ix, asOf))); diff != "" {
			t.Fatalf("the state of play on %s depends on what came later (-without +with):\n%s", asOf, diff)
		}
	})
}

// TestPositionsStand checks each row against the record: stated by the party by that day, or accepted by it, and not taken
// back by whoever proposed it.
func TestPositionsStand(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		ix, asOf := domain.NewIndex(drawDossier(t, frame)), drawDay(t)
		table := compare.Positions(ix, asOf)
		for _, row := range table.Rows {
			p, err := ix.Proposal(row.Ref.ID)
			if err != nil {
				t.Fatal(err)
			}
			party := row.Cells[table.Index("party")].String()
			kind := domain.TermKind(row.Cells[table.Index("term")].String())
			by, err := ix.Response(row.Cells[table.Index("held_by")].String())
			accepted := err == nil && by.By == party && by.Stance == domain.Accepts && !by.Alleged() && compare.By(ix.Responded(by), asOf)
			if _, stated := p.Term(kind); !stated || !slices.Contains(p.By, party) && !accepted || !compare.By(ix.Made(p), asOf) {
				t.Fatalf("%s is no position of %s on %s as of %s", p.ID, party, kind, asOf)
			}
			for _, o := range ix.Withdrawing(p.ID) {
				put, _ := ix.Made(p).Latest()
				back, _ := ix.Made(o).Latest()
				if compare.By(ix.Made(o), asOf) && back.Compare(put) >= 0 && err != nil && slices.Contains(o.By, party) {
					t.Fatalf("%s is held as of %s though %s withdraws it", p.ID, asOf, o.ID)
				}
			}
		}
	})
}

func drawFilter(t *rapid.T) table.Filter {
	f := table.Filter{
		Track:    sample(t, "track", []string{"", "", "talks", "tolls"}),
		Party:    sample(t, "party", append([]string{"", "", ""}, someParties...)),
		Document: sample(t, "document", append([]string{"", "", "", ""}, someDocuments...)),
		Stance:   sample(t, "stance", []string{"", "", "", "rejects", "counters", compare.StanceUnanswered}),
		Text:     sample(t, "text", []string{"", "", "soon", "quay", "north p1"}),
	}
	if rapid.Bool().Draw(t, "from") {
		f.From = drawDate(t)
	}
	if rapid.Bool().Draw(t, "to") {
		f.To = drawDate(t)
	}
	return f
}

func TestFilterProperties(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		table := compare.Whole(domain.NewIndex(drawDossier(t, frame)), "proposals")
		f, g := drawFilter(t), drawFilter(t)
		once := table.Filter(f)
		if diff := cmp.Diff(texts(once), texts(once.Filter(f))); diff != "" {
			t.Fatalf("filtering twice by %+v differs from once:\n%s", f, diff)
		}
		if diff := cmp.Diff(texts(once.Filter(g)), texts(table.Filter(g).Filter(f))); diff != "" {
			t.Fatalf("two filters do not commute:\n%s", diff)
		}
		rest := texts(table)
		for _, row := range texts(once) {
			i := slices.IndexFunc(rest, func(r []string) bool { return slices.Equal(r, row) })
			if i < 0 {
				t.Fatalf("filtering invents or moves the row %v", row)
			}
			rest = rest[i+1:]
		}
	})
}

func TestSortProperties(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		table := compare.Whole(domain.NewIndex(drawDossier(t, frame)), "proposals")
		name, descending := sample(t, "column", table.Columns).Name, rapid.Bool().Draw(t, "descending")
		sorted, err := table.Sort(name, descending)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(ids(table, true), ids(sorted, true)) {
			t.Fatalf("Sort(%q) is no permutation of the rows", name)
		}
		again, err := sorted.Sort(name, descending)
		if err != nil || !slices.Equal(ids(sorted, false), ids(again, false)) {
			t.Fatalf("Sort(%q) twice moves rows: %v, then %v, %v", name, ids(sorted, false), ids(again, false), err)
		}
		empty := false
		for _, row := range sorted.Rows {
			here := len(row.Cells[sorted.Index(name)]) == 0
			if empty && !here {
				t.Fatalf("Sort(%q, %v) leaves an empty cell before a full one", name, descending)
			}
			empty = here
		}
	})
}

func ids(table table.Table, arranged bool) []string {
	var all []string
	for _, row := range table.Rows {
		all = append(all, row.Ref.ID)
	}
	if arranged {
		slices.Sort(all)
	}
	return all
}

// TestComparisonIsAGrid counts: each term that any proposal states has one row for each offer, and each proposal stands in one of them.
func TestComparisonIsAGrid(t *testing.T) {
	frame, tb := harbour(t), t
	rapid.Check(t, func(t *rapid.T) {
		d := drawDossier(t, frame)
		var compared []*domain.Proposal
		var ids []string
		for i := range d.Proposals {
			compared = append(compared, &d.Proposals[i])
			ids = append(ids, d.Proposals[i].ID)
		}
		table := compare.Comparison(domain.NewIndex(d), compared)
		found := map[string][]string{}
		for _, row := range table.Rows {
			get := cells(tb, table, row)
			here := several(get("proposal"))
			found[get("term")] = append(found[get("term")], here...)
			states := slices.ContainsFunc(compared, func(p *domain.Proposal) bool {
				_, stated := p.Term(domain.TermKind(get("term")))
				return stated && slices.Contains(here, p.ID)
			})
			if state := get("state"); states && state == string(compare.NotStated) || !states && state == string(compare.Stated) {
				t.Fatalf("%s of %v is %q, and that one of them states it is %v", get("term"), here, state, states)
			}
		}
		for term, all := range found {
			if got := differs(all, ids); got != "" {
				t.Fatalf("%s has the proposals %s", term, got)
			}
		}
	})
}
