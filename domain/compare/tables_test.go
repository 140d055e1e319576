package compare_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// TestTables looks at some columns of each table as files have them.
func TestTables(t *testing.T) {
	ix := index(t)
	tests := []struct {
		name    string
		table   table.Table
		columns []string
		want    []string
	}{
		{"who answered a proposal", compare.Whole(ix, "proposals"),
			[]string{"id", "accepted_by", "rejected_by", "countered_by", "other_responses", "unanswered_by"}, []string{
				"s0 |  |  |  |  | north",
				"n1 |  |  | south (date) | south defers (venue) | ",
				"s1 |  | north |  | south withdraws (venue) | ",
				"n2 |  | south (date, alleged by north) |  |  | ",
				"n3 |  |  |  |  | south",
				"t1 |  |  |  |  | south",
			}},
		{"when a proposal was made", compare.Whole(ix, "proposals"), []string{"id", "made_on", "made_earliest", "made_latest", "first_hand"}, []string{
			"s0 | 1901-02~ | 1901-02-01 | 1901-02-28 | false",
			"n1 | 1901-03-01 | 1901-03-01 | 1901-03-01 | true",
			"s1 | 1901-04-02 | 1901-04-02 | 1901-04-02 | true",
			"n2 | 1901-05-05 | 1901-05-05 | 1901-05-05 | true",
			"n3 | 1901-05-05 | 1901-05-05 | 1901-05-05 | true",
			"t1 | 1901-05-05 | 1901-05-05 | 1901-05-05 | true",
		}},
		{"whom a proposal wants", compare.Whole(ix, "proposals").Filter(table.Filter{Document: "north-1"}),
			[]string{"id", "paragraph", "participants_claimed", "participants_listed", "participants", "list"}, []string{
				"s0 | 5 |  |  |  | ",
				"n1 | 2; 3; 4 | 4 | 4 | north; south; islands; coast | four",
			}},
		{"relations", compare.Whole(ix, "proposals").Filter(table.Filter{Document: "north-2"}), []string{"id", "relations", "convener", "substance"}, []string{
			"n2 | amends n1; counters s1 |  | ",
			"n3 | alternative-to n2 |  | ",
			"t1 |  | coast; cape | lower tolls",
		}},
		{"responses", compare.Whole(ix, "responses"), []string{"id", "track", "term", "party", "stance", "attested_by", "alleged", "counter_proposal"}, []string{
			"s-date | talks | date | south | counters | south | false | s1",
			"s-venue | talks | venue | south | defers | south | false | ",
			"n-talks | talks | whole | north | rejects | north | false | ",
			"s-back | talks | venue | south | withdraws | south | false | ",
			"s-july | talks | date | south | rejects | north | true | ",
		}},
		{"documents by their first date, none last", compare.Whole(ix, "documents"), []string{"id", "held", "dated", "delivered", "published", "replies_to", "citation"}, []string{
			"minutes | true | 1901-01-20 |  |  |  | ",
			"north-1 | true | 1901-03-01 |  |  |  | ",
			"south-1 | true | 1901-04-02 |  |  | north-1 | ",
			"north-2 | true | 1901-05-05 | 1901-05-06 | 1902 |  | ",
			"south-2 | true | 1901-06-01 |  |  |  | ",
			"north-3 | true | 1901-08-01 |  |  |  | ",
			"lost | false |  |  |  |  | north-1 para. 5",
		}},
		{"meetings", compare.Whole(ix, "meetings"), []string{"id", "status", "sessions", "delegates", "participants"}, []string{
			"winter | held | 1 1901-01-18; 2 | ann | north; south",
		}},
		{"parties", compare.Whole(ix, "parties"), []string{"id", "names", "lists", "seat"}, []string{
			"north | 北港领航员 | four; three | ",
			"south |  | four; three | ",
			"islands |  | four | ",
			"coast |  | four | two guilds claim it",
			"cape | The Cape | three | ",
		}},
		{"lists", compare.Whole(ix, "lists"), []string{"list", "claimed", "listed", "position", "party", "as", "contested"}, []string{
			"four | 4 | 4 | 1 | north |  | ",
			"four | 4 | 4 | 2 | south | South | ",
			"four | 4 | 4 | 3 | islands |  | ",
			"four | 4 | 4 | 4 | coast |  | two guilds claim it",
			"three | 3 | 3 | 1 | south |  | ",
			"three | 3 | 3 | 2 | north |  | ",
			"three | 3 | 3 | 3 | cape | The Cape | ",
			"all | 30 |  |  |  |  | ",
		}},
		{"claims with rivals on both sides", compare.Whole(ix, "claims"), []string{"id", "track", "made_on", "rivals", "about"}, []string{
			"north-first | talks | 1901-05-05 | south-first | n1; winter; north-1",
			"south-first | talks | 1901-06-01 | north-first | ",
		}},
		{"statements", compare.Whole(ix, "statements"), []string{"id", "meeting", "session", "speaker", "party", "kind", "topic", "paragraph"}, []string{
			"ann-asks | winter | 1 | ann | north | asks | tolls | 1",
		}},
		{"alignments on their author's word", compare.Whole(ix, "alignments"), []string{"id", "parties", "stance", "toward", "said_by"}, []string{
			"islands-against-south | islands | attacks | south | north",
		}},
		{"the timeline", compare.Whole(ix, "timeline"), []string{"date", "event", "id"}, []string{
			"1901-01 | meeting held | winter",
			"1901-01-20 | minutes dated | minutes",
			"1901-03-01 | letter dated | north-1",
			"1901-04-02 | letter dated | south-1",
			"1901-05-05 | letter dated | north-2",
			"1901-05-06 | letter delivered | north-2",
			"1901-06-01 | letter dated | south-2",
			"1901-08-01 | letter dated | north-3",
			"1902 | letter published | north-2",
		}},
		{"the evidence of a document", compare.Evidence(ix, "south-1"), []string{"paragraph", "section", "id", "parties"}, []string{
			"1 | documents | south-1 | south",
			"2 | proposals | s1 | south",
			"2 | responses | s-date | south",
			"3 | responses | s-venue | south",
			"3 | lists | three | south",
			"4 | lists | all | ",
			"4 | seats | coast | coast",
		}},
		{"coverage", compare.Whole(ix, "coverage"), []string{"document", "paragraphs", "paragraphs_cited", "records", "bare"}, []string{
			"minutes | 2 | 1 | 2 | 2",
			"north-1 | 5 | 4 | 6 | 1",
			"south-1 | 5 | 4 | 7 | 5",
			"north-2 | 5 | 4 | 5 | 5",
			"south-2 | 5 | 2 | 2 | 3; 4; 5",
			"north-3 | 5 | 2 | 2 | 3; 4; 5",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, tt.table, tt.columns...)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.table.Name, diff)
			}
		})
	}
}

