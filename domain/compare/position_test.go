package compare_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

func positions(t *testing.T, d *domain.Dossier, asOf string, columns ...string) []string {
	t.Helper()
	return lines(t, compare.Positions(domain.NewIndex(d), day(t, asOf)), columns...)
}

func TestPositions(t *testing.T) {
	tests := []struct {
		asOf string
		want []string
	}{
		{"1900-12-31", nil},
		{"1901-03-01", []string{
			"talks | north | date | 1901-05 | stated | n1",
			"talks | north | venue | old-quay | stated | n1",
			"talks | north | participants | four | stated | n1",
			"talks | north | level | master pilots | stated | n1",
		}},
		{"1901-05-04", []string{
			"talks | south | date | 1901-12 | stated | s1",
			"talks | south | venue | new-quay | stated | s1",
			"talks | south | participants | three | stated | s1",
			"talks | north | date | 1901-05 | stated | n1",
			"talks | north | venue | old-quay | stated | n1",
			"talks | north | participants | four | stated | n1",
			"talks | north | level | master pilots | stated | n1",
		}},
		{"1901-06-01", []string{
			"talks | south | date | 1901-12 | stated | s1", // the venue is taken back on that day
			"talks | south | participants | three | stated | s1",
			"talks | north | date | 1901-07 | stated | n2",
			"talks | north | date | 1902-01 | stated | n3", // an alternative of the same letter
			"talks | north | venue | old-quay | carried over | n1",
			"talks | north | participants | four | carried over | n1",
			"talks | north | level | master pilots | carried over | n1",
			"tolls | north | convener | coast; cape | stated | t1",
			"tolls | north | substance | lower tolls | stated | t1",
		}},
	}
	for _, tt := range tests {
		got := positions(t, harbour(t), tt.asOf, "track", "party", "term", "value", "state", "proposal")
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Positions(%s) (-want +got):\n%s", tt.asOf, diff)
		}
	}
}

// TestPositionsShowNoLaterAnswer looks at one position the day before an answer and on its day.
func TestPositionsShowNoLaterAnswer(t *testing.T) {
	for asOf, want := range map[string]string{
		"1901-07-31": "n2 | ",
		"1901-08-01": "n2 | south rejects (alleged by north)",
	} {
		tab := compare.Positions(index(t), day(t, asOf))
		rows := lines(t, tab.Filter(table.Filter{Text: "n2"}), "proposal", "responses")
		if diff := cmp.Diff([]string{want}, rows); diff != "" {
			t.Errorf("answers on %s (-want +got):\n%s", asOf, diff)
		}
	}
}

// TestPositionsOfReports reports two proposals of different dates in one letter: the later one is the position.
func TestPositionsOfReports(t *testing.T) {
	d := harbour(t)
	reported := func(id, made string, kind domain.TermKind) domain.Proposal {
		return domain.Proposal{ID: id, Track: "tolls", By: []string{"south"}, Document: "north-3", ReportedBy: "north",
			Made: on(t, made), Terms: []domain.Term{{Kind: kind, Text: id}}}
	}
	d.Proposals = []domain.Proposal{reported("early", "1899", domain.TermAgenda), reported("old", "1899", domain.TermLevel),
		reported("new", "1900", domain.TermAgenda), reported("other", "1900", domain.TermAgenda)}
	got := positions(t, d, "1901-12-31", "term", "state", "proposal")
	want := []string{"level | carried over | old", "agenda | stated | new", "agenda | stated | other"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Positions (-want +got):\n%s", diff)
	}
}

