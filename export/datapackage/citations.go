package datapackage

import (
	"iter"
	"strconv"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// cited is a record, or the part of one that [compare.WholeProposal] does not name, with its citations.
type cited struct {
	section domain.Section
	id      string
	part    string
	cites   []domain.Citation
}

// whole is the part of a record that is all of it.
const whole = compare.WholeProposal

// citationsTable is the table of every citation: what rests on which paragraph.
func citationsTable(ix *domain.Index) packaged {
	t := made("citations", "Citations", "One row a record, or a part of one, and a paragraph it rests on.", 5,
		word("section", "The section of the record.", domain.Sections()), id("record", "The record's id in that section."),
		text("part", "The part of the record that rests on it: whole, or a term, or such as session 2, counted from 1."),
		to("document", "documents", "The document."), count("paragraph", "The number of the paragraph in the edition of that document."),
		text("fingerprint", "A hash of the paragraph's text, by which a reader's own copy can be checked; empty if there is none."))
	t.rows = func(yield func(table.Row) bool) {
		for c := range allCited(ix.Dossier) {
			for _, at := range c.cites {
				if !yield(rowOf([]string{string(c.section), c.id, c.part, at.Document, strconv.Itoa(at.Paragraph), at.Fingerprint})) {
					return
				}
			}
		}
	}
	return t
}

// allCited goes through everything that has citations, section by section.
func allCited(d *domain.Dossier) iter.Seq[cited] {
	return chain(citedParties(d), citedLists(d), citedMeetings(d), citedDocuments(d), citedProposals(d), citedOthers(d))
}

// gather makes a sequence of what each record gives; it stops when no more is wanted.
func gather[T any](section domain.Section, records []T, parts func(r *T) []cited) iter.Seq[cited] {
	return func(yield func(cited) bool) {
		for i := range records {
			for _, c := range parts(&records[i]) {
				c.section = section
				if !yield(c) {
					return
				}
			}
		}
	}
}

func chain(all ...iter.Seq[cited]) iter.Seq[cited] {
	return func(yield func(cited) bool) {
		for _, one := range all {
			for c := range one {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// nth names a part of a record that may have several such.
func nth(part string, i int) string { return part + " " + strconv.Itoa(i+1) }

// all is a record without parts of their own.
func all(id string, cites []domain.Citation) []cited {
	return []cited{{id: id, part: whole, cites: cites}}
}
