package compare_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/export"
	"pourparler/internal/golden"
)

// sentences returns those of one track as of a day.
func sentences(t *testing.T, ix *domain.Index, track, asOf string) []string {
	t.Helper()
	s, err := compare.DriftOf(ix, track, day(t, asOf))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	told, _ := s.Sentences()
	for _, said := range told {
		all = append(all, said.Words)
	}
	return all
}

// TestDriftInWords holds the sentences of the bundled dossier to what the letters say.
func TestDriftInWords(t *testing.T) {
	tests := []struct{ track, asOf, want string }{
		{"bilateral-talks", "1964-02-28", ""},
		{"bilateral-talks", "1964-03-06", "On 29 February 1964 the CPC’s date for the talks between the two parties was 10-25 October 1964; " +
			"the CPSU named no day by the calendar, only “to be agreed separately”."},
		{"bilateral-talks", "1964-03-07", "Between 29 February and 7 March 1964 the CPSU’s date for the talks between the two parties stayed at May 1964; " +
			"the CPC’s stayed at 10-25 October 1964; the gap was 5 months."},
		{"bilateral-talks", "1964-07-30", "Between 29 February and 7 May 1964 the CPC’s date for the talks between the two parties moved from 10-25 October 1964 " +
			"to 1 January to 30 June 1965; the CPSU’s stayed at May 1964; the gap grew from 5 to 8 months."},
		{"international-meeting", "1964-07-30", "Between 7 March and 30 July 1964 the CPSU’s date for the international meeting moved from autumn 1964 " +
			"to about June-July 1965; the CPC named no day by the calendar, only “later rather than earlier”."},
	}
	ix := bundled(t)
	for _, tt := range tests {
		if got := strings.Join(sentences(t, ix, tt.track, tt.asOf), "\n"); got != tt.want {
			t.Errorf("sentences on %s as of %s:\n got %s\nwant %s", tt.track, tt.asOf, got, tt.want)
		}
	}
}

// harbourOf1921 is the dossier of three towns.
func harbourOf1921(t *testing.T) *domain.Index {
	t.Helper()
	d, err := dossier.Read(os.DirFS("../../dossier/testdata/harbour"))
	if err != nil {
		t.Fatal(err)
	}
	return domain.NewIndex(d)
}

func TestDriftTables(t *testing.T) {
	for name, table := range map[string]table.Table{
		"drift-sino-soviet.csv": compare.Drift(bundled(t), day(t, "1964-07-30")),
		"drift-harbour.csv":     compare.Drift(harbourOf1921(t), day(t, "1921-05-04")),
	} {
		var b strings.Builder
		if _, err := export.CSV(&b, table.Stream(), export.CSVOptions{}); err != nil {
			t.Fatal(err)
		}
		golden.Assert(t, name, []byte(b.String()))
	}
}

// drifting is a dossier in which two parties propose the dates given, each as "party made date".
func drifting(t *testing.T, proposals ...string) *domain.Index {
	t.Helper()
	d := harbour(t)
	d.Proposals, d.Responses, d.Meetings = nil, nil, nil
	for i, text := range proposals {
		party, rest, _ := strings.Cut(text, " ")
		made, when, _ := strings.Cut(rest, " ")
		term := domain.Term{Kind: domain.TermDate, Text: when}
		if found, err := edtf.Parse(when); err == nil {
			term.Date = found
		}
		d.Proposals = append(d.Proposals, domain.Proposal{ID: "p" + string(rune('a'+i)), Track: "talks", Act: domain.Proposes, By: []string{party},
			Document: "north-1", Made: on(t, made), Terms: []domain.Term{term}})
	}
	return domain.NewIndex(d)
}

