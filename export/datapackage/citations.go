package datapackage

import (
	"cmp"
	"strconv"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/form"
	"pourparler/domain/table"
)

// citationsTable is the table of every citation: what rests on which paragraph.
func citationsTable(ix *domain.Index) packaged {
	t := made("citations", "Citations", "One row a record, or a part of one, and a paragraph it rests on.", 5,
		word("section", "The section of the record.", domain.Sections()), id("record", "The record's id in that section."),
		text("part", "The part of the record that rests on it: whole, or a term, or such as session 2, counted from 1."),
		to("document", "documents", "The document."), count("paragraph", "The number of the paragraph in the edition of that document."),
		text("fingerprint", "A hash of the paragraph's text, by which a reader's own copy can be checked; empty if there is none."))
	t.rows = func(yield func(table.Row) bool) {
		for r, l := range form.Cited(ix.Dossier) {
			part := cmp.Or(l.Part(), compare.WholeProposal)
			if !yield(rowOf([]string{string(r.Section), r.ID, part, l.ID, strconv.Itoa(l.Paragraph), l.Fingerprint})) {
				return
			}
		}
	}
	return t
}
