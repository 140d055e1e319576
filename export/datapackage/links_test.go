package datapackage_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// TestSeveralValuesStandApart wants every column with several values to name the table that has them one a row, and that
// table to be there.
func TestSeveralValuesStandApart(t *testing.T) {
	_, files := packed(t, bundled(t))
	tables := load(t, files)
	apart := regexp.MustCompile(`One a row in the table ([a-z-]+)\.`)
	free := []string{"coverage.bare", "names.documents"}                                // computed; in a small table
	made := []string{"state", "positions", "silence-map", "ledger", "drift", "replies"} // by rules, of what other tables have
	for name, table := range tables {
		for _, f := range table.Schema.Fields {
			if !strings.Contains(f.Description, "Several values") || slices.Contains(made, name) || slices.Contains(free, name+"."+f.Name) {
				continue
			}
			m := apart.FindStringSubmatch(f.Description)
			if m == nil || tables[m[1]].Name == "" {
				t.Errorf("%s.%s: %q names no table for its values", name, f.Name, f.Description)
			}
		}
	}
}

// TestLinksSayWhatCellsSay compares the tables that have values one a row with the cells that have them together.
func TestLinksSayWhatCellsSay(t *testing.T) {
	tests := []struct{ table, column, link, of, value, role string }{
		{"proposals", "proposer", "proposal-parties", "proposal", "party", "proposer"},
		{"proposals", "addressees", "proposal-parties", "proposal", "party", "addressee"},
		{"proposals", "participants", "proposal-parties", "proposal", "party", "participant"},
		{"proposals", "unanswered_by", "proposal-parties", "proposal", "party", "unanswered"},
		{"proposals", "convener", "proposal-parties", "proposal", "party", "convener"},
		{"proposals", "venue", "proposal-places", "proposal", "place", ""},
		{"documents", "authors", "document-parties", "document", "party", "author"},
		{"documents", "addressees", "document-parties", "document", "party", "addressee"},
		{"documents", "recipients", "document-parties", "document", "party", "recipient"},
		{"documents", "withheld_from", "document-parties", "document", "party", "withheld from"},
		{"documents", "signatories", "document-persons", "document", "person", ""},
		{"documents", "replies_to", "document-replies", "document", "replies_to", ""},
		{"meetings", "participants", "meeting-parties", "meeting", "party", ""},
		{"meetings", "venue", "meeting-places", "meeting", "place", ""},
		{"meetings", "delegates", "meeting-delegates", "meeting", "person", ""},
		{"meetings", "fulfils", "meeting-proposals", "meeting", "proposal", ""},
		{"persons", "parties", "person-parties", "person", "party", ""},
		{"persons", "roles", "person-roles", "person", "role", ""},
		{"claims", "by", "claim-parties", "claim", "party", ""},
		{"claims", "rivals", "claim-rivals", "claim", "rival", ""},
		{"list-numbers", "authors", "list-authors", "list", "party", ""},
		{"alignments", "parties", "alignment-parties", "alignment", "party", "takes sides"},
		{"alignments", "toward", "alignment-parties", "alignment", "party", "toward"},
		{"alignments", "said_by", "alignment-parties", "alignment", "party", "says so"},
		{"parties", "names", "names", "party", "name", ""},
		{"persons", "names", "names", "person", "name", ""},
	}
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		tables := load(t, files)
		for _, tt := range tests {
			apart := map[string][]string{}
			link := tables[tt.link]
			for _, row := range link.rows {
				if tt.role == "" || row[link.columns["role"]] == tt.role {
					of := row[link.columns[tt.of]]
					apart[of] = append(apart[of], row[link.columns[tt.value]])
				}
			}
			main := tables[tt.table]
			ids := main.values(main.Schema.PrimaryKey)
			for i, cell := range main.values([]string{tt.column}) {
				if got := slices.Collect(table.Values([]byte(cell))); !slices.Equal(got, apart[ids[i]]) {
					t.Errorf("%s %s.%s = %q, in %s %q", tt.table, ids[i], tt.column, got, tt.link, apart[ids[i]])
				}
			}
		}
	})
}

// TestCitationsAreWhole wants every citation of the tables among the citations, and each of those to name a record. A
// proposal, a meeting and a person are cited for their parts too, each paragraph once.
func TestCitationsAreWhole(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		tables := load(t, files)
		there := map[string][]string{}
		citations := tables["citations"]
		for _, row := range citations.rows {
			of, cited := row[0]+" "+row[1], row[3]+" para. "+row[4]
			withParts := slices.Contains([]string{"proposals", "meetings", "persons"}, row[0])
			if (withParts || row[2] == compare.WholeProposal) && !slices.Contains(there[of], cited) {
				there[of] = append(there[of], cited)
			}
		}
		for _, name := range []string{"proposals", "responses", "statements", "claims", "documents", "meetings", "parties", "persons", "alignments"} {
			cells := tables[name].values([]string{"citation"})
			for i, id := range tables[name].values([]string{"id"}) {
				of := name + " " + id
				if got := strings.Join(there[of], table.Separator); got != cells[i] {
					t.Errorf("%s: citations %q, in the table citations %q", of, cells[i], got)
				}
				delete(there, of)
			}
		}
		for of := range there {
			if section, _, _ := strings.Cut(of, " "); !slices.Contains([]string{"lists", "seats", "overrides"}, section) {
				t.Errorf("citations of %s, which is no record", of)
			}
		}
	})
}

// TestDatesCount finds for every proposal, response and claim the date that its own table gives.
func TestDatesCount(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		tables := load(t, files)
		dates := map[string]string{}
		for i, of := range tables["dates"].values([]string{"section", "record"}) {
			dates[of] = tables["dates"].rows[i][tables["dates"].columns["date"]]
		}
		for _, name := range []string{"proposals", "responses", "claims"} {
			made := tables[name].values([]string{"made_on"})
			for i, id := range tables[name].values([]string{"id"}) {
				if got := dates[name+"\x1f"+id]; got != made[i] {
					t.Errorf("%s %s: made on %s, in the table dates %s", name, id, made[i], got)
				}
			}
		}
	})
}