// TestTermsCountForThemselves gives a proposal its own number and a citation of another document.
func TestTermsCountForThemselves(t *testing.T) {
	d := harbour(t)
	d.Proposals[0].Terms[2].Claimed = 5
	d.Proposals[0].Citations = append(d.Proposals[0].Citations, cite("minutes", 2)...)
	d.Proposals[0].Terms[1].Citations = cite("north-1", 2)
	ix := domain.NewIndex(d)
	got := lines(t, compare.Whole(ix, "proposals").Filter(table.Filter{Party: "islands"}), "paragraph", "participants_claimed", "participants_listed")
	if diff := cmp.Diff([]string{"2; 3 | 5 | 4"}, got); diff != "" {
		t.Errorf("n1 (-want +got):\n%s", diff)
	}
	evidence := lines(t, compare.Evidence(ix, "north-1").Filter(table.Filter{Text: "n1"}), "paragraph", "id")
	if diff := cmp.Diff([]string{"2 | n1", "3 | n1"}, evidence); diff != "" {
		t.Errorf("a paragraph cited twice by one record (-want +got):\n%s", diff)
	}
}

// TestCellsPointToRecords holds the links and words of some values.
func TestCellsPointToRecords(t *testing.T) {
	ix := index(t)
	proposals, responses := compare.Whole(ix, "proposals"), compare.Whole(ix, "responses")
	tests := []struct {
		name   string
		table  table.Table
		row    int
		column string
		want   table.Value
	}{
		{"a proposal", proposals, 1, "id", table.Value{Text: "n1", Label: "North, 1 March 1901: talks",
			Ref: table.Ref{Section: domain.SectionProposals, ID: "n1"}}},
		{"a party", proposals, 1, "proposer", table.Value{Text: "north", Label: "North",
			Ref: table.Ref{Section: domain.SectionParties, ID: "north"}}},
		{"a place", proposals, 1, "venue", table.Value{Text: "old-quay", Label: "Old Quay"}},
		{"a date", proposals, 0, "made_on", table.Value{Text: "1901-02~", Label: "about February 1901", Date: date(t, "1901-02~")}},
		{"a paragraph", proposals, 1, "paragraph", table.Value{Text: "2",
			Ref: table.Ref{Section: domain.SectionDocuments, ID: "north-1", Paragraph: 2}}},
		{"a citation", proposals, 1, "citation", table.Value{Text: "north-1 para. 2", Label: "North, 1 March 1901, para. 2",
			Ref: table.Ref{Section: domain.SectionDocuments, ID: "north-1", Paragraph: 2}}},
		{"a flag", proposals, 0, "first_hand", table.Value{Text: "false", Label: "reported"}},
		{"an answer", proposals, 3, "rejected_by", table.Value{Text: "south (date, alleged by north)",
			Label: "South (date, alleged by North)", Ref: table.Ref{Section: domain.SectionResponses, ID: "s-july", Of: "n2"}}},
		{"a proposal answered", responses, 0, "proposal", table.Value{Text: "n1", Label: "North, 1 March 1901: talks",
			Ref: table.Ref{Section: domain.SectionProposals, ID: "n1"}}},
		{"a name in Chinese", compare.Whole(ix, "parties"), 0, "names", table.Value{Text: "北港领航员", Lang: "zh-Hans"}},
		{"a statement", compare.Whole(ix, "statements"), 0, "id", table.Value{Text: "ann-asks", Label: "Ann, para. 1",
			Ref: table.Ref{Section: domain.SectionStatements, ID: "ann-asks"}}},
	}
	for _, tt := range tests {
		got := tt.table.Rows[tt.row].Cells[column(t, tt.table, tt.column)]
		if len(got) == 0 {
			t.Errorf("%s: the cell is empty", tt.name)
			continue
		}
		if diff := cmp.Diff(tt.want, got[0]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestLabels(t *testing.T) {
	d := harbour(t)
	d.Tracks[0].Title = "Égalité of the harbours"
	d.Documents[0].Authors = []string{"north", "south"}
	ix := domain.NewIndex(d)
	tests := []struct{ name, got, want string }{
		{"a letter", table.DocumentLabel(ix, "north-1"), "North, 1 March 1901"},
		{"minutes of two parties", table.DocumentLabel(ix, "minutes"), "North and South minutes, 20 January 1901"},
		{"a document that is only mentioned", table.DocumentLabel(ix, "lost"), "A lost note"},
		{"no document", table.DocumentLabel(ix, "nobody"), "nobody"},
		{"a proposal on a track that begins with an accent", table.ProposalLabel(ix, "n1"), "North, 1 March 1901: égalité of the harbours"},
		{"no proposal", table.ProposalLabel(ix, "nobody"), "nobody"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("label of %s = %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	d.Tracks[0].Title = ""
	if got, want := table.ProposalLabel(ix, "n1"), "North, 1 March 1901: "; got != want {
		t.Errorf("label on a track without a title = %q, want %q", got, want)
	}
}

// TestTablesOfNothing builds every table of an empty dossier.
func TestTablesOfNothing(t *testing.T) {
	for _, table := range every(t, domain.NewIndex(&domain.Dossier{})) {
		if len(table.Rows) != 0 || len(table.Columns) == 0 {
			t.Errorf("%s of nothing has %d rows and %d columns", table.Name, len(table.Rows), len(table.Columns))
		}
	}
}

// TestTablesOfRuins builds every table of a dossier whose references lead nowhere: pages must not fail on what a check
// would report.
func TestTablesOfRuins(t *testing.T) {
	d := harbour(t)
	d.Tracks, d.Parties, d.Documents, d.Questions, d.Lists, d.Places = nil, nil, nil, nil, nil, nil
	for _, table := range every(t, domain.NewIndex(d)) {
		for _, row := range table.Rows {
			if len(row.Cells) != len(table.Columns) {
				t.Errorf("%s: a row has %d cells, the table %d columns", table.Name, len(row.Cells), len(table.Columns))
			}
		}
	}
}

// every returns all tables that the package makes, with everything there is to compare.
func every(t *testing.T, ix *domain.Index) []table.Table {
	t.Helper()
	var all []*domain.Proposal
	for i := range ix.Dossier.Proposals {
		all = append(all, &ix.Dossier.Proposals[i])
	}
	var lists []*domain.List
	for i := range ix.Dossier.Lists {
		lists = append(lists, &ix.Dossier.Lists[i])
	}
	asOf := day(t, "1901-12-31")
	var tables []table.Table
	for _, g := range compare.Registers(ix) {
		tables = append(tables, g.Whole())
	}
	return append(tables, compare.Membership(ix, lists), compare.Comparison(ix, all),
		compare.Positions(ix, asOf), compare.Silence(ix, asOf), compare.StateOfPlay(ix, asOf), compare.Drift(ix, asOf), compare.Evidence(ix, "north-1"))
}

// TestTermsOfAProposal finds what is told of single terms in the row of their proposal: where they stand, which are
// inferred and why, and what is noted on them.
func TestTermsOfAProposal(t *testing.T) {
	d := harbour(t)
	for i := range d.Proposals {
		if p := &d.Proposals[i]; p.ID == "n1" {
			p.Terms[0].Inferred, p.Terms[2].Inferred = "The year is that of the letter.", "Named the month before."
			p.Terms[1].Note = "Said twice."
			p.Terms[1].Citations = cite("north-1", 4, 3)
			p.Terms[3].Citations = cite("south-1", 1)
		}
	}
	got := lines(t, compare.Whole(domain.NewIndex(d), "proposals").Filter(table.Filter{Document: "north-1"}),
		"id", "paragraph", "inferred", "term_notes", "citation")
	want := []string{
		"s0 | 5 |  |  | north-1 para. 5",
		"n1 | 2; 3; 4 | date: The year is that of the letter.; participants: Named the month before. | venue: Said twice. | " +
			"north-1 para. 2; north-1 para. 3; north-1 para. 4; south-1 para. 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("proposals (-want +got):\n%s", diff)
	}
}

// TestEvidenceOfParts finds the paragraphs of sessions, delegations and roles in the rows of meetings and persons.
func TestEvidenceOfParts(t *testing.T) {
	d := harbour(t)
	m := &d.Meetings[0]
	m.Citations = cite("minutes", 2)
	m.Sessions = []domain.Session{{Number: 1, Citations: cite("north-1", 1)}}
	m.Delegations = []domain.Delegation{{Party: "north", Citations: cite("minutes", 2, 1)}}
	d.Persons[0].Citations = cite("south-1", 1)
	d.Persons[0].Roles = []domain.Role{{Text: "envoy", Citations: cite("south-1", 2)}}
	ix := domain.NewIndex(d)
	for _, tt := range []struct {
		table table.Table
		want  string
	}{
		{compare.Whole(ix, "meetings"), "minutes para. 2; north-1 para. 1; minutes para. 1"},
		{compare.Whole(ix, "persons"), "south-1 para. 1; south-1 para. 2"},
	} {
		if got := lines(t, tt.table, "citation")[0]; got != tt.want {
			t.Errorf("%s: source %q, want %q", tt.table.Name, got, tt.want)
		}
	}
}

// TestSeveralInTables gives a party a name and a person a role that hold what stands between values.
func TestSeveralInTables(t *testing.T) {
	d := harbour(t)
	d.Parties[0].Names = []domain.Name{{Text: "Pilots; of the North"}, {Text: "北港领航员"}}
	d.Persons[0].Roles = []domain.Role{{Text: "pilot; later clerk"}, {Text: "envoy"}}
	ix := domain.NewIndex(d)
	for _, tt := range []struct {
		table  table.Table
		column string
		want   []string
	}{
		{compare.Whole(ix, "parties"), "names", []string{"Pilots; of the North", "北港领航员"}},
		{compare.Whole(ix, "persons"), "roles", []string{"pilot; later clerk", "envoy"}},
	} {
		cell := tt.table.Rows[0].Cells[tt.table.Index(tt.column)]
		if got := slices.Collect(table.Values([]byte(cell.String()))); !slices.Equal(got, tt.want) {
			t.Errorf("%s.%s = %q, which is %q, want %q", tt.table.Name, tt.column, cell, got, tt.want)
		}
		for i, v := range cell {
			if v.Display() != tt.want[i] {
				t.Errorf("%s.%s shows %q, want %q", tt.table.Name, tt.column, v.Display(), tt.want[i])
			}
		}
	}
}
