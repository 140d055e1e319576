package compare_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	_ "pourparler/internal/golden" // for its flag -update
)

const (
	codebook  = "../../docs/codebook.md"
	generated = "\n## Tables\n" // what follows is written by this test with -update
)

// described is a table with what the codebook says before its columns, where the table does not say it itself.
type described struct {
	table.Table
	row string
}

// describedTables are all tables, without rows: columns do not depend on what is recorded.
func describedTables(t *testing.T) []described {
	t.Helper()
	ix, asOf := domain.NewIndex(&domain.Dossier{}), day(t, "1901")
	lists := []*domain.List{{ID: "LIST", Name: "LIST"}}
	all := []described{
		{compare.Whole(ix, "proposals"), ""},
		{compare.Whole(ix, "responses"), ""},
		{compare.Whole(ix, "documents"), ""},
		{compare.Whole(ix, "meetings"), ""},
		{compare.Whole(ix, "parties"), ""},
		{compare.Whole(ix, "persons"), ""},
		{compare.Whole(ix, "lists"), ""},
		{compare.Whole(ix, "claims"), ""},
		{compare.Whole(ix, "statements"), ""},
		{compare.Whole(ix, "alignments"), ""},
		{compare.Membership(ix, lists), "One row a party on any of the lists compared; one column a list, named by its id, here `LIST`. A list whose id is the name of another column here has `list.` before it."},
		{compare.Sets(ix, nil), "One row a set of parties that stand on exactly the same lists: those on most lists first."},
		{compare.ListNumbers(ix, nil), ""},
		{compare.ListPair(ix, lists[0], lists[0]), "One row a part of two lists: their union, their intersection and both differences."},
		{compare.Whole(ix, "seats"), ""},
		{compare.Comparison(ix, nil), "One row a term and proposal compared. Terms that none of the proposals states are left out."},
		{compare.Positions(ix, asOf), "One row a track, party and term it holds as of a day; several where one document puts forward several."},
		{compare.Silence(ix, asOf), "One row a proposal and addressee without an answer in this record by a day."},
		{compare.StateOfPlay(ix, asOf), "One row a track, term and two parties, as of a day: what each holds and how the two stand. The same columns show what changed between two days."},
		{compare.Sheet(ix, "", nil), "One row a term and column: a party on a day. Terms on which none of them holds anything are left out."},
		{compare.Drift(ix, asOf), "One row a party and proposal that states a date, as of a day, track by track in the order of time."},
		{compare.SilenceMap(ix, asOf), "One row a proposal and addressee, with what became of it by a day."},
		{compare.SilenceTotals(compare.SilenceMap(ix, asOf)), "One row an addressee, with how many rows of the silence map have each outcome."},
		{compare.Ledger(ix, "", asOf), "One row a proposal, term and other party, where the proposal restates, amends or adds the term by a day."},
		{compare.LedgerTotals(compare.Ledger(ix, "", asOf)), "One row a party, with how many rows of the ledger have each movement."},
		{compare.Replies(ix, asOf), "One row a letter or other document of the correspondence and document it answers, in the order of time; one row for one that answers none by name."},
		{compare.PrintedTogether(ix, asOf), "One row a letter that was published in one place with another, in the order of time."},
		{compare.Whole(ix, "timeline"), ""},
		{compare.Evidence(ix, ""), "One row a paragraph of one document and record that cites it, in the order of the paragraphs."},
		{compare.Whole(ix, "coverage"), ""},
	}
	for _, g := range compare.Registers(ix) {
		if !slices.ContainsFunc(all, func(d described) bool { return d.Name == g.Name }) {
			all = append(all, described{g.Table, ""})
		}
	}
	return all
}

func TestCodebook(t *testing.T) {
	before := readCodebook(t)
	head, _, ok := strings.Cut(before, generated)
	if !ok {
		t.Fatalf("%s has no heading %q, below which the tables are written", codebook, strings.TrimSpace(generated))
	}
	want := head + generated + tablesOfColumns(describedTables(t)) + tableOfVerdicts()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(codebook, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, before); diff != "" {
		t.Errorf("%s differs from the code (-code +codebook); if that is meant, run go test ./domain/compare -update:\n%s", codebook, diff)
	}
}

func readCodebook(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(codebook)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func tablesOfColumns(tables []described) string {
	var b strings.Builder
	for _, table := range tables {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n| column | type | values | meaning |\n| --- | --- | --- | --- |\n", table.Name, table.row+table.Row)
		for _, c := range table.Columns {
			kind := string(c.Type)
			if c.List {
				kind += ", several"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.Name, kind, code(valuesOf(c)), strings.ReplaceAll(c.Doc, "|", `\|`))
		}
	}
	return b.String()
}

// tableOfVerdicts gives the rule of each verdict in the words that the pages use.
func tableOfVerdicts() string {
	var b strings.Builder
	b.WriteString("\n## Verdicts\n\nHow two parties stand toward one another on a term, in the table `state`: decided by these rules and " +
		"by nothing else.\n\n| word | rule |\n| --- | --- |\n")
	for _, v := range compare.Verdicts() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", v, v.Rule())
	}
	return b.String()
}

func TestEveryVerdictHasARule(t *testing.T) {
	for _, v := range compare.Verdicts() {
		if !strings.HasSuffix(v.Rule(), ".") {
			t.Errorf("Rule() of %q = %q, want a sentence", v, v.Rule())
		}
	}
}