// TestDriftSentences: what a line and a gap can do.
func TestDriftSentences(t *testing.T) {
	tests := []struct {
		name      string
		proposals []string
		want      string
	}{
		{"one party, one date", []string{"north 1901-03-01 1901-05"}, "On 1 March 1901 North’s date for the talks was May 1901."},
		{"moved and back", []string{"north 1901-03-01 1901-05", "north 1901-03-02 1901-06", "north 1901-03-03 1901-05"},
			"Between 1 and 3 March 1901 North’s date for the talks moved from May 1901 to June 1901 and back."},
		{"by way of", []string{"north 1901-03-01 1901-05", "north 1901-03-02 1901-06", "north 1902-03-03 1902-05"},
			"Between 1 March 1901 and 3 March 1902 North’s date for the talks moved from May 1901 to June 1901 to May 1902."},
		{"put in words", []string{"north 1901-03-01 1901-05", "north 1901-04-01 when the ice is gone"},
			"On 1 March 1901 North’s date for the talks was May 1901 and was then put in words only (“when the ice is gone”)."},
		{"shrinking", []string{"north 1901-03-01 1901-05", "south 1901-03-02 1901-10", "south 1901-03-05 1901-06"},
			"Between 1 and 5 March 1901 South’s date for the talks moved from October 1901 to June 1901; North’s stayed at May 1901; the gap shrank from 5 months to 1 month."},
		{"closing", []string{"north 1901-03-01 1901-05", "south 1901-03-02 1901-10", "south 1901-03-05 1901-05-03"},
			"Between 1 and 5 March 1901 South’s date for the talks moved from October 1901 to 3 May 1901; North’s stayed at May 1901; the gap of 5 months closed until they overlapped."},
		{"opening", []string{"north 1901-03-01 1901-05", "south 1901-03-02 1901-05", "south 1901-03-05 1901-07"},
			"Between 1 and 5 March 1901 South’s date for the talks moved from May 1901 to July 1901; North’s stayed at May 1901; from overlapping, the gap opened to 2 months."},
		{"turning round", []string{"north 1901-03-01 1901-05", "south 1901-03-02 1901-10", "north 1901-03-05 1901-12"},
			"Between 1 and 5 March 1901 North’s date for the talks moved from May 1901 to December 1901; South’s stayed at October 1901; the gap turned round, from 5 months to 2 months the other way."},
		{"unknown end", []string{"north 1901-03-01 1901-05/", "south 1901-03-02 1901-10"},
			"Between 1 and 2 March 1901 North’s date for the talks stayed at May 1901 or later (end unknown); South’s stayed at October 1901; the gap cannot be told, since an end is unknown."},
		{"never at one time", []string{"north 1901-03-01 1901-05", "north 1901-03-02 soon", "south 1901-03-05 1901-10"},
			"Between 1 and 5 March 1901 North’s date for the talks stayed at May 1901 and was then put in words only (“soon”); South’s stayed at October 1901; the two never stood at one time."},
		{"about a day", []string{"north 1901-03-01~ 1901-05~"}, "On about 1 March 1901 North’s date for the talks was about May 1901."},
		{"about a gap", []string{"north 1901-03-01~ 1901-05~", "south 1901-03-04 1901-10", "south 1901-03-05~ 1901-12"},
			"Between about 1 and about 5 March 1901 South’s date for the talks moved from October 1901 to December 1901; " +
				"North’s stayed at about May 1901; the gap grew from about 5 to about 7 months."},
		{"words only", []string{"north 1901-03-01 soon", "south 1901-03-05 later"}, ""},
	}
	for _, tt := range tests {
		got := strings.Join(sentences(t, drifting(t, tt.proposals...), "talks", "1903-01-01"), "\n")
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestDriftFollowsTheRecord walks through the ends of lines: a proposal withdrawn, one put forward beside another, one kept.
func TestDriftFollowsTheRecord(t *testing.T) {
	d := harbour(t)
	d.Meetings = append(d.Meetings, domain.Meeting{ID: "july", Name: "July meeting", Track: "talks", Status: domain.Held,
		Date: on(t, "1901-07-04"), Fulfils: []string{"n2"}, Citations: cite("minutes", 1)})
	d.Responses = append(d.Responses, domain.Response{ID: "s-date-back", Proposal: "s1", Term: domain.TermDate, By: "south",
		Stance: domain.Withdraws, Document: "south-2", Citations: cite("south-2", 2)})
	ix := domain.NewIndex(d)
	want := []string{ // proposal, date, against its own before, against the others, withdrawn, outcome, meetings
		"n1 | 1901-05 |  |  |  | did not take place in this record | ",
		"s1 | 1901-12 |  | 7 months later than north | 1901-06-01 | withdrawn | ",
		"n2 | 1901-07 | later by 2 months | 5 months earlier than south |  | took place | july",
		"n3 | 1902-01 | later by 6 months | 1 month later than south |  | still ahead | ",
	}
	got := lines(t, compare.Drift(ix, day(t, "1901-08-01")), "proposal", "date", "change", "gap", "withdrawn_on", "outcome", "meetings")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Drift (-want +got):\n%s", diff)
	}
	wantWords := []string{"Between 1 March and 5 May 1901 North’s date for the talks moved from May 1901 to July 1901 and was kept; " +
		"South’s stayed at December 1901 and was withdrawn on 1 June 1901; the gap shrank from 7 to 5 months."}
	if diff := cmp.Diff(wantWords, sentences(t, ix, "talks", "1901-08-01")); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	s, err := compare.DriftOf(ix, "talks", day(t, "1901-08-01"))
	if err != nil {
		t.Fatal(err)
	}
	north := s.Lines[0].Points
	if len(north) != 3 || !north[2].Beside || north[1].Until != day(t, "1901-07-04") || north[1].Stands {
		t.Errorf("north's line is %+v: want its third point beside the second, and the second until the meeting", north)
	}
	if len(s.Meetings) != 1 || s.Meetings[0].Meeting.Text != "july" {
		t.Errorf("meetings %v, want the one of July", s.Meetings)
	}
}

// TestDriftAccepted draws a date that a party accepted on its own line, until it takes that back.
func TestDriftAccepted(t *testing.T) {
	d := *drifting(t, "north 1901-03-01 1901-05", "south 1901-03-02 1901-10").Dossier
	answer := func(id string, stance domain.Stance, day string) domain.Response {
		return domain.Response{ID: id, Proposal: "pa", By: "south", Stance: stance, Document: "south-1", Made: on(t, day), Citations: cite("south-1", 1)}
	}
	d.Responses = []domain.Response{answer("yes", domain.Accepts, "1901-03-05")}
	want := []string{"north | 1901-03-01 | pa | 1901-05 |  | ", "south | 1901-03-02 | pb | 1901-10 |  | ", "south | 1901-03-05 | pa | 1901-05 | yes | earlier by 5 months"}
	columns := []string{"party", "made_on", "proposal", "date", "held_by", "change"}
	if diff := cmp.Diff(want, lines(t, compare.Drift(domain.NewIndex(&d), day(t, "1901-04-01")), columns...)); diff != "" {
		t.Errorf("Drift (-want +got):\n%s", diff)
	}
	wantWords := []string{"Between 1 and 5 March 1901 South’s date for the talks moved from October 1901 to May 1901; North’s stayed at May 1901; the gap of 5 months closed until they overlapped."}
	if diff := cmp.Diff(wantWords, sentences(t, domain.NewIndex(&d), "talks", "1901-04-01")); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	d.Responses = append(d.Responses, answer("no", domain.Rejects, "1901-03-09"))
	s, err := compare.DriftOf(domain.NewIndex(&d), "talks", day(t, "1901-04-01"))
	if err != nil {
		t.Fatal(err)
	}
	if accepted := s.Lines[1].Points[1]; accepted.Stands || accepted.Until != day(t, "1901-03-09") {
		t.Errorf("what South accepted and then rejected holds until %s, want 9 March", accepted.Until)
	}
}

// TestDriftTogether draws what two parties propose together as one line, and what one of them then proposes alone as another.
func TestDriftTogether(t *testing.T) {
	d := *drifting(t, "north 1901-03-01 1901-05", "south 1901-03-02 1901-10", "cape 1901-03-05 1901-06").Dossier
	d.Proposals[0].By, d.Proposals[2].By = []string{"north", "cape"}, []string{"cape"}
	s, err := compare.DriftOf(domain.NewIndex(&d), "talks", day(t, "1901-04-01"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range s.Lines {
		got = append(got, l.Party.Display())
	}
	if diff := cmp.Diff([]string{"North and Cape", "South", "Cape"}, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	told, _ := s.Sentences()
	want := "Between 1 and 2 March 1901 North and Cape’s date for the talks stayed at May 1901; South’s stayed at October 1901; the gap was 5 months."
	if told[0].Words != want {
		t.Errorf("%q, want %q", told[0].Words, want)
	}
	if got := lines(t, compare.Drift(domain.NewIndex(&d), day(t, "1901-03-01")), "party", "proposal"); !cmp.Equal(got, []string{"north | pa", "cape | pa"}) {
		t.Errorf("rows %v, want one for each of the two", got)
	}
}

// TestDriftOfMany tells of nine parties the pairs of which one moved its date, and how many more there are.
func TestDriftOfMany(t *testing.T) {
	d := *drifting(t).Dossier
	add := func(party, day, date string) {
		d.Proposals = append(d.Proposals, drifting(t, "north "+day+" "+date).Dossier.Proposals[0])
		p := &d.Proposals[len(d.Proposals)-1]
		p.ID, p.By = party+day, []string{party}
	}
	for i := range 9 {
		party := "port-" + string(rune('a'+i))
		d.Parties = append(slices.Clone(d.Parties), domain.Party{ID: party, Name: party})
		add(party, "1901-03-01", "1901-05")
	}
	add("port-c", "1901-03-05", "1901-06")
	s, err := compare.DriftOf(domain.NewIndex(&d), "talks", day(t, "1901-04-01"))
	if err != nil {
		t.Fatal(err)
	}
	told, more := s.Sentences()
	if len(told) != 8 || more != 28 {
		t.Errorf("%d pairs are told and %d left, want the 8 with the one that moved and 28", len(told), more)
	}
	for _, said := range told {
		if !strings.Contains(said.Words, "port-c’s date for the talks moved") {
			t.Errorf("%q is not of the party that moved", said.Words)
		}
	}
}

func TestDriftOfNoTrack(t *testing.T) {
	if _, err := compare.DriftOf(index(t), "trains", day(t, "1901")); domain.KindOf(err) != domain.NotFound {
		t.Errorf("DriftOf a track that is not there: %v, want an error of kind NotFound", err)
	}
}

// TestDriftProperties: the future does not matter, lines run forward, and the rows are the points.
func TestDriftProperties(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		d, asOf := drawDossier(t, frame), drawDay(t)
		ix := domain.NewIndex(d)
		points := 0
		for i := range d.Tracks {
			s, err := compare.DriftOf(ix, d.Tracks[i].ID, asOf)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range s.Lines {
				points += len(line.Points)
				checkLine(t, line, asOf)
			}
			if told, more := s.Sentences(); len(told)+more > 0 != s.Dated() {
				t.Fatalf("%d sentences where Dated() = %v", len(told), s.Dated())
			}
		}
		now := compare.Drift(ix, asOf)
		if len(now.Rows) != points {
			t.Fatalf("%d rows for %d points", len(now.Rows), points)
		}
		if diff := cmp.Diff(texts(compare.Drift(domain.NewIndex(until(d, asOf)), asOf)), texts(now)); diff != "" {
			t.Fatalf("the drift on %s depends on what came later (-without +with):\n%s", asOf, diff)
		}
	})
}

// until returns the dossier without what was proposed and answered after a day.
func until(d *domain.Dossier, asOf edtf.Day) *domain.Dossier {
	ix, past := domain.NewIndex(d), *d
	past.Proposals = slices.DeleteFunc(slices.Clone(d.Proposals), func(p domain.Proposal) bool { return !compare.By(ix.Made(&p), asOf) })
	past.Responses = slices.DeleteFunc(slices.Clone(d.Responses), func(a domain.Response) bool { return !compare.By(ix.Responded(&a), asOf) })
	return &past
}

func checkLine(t *rapid.T, line compare.DriftLine, asOf edtf.Day) {
	var before edtf.Day
	standing := 0
	for _, p := range line.Points {
		if p.Until.Compare(p.From) < 0 || p.From.Compare(asOf) > 0 || p.Until.Compare(asOf) > 0 {
			t.Fatalf("%s holds from %s until %s as of %s", p.Proposal.Text, p.From, p.Until, asOf)
		}
		if p.Stands {
			standing++
		}
		if p.Beside {
			continue
		}
		if before.Compare(p.From) > 0 {
			t.Fatalf("%s begins on %s, when the one before still held until %s", p.Proposal.Text, p.From, before)
		}
		before = p.Until
	}
	if standing > 1 {
		t.Fatalf("%d proposals of %s stand at once", standing, line.Party.Text)
	}
}

// TestDriftSaysOnly wants a party to be said to have named no day, only words, where none of its dates names one, and a date to
// have been put in words only where none after it names one.
func TestDriftSaysOnly(t *testing.T) {
	frame := harbour(t)
	said, day1902 := 0, day(t, "1902")
	rapid.Check(t, func(t *rapid.T) {
		d := drawDossier(t, frame)
		for i := range d.Proposals {
			d.Proposals[i].Document = "north-1"
			d.Proposals[i].Terms = append([]domain.Term{drawTerm(t, domain.TermDate)}, d.Proposals[i].Terms...)
		}
		for i := range d.Tracks {
			s, err := compare.DriftOf(domain.NewIndex(d), d.Tracks[i].ID, day1902)
			if err != nil {
				t.Fatal(err)
			}
			told, _ := s.Sentences()
			for _, l := range s.Lines {
				spoken := slices.DeleteFunc(slices.Clone(l.Points), func(p compare.DriftPoint) bool { return p.Beside })
				ends := len(spoken) > 0 && !spoken[len(spoken)-1].Dated()
				for _, sentence := range told {
					if strings.Contains(sentence.Words, l.Party.Display()+" named no day by the calendar, only") {
						if said++; l.Dated() {
							t.Fatalf("%q, and it named one", sentence.Words)
						}
					}
					if strings.Contains(sentence.Words, "was then put in words only") && len(s.Lines) == 1 && !ends {
						t.Fatalf("%q, and its last date names a day", sentence.Words)
					}
				}
			}
		}
	})
	if said == 0 {
		t.Error("no sentence said so")
	}
}
