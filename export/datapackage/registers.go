package datapackage

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/form"
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

// described adds to a table of the site what its columns are to those of the others: a column refers to the records to which
// the key of its name leads, or that it is named for.
func described(t table.Table) packaged {
	d := packaged{Table: t, key: keys[t.Name], refers: map[string]string{}, apart: map[string]string{"paragraph": "citations", "citation": "citations", "names": "names"}}
	maps.Copy(d.apart, apart[t.Name])
	if d.key == nil && t.Index("id") >= 0 {
		d.key = []string{"id"}
	}
	for _, f := range form.LinksOf(domain.Section(t.Name)) {
		if f.List && len(f.To) == 1 && d.apart[f.Field] == "" {
			d.apart[f.Field] = linkName(domain.Section(t.Name), f.Field)
		}
	}
	for _, c := range t.Columns {
		key := cmp.Or(renamed[c.Name], c.Name)
		if to := cmp.Or(leadsTo(domain.Section(t.Name), key), named(key)); c.Type == table.TypeID && !c.List && to != "" && !(tableOf(to) == t.Name && slices.Contains(d.key, c.Name)) {
			d.refers[c.Name] = tableOf(to)
		}
	}
	return d
}

// named is the section whose records a column is named for, "" if it is for none.
func named(column string) domain.Section {
	for _, s := range domain.Sections() {
		if s.Singular() == column {
			return s
		}
	}
	return ""
}

// keys are the columns that tell the rows of a table apart where that is not the id.
var keys = map[string][]string{"timeline": {}, "coverage": {"document"}, "list-numbers": {"list"}}

// renamed are the keys of files by the columns that say more.
var renamed = map[string]string{"counter_proposal": "counter"}

// apart are, for each table of the site, the tables that have its columns with several values one a row.
var apart = map[string]map[string]string{
	"proposals": {"proposer": "proposal-parties", "addressees": "proposal-parties", "participants": "proposal-parties",
		"unanswered_by": "proposal-parties", "convener": "proposal-parties", "venue": "proposal-places", "relations": "proposal-relations",
		"accepted_by": "responses", "rejected_by": "responses", "countered_by": "responses", "other_responses": "responses",
		"inferred": "proposal-terms", "term_notes": "proposal-terms"},
	"documents": {"authors": "document-parties", "addressees": "document-parties", "recipients": "document-parties",
		"withheld_from": "document-parties", "signatories": "document-persons", "replies_to": "document-replies"},
	"timeline": {"parties": "document-parties"},
	"parties":  {"lists": "lists"},
	"persons":  {"parties": "person-parties", "roles": "person-roles"},
	"meetings": {"venue": "meeting-places", "participants": "meeting-parties", "sessions": "meeting-sessions",
		"delegates": "meeting-delegates", "fulfils": "meeting-proposals"},
	"lists":        {"authors": "list-authors"},
	"list-numbers": {"authors": "list-authors", "elsewhere": "list-appearances"},
	"claims":       {"by": "claim-parties", "rivals": "claim-rivals", "about": "claim-about"},
	"seats":        {"claimants": "seat-claimants"},
	"alignments":   {"parties": "alignment-parties", "toward": "alignment-parties", "said_by": "alignment-parties"},
}
