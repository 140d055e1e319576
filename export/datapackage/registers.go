package datapackage

import (
	"iter"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// registers are the tables that the site has too, cell for cell.
func registers(ix *domain.Index) []packaged {
	var all []packaged
	for _, g := range compare.Registers(ix) {
		t := described(g.Table)
		t.rows = rowsOf(g.Size, g.Row)
		all = append(all, t)
	}
	lists := make([]*domain.List, len(ix.Dossier.Lists))
	for i := range lists {
		lists[i] = &ix.Dossier.Lists[i]
	}
	numbers := compare.ListNumbers(ix, lists)
	rows := numbers.Rows
	numbers.Rows = nil
	t := described(numbers)
	t.rows = rowsOf(len(rows), func(i int) table.Row { return rows[i] })
	return append(all, t)
}

func rowsOf(size int, row func(int) table.Row) iter.Seq[table.Row] {
	return func(yield func(table.Row) bool) {
		for i := range size {
			if !yield(row(i)) {
				return
			}
		}
	}
}

// described adds to a table of the site what its columns are to those of the others.
func described(t table.Table) packaged {
	d := descriptions[t.Name]
	d.Table = t
	return d
}

// descriptions say of each table of the site how it hangs together with the others.
var descriptions = map[string]packaged{
	"proposals": {row: "One row a proposal, in the order of time.", key: []string{"id"},
		refers: map[string]string{"track": "tracks", "document": "documents", "reported_by": "parties", "made_in": "documents", "list": "list-numbers"},
		apart: map[string]string{"proposer": "proposal-parties", "addressees": "proposal-parties", "participants": "proposal-parties",
			"unanswered_by": "proposal-parties", "convener": "proposal-parties", "venue": "proposal-places", "relations": "proposal-relations", "paragraph": "citations",
			"inferred": "proposal-terms", "term_notes": "proposal-terms", "citation": "citations", "accepted_by": "responses", "rejected_by": "responses", "countered_by": "responses",
			"other_responses": "responses"}},
	"responses": {row: "One row a response to a proposal or to one term of it, in the order of time.", key: []string{"id"},
		refers: map[string]string{"proposal": "proposals", "track": "tracks", "party": "parties", "document": "documents",
			"attested_by": "parties", "counter_proposal": "proposals"},
		apart: map[string]string{"paragraph": "citations", "citation": "citations"}},
	"documents": {row: "One row a document, held or only mentioned, by the first date it has.", key: []string{"id"},
		apart: map[string]string{"authors": "document-parties", "addressees": "document-parties", "recipients": "document-parties",
			"withheld_from": "document-parties", "signatories": "document-persons", "replies_to": "document-replies", "citation": "citations"}},
	"timeline": {row: "One row a date of a document or meeting, in the order of time. What has no date is left out.",
		apart: map[string]string{"parties": "document-parties", "citation": "citations"}},
	"parties": {row: "One row a party.", key: []string{"id"}, refers: map[string]string{"government": "parties"},
		apart: map[string]string{"names": "names", "lists": "lists", "citation": "citations"}},
	"persons": {row: "One row a person.", key: []string{"id"},
		apart: map[string]string{"names": "names", "parties": "person-parties", "roles": "person-roles", "citation": "citations"}},
	"meetings": {row: "One row a meeting, in the order of time.", key: []string{"id"},
		refers: map[string]string{"track": "tracks", "list": "list-numbers"},
		apart: map[string]string{"venue": "meeting-places", "participants": "meeting-parties", "sessions": "meeting-sessions",
			"delegates": "meeting-delegates", "fulfils": "meeting-proposals", "citation": "citations"}},
	"statements": {row: "One row a statement, in the order of the talks.", key: []string{"id"},
		refers: map[string]string{"meeting": "meetings", "speaker": "persons", "party": "parties", "answers": "statements", "document": "documents"},
		apart:  map[string]string{"paragraph": "citations", "citation": "citations"}},
	"coverage": {row: "One row a held document.", key: []string{"document"}, refers: map[string]string{"document": "documents"}},
	"lists": {row: "One row a list and party on it; a list that names nobody has one row without a party.",
		refers: map[string]string{"list": "list-numbers", "document": "documents", "party": "parties"},
		apart:  map[string]string{"authors": "list-authors", "citation": "citations"}},
	"list-numbers": {row: "One row a list.", key: []string{"list"}, refers: map[string]string{"document": "documents"},
		apart: map[string]string{"authors": "list-authors", "elsewhere": "list-appearances", "citation": "citations"}},
	"claims": {row: "One row a claim about the record, in the order of time.", key: []string{"id"},
		refers: map[string]string{"question": "questions", "track": "tracks", "reported_by": "parties", "document": "documents"},
		apart: map[string]string{"by": "claim-parties", "rivals": "claim-rivals", "about": "claim-about", "paragraph": "citations",
			"citation": "citations"}},
	"seats": {row: "One row a contested seat, a party and a claimant of whom it speaks; one row for a seat of which none speaks.",
		refers: map[string]string{"seat": "contested-seats", "party": "parties", "by": "parties", "claimant": "parties"},
		apart:  map[string]string{"claimants": "seat-claimants", "citation": "citations"}},
	"alignments": {row: "One row a report that parties took sides in public.", key: []string{"id"},
		refers: map[string]string{"document": "documents"},
		apart:  map[string]string{"parties": "alignment-parties", "toward": "alignment-parties", "said_by": "alignment-parties", "citation": "citations"}},
}