func TestPositionsWithdrawn(t *testing.T) {
	withdrawn := func(attestedBy string) *domain.Dossier {
		d := harbour(t)
		d.Responses = append(d.Responses, domain.Response{ID: "n-back", Proposal: "t1", By: "north", Stance: domain.Withdraws,
			Document: "north-3", AttestedBy: attestedBy})
		return d
	}
	byProposal := harbour(t)
	byProposal.Proposals = append(byProposal.Proposals, domain.Proposal{ID: "t2", Track: "talks", By: []string{"north"},
		Document: "north-3", Relations: []domain.Relation{{Kind: domain.WithdrawsFrom, Proposal: "t1"}}})
	tests := []struct {
		name    string
		dossier *domain.Dossier
		asOf    string
		held    int
	}{
		{"before", withdrawn(""), "1901-07-31", 2},
		{"by its proposer", withdrawn(""), "1901-08-01", 0},
		{"as another alleges", withdrawn("south"), "1901-08-01", 2},
		{"by a proposal, before", byProposal, "1901-07-31", 2},
		{"by a proposal", byProposal, "1901-08-01", 0},
	}
	for _, tt := range tests {
		table := compare.Positions(domain.NewIndex(tt.dossier), day(t, tt.asOf)).Filter(table.Filter{Track: "tolls"})
		if len(table.Rows) != tt.held {
			t.Errorf("withdrawn %s: %d positions on tolls, want %d", tt.name, len(table.Rows), tt.held)
		}
	}
}

// TestAMeetingSettlesItsProposals holds a meeting that fulfils a proposal: what was proposed for it before is neither a
// position nor unanswered any longer.
func TestAMeetingSettlesItsProposals(t *testing.T) {
	met := func(change func(*domain.Dossier, *domain.Meeting)) *domain.Dossier {
		d := harbour(t)
		m := domain.Meeting{ID: "quay", Track: "talks", Status: domain.Held, Date: on(t, "1901-04-20"), Fulfils: []string{"n1"}}
		change(d, &m)
		d.Meetings = append(d.Meetings, m)
		return d
	}
	kept := func(*domain.Dossier, *domain.Meeting) {}
	standing, later := []string{"n1", "n2", "n3", "s1"}, []string{"n2", "n3"}
	tests := []struct {
		name    string
		dossier *domain.Dossier
		asOf    string
		want    []string
	}{
		{"the day before", met(kept), "1901-04-19", []string{"n1", "s1"}},
		{"on the day", met(kept), "1901-04-20", nil},
		{"what is proposed after it", met(kept), "1901-05-05", later},
		{"planned only", met(func(_ *domain.Dossier, m *domain.Meeting) { m.Status = domain.Planned }), "1901-05-05", standing},
		{"on a date that is not known to have passed", met(func(_ *domain.Dossier, m *domain.Meeting) { m.Date = on(t, "1901") }),
			"1901-05-05", standing},
		{"for a proposal on another track", met(func(_ *domain.Dossier, m *domain.Meeting) { m.Fulfils = []string{"t1"} }), "1901-05-05", standing},
		{"an event, on a track that is no meeting: what it fulfils, and nothing else",
			met(func(d *domain.Dossier, _ *domain.Meeting) { d.Tracks[0].Meeting = false }), "1901-05-05", []string{"n2", "n3", "s1"}},
	}
	for _, tt := range tests {
		table := compare.Positions(domain.NewIndex(tt.dossier), day(t, tt.asOf)).Filter(table.Filter{Track: "talks"})
		got := lines(t, table, "proposal")
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, slices.Compact(got)); diff != "" {
			t.Errorf("positions, a meeting held: %s (-want +got):\n%s", tt.name, diff)
		}
	}
	silence := compare.Silence(domain.NewIndex(met(kept)), day(t, "1901-04-20"))
	if got := lines(t, silence, "proposal"); len(got) != 0 {
		t.Errorf("waiting for an answer after the meeting: %v, want nothing", got)
	}
}

func TestBy(t *testing.T) {
	tests := []struct {
		date, day string
		want      bool
	}{
		{"1901-05-05", "1901-05-05", true},
		{"1901-05-06", "1901-05-05", false},
		{"1901-05", "1901-05-30", false},
		{"1901-05~", "1901-05-31", true},
		{"../1901-05-05", "1901-05-05", true},
		{"1900/..", "1901-05-05", false},
		{"1900/", "1901-05-05", false},
	}
	for _, tt := range tests {
		if got := compare.By(date(t, tt.date), day(t, tt.day)); got != tt.want {
			t.Errorf("By(%s, %s) = %v, want %v", tt.date, tt.day, got, tt.want)
		}
	}
}