func valuesOf(c table.Column) []string {
	if c.Type == table.TypeBoolean {
		return []string{"true", "false"}
	}
	return c.Values
}

func code(words []string) string {
	var quoted []string
	for _, w := range words {
		quoted = append(quoted, "`"+w+"`")
	}
	return strings.Join(quoted, ", ")
}

// TestCodebookCoversEveryTable holds the tables described to those that an export writes.
func TestCodebookCoversEveryTable(t *testing.T) {
	var names []string
	for _, table := range describedTables(t) {
		names = append(names, table.Name)
	}
	for _, table := range every(t, index(t)) {
		if !slices.Contains(names, table.Name) {
			t.Errorf("the codebook leaves out the table %q", table.Name)
		}
	}
}

// TestColumnsAreDescribed holds every column to what the codebook and the pages need of it.
func TestColumnsAreDescribed(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	for _, tab := range describedTables(t) {
		seen := map[string]bool{"LIST": true}
		for _, c := range tab.Columns {
			at := tab.Name + "." + c.Name
			if c.Name != "LIST" && (!name.MatchString(c.Name) || seen[c.Name]) {
				t.Errorf("%s: the name is not in lower case with underscores, or stands twice", at)
			}
			seen[c.Name] = true
			if c.Title == "" || !strings.HasSuffix(c.Doc, ".") {
				t.Errorf("%s: title %q, meaning %q: want both, the meaning a sentence", at, c.Title, c.Doc)
			}
			if (c.Type == table.TypeEnum) != (len(c.Values) > 0) {
				t.Errorf("%s: type %s with the values %v", at, c.Type, c.Values)
			}
			if c.Else != "" && tab.Index(c.Else) < 0 {
				t.Errorf("%s: shows the column %q instead, which does not exist", at, c.Else)
			}
		}
	}
}

// words are the sets of words that the codebook defines, by their headings.
func words() map[string][]string {
	return map[string][]string{
		"Acts":                  texted(domain.Acts()),
		"Stances":               texted(domain.Stances()),
		"Terms":                 append([]string{compare.WholeProposal}, texted(domain.TermKinds())...),
		"Relations":             texted(domain.RelationKinds()),
		"Kinds of document":     texted(domain.DocumentKinds()),
		"Kinds of statement":    texted(domain.StatementKinds()),
		"Kinds of party":        texted(domain.PartyKinds()),
		"Statuses of a meeting": texted(domain.MeetingStatuses()),
		"States":                texted(compare.States()),
		"Outcomes":              texted(compare.Receptions()),
		"Movements":             texted(domain.Movements()),
		"Kinds of change":       texted(compare.Changes()),
		"Fates of a date":       texted(compare.Fates()),
		"Numbers of a list":     allowed(compare.ListNumbers(domain.NewIndex(&domain.Dossier{}), nil), "numbers"),
		"Parts of two lists":    texted(compare.Parts()),
		"Recognition":           texted(domain.Recognitions()),
		"Sides":                 texted(domain.Sides()),
		"Sections":              texted(domain.Sections()),
		"Types of column": texted([]table.Type{table.TypeID, table.TypeText, table.TypeEDTF, table.TypeDay,
			table.TypeInteger, table.TypeBoolean, table.TypeEnum}),
	}
}

// allowed are the words that a column may hold.
func allowed(t table.Table, column string) []string { return t.Columns[t.Index(column)].Values }

func texted[T ~string](all []T) []string {
	var texts []string
	for _, v := range all {
		texts = append(texts, string(v))
	}
	return texts
}

// TestCodebookDefinesEveryWord holds the definitions to the words in code: all of them, in their order, and no others.
func TestCodebookDefinesEveryWord(t *testing.T) {
	defined := definitions(t)
	for heading, want := range words() {
		if diff := cmp.Diff(want, defined[heading]); diff != "" {
			t.Errorf("%s: the words under %q differ (-code +codebook):\n%s", codebook, heading, diff)
		}
	}
	for heading := range defined {
		if _, ok := words()[heading]; !ok {
			t.Errorf("%s: the words under %q are in no set of the code", codebook, heading)
		}
	}
}

// TestCodebookDefinesEveryValue finds each value of each column among the words defined.
func TestCodebookDefinesEveryValue(t *testing.T) {
	defined := texted(compare.Verdicts())
	for _, set := range words() {
		defined = append(defined, set...)
	}
	for _, table := range describedTables(t) {
		for _, c := range table.Columns {
			for _, value := range append(c.Values, string(c.Type)) {
				if !slices.Contains(defined, value) {
					t.Errorf("%s.%s may be %q, which the codebook does not define", table.Name, c.Name, value)
				}
			}
		}
	}
}

var definition = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| (.+) \\|$")

// definitions returns the words defined under each heading of the hand-written part.
func definitions(t *testing.T) map[string][]string {
	t.Helper()
	_, text, ok := strings.Cut(readCodebook(t), "\n## Words\n")
	if !ok {
		t.Fatalf("%s has no heading Words", codebook)
	}
	text, _, _ = strings.Cut(text, generated)
	found := map[string][]string{}
	for section := range strings.SplitSeq(text, "\n### ") {
		heading, body, _ := strings.Cut(section, "\n")
		for _, row := range definition.FindAllStringSubmatch(body, -1) {
			found[heading] = append(found[heading], row[1])
			if len(strings.Fields(row[2])) < 3 {
				t.Errorf("%s: %q is defined in too few words: %q", heading, row[1], row[2])
			}
		}
	}
	return found
}
