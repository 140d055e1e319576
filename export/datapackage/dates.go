package datapackage

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
	"pourparler/domain/table"
)

// dating is the dates that each record of a section has: their fields, and what they are of.
type dating struct {
	section domain.Section
	fields  []int
	of      []string
}

// datings are the dates of all sections, documents and what is drawn from them first.
func datings() (all []dating) {
	order := []domain.Section{domain.SectionDocuments, domain.SectionProposals, domain.SectionResponses, domain.SectionMeetings,
		domain.SectionClaims, domain.SectionAlignments}
	words := map[domain.Section]string{domain.SectionMeetings: "held", domain.SectionAlignments: "happened"}
	for _, section := range distinct(append(order, domain.Sections()[1:]...)) {
		d := dating{section: section}
		for i := range form.RecordType(section).NumField() {
			if field := form.RecordType(section).Field(i); field.Type == reflect.TypeFor[domain.Date]() {
				d.fields, d.of = append(d.fields, i), append(d.of, cmp.Or(words[section], strings.ToLower(field.Name)))
			}
		}
		if d.fields != nil {
			all = append(all, d)
		}
	}
	return all
}

// datesTable is the table of every date, with its bounds, the wording of the source and the reason where the text does
// not state it.
func datesTable(ix *domain.Index) packaged {
	var sections []domain.Section
	var of []string
	for _, d := range datings() {
		sections, of = append(sections, d.section), append(of, d.of...)
	}
	t := made("dates", "Dates", "One row a date of a record. Dates that terms propose are in proposal-terms.", 3,
		word("section", "The section of the record.", sections),
		id("record", "The record's id in that section."),
		word("date_of", "What the date is of.", distinct(of)),
		date("date", "The date; empty where the source has words alone."),
		flag("own", "Whether the record has the date itself; false where it is the date of its document.").must(),
		text("text", "The wording of the source."), text("inferred", "Why it follows, where the text does not state the date itself."))
	t.rows = func(yield func(table.Row) bool) {
		for _, d := range datings() {
			for r := range form.RecordsOf(ix.Dossier, d.section) {
				for i := range d.fields {
					if row, ok := d.row(ix, r, i); ok && !yield(row) {
						return
					}
				}
			}
		}
	}
	return t
}

// distinct returns each word once.
func distinct[T comparable](all []T) (once []T) {
	for _, word := range all {
		if !slices.Contains(once, word) {
			once = append(once, word)
		}
	}
	return once
}

// row tells a date of a record, or else that of its document, which counts where the record has none; ok is false where
// there is neither.
func (d dating) row(ix *domain.Index, r form.Record, i int) (row table.Row, ok bool) {
	date := reflect.ValueOf(r.Value()).Elem().Field(d.fields[i]).Interface().(domain.Date)
	when, own := date.Value, true
	if other := documentDate(ix, r); when.IsZero() && !other.IsZero() {
		when, own = other, false
	}
	value, earliest, latest := days(when)
	row = rowOf([]string{string(d.section), r.ID, d.of[i], value, earliest, latest, strconv.FormatBool(own), date.Text, date.Inferred})
	return row, !date.IsZero() || !when.IsZero()
}

// documentDate is the date of the document of what is made.
func documentDate(ix *domain.Index, r form.Record) edtf.Date {
	switch x := r.Value().(type) {
	case *domain.Proposal:
		return ix.Made(x)
	case *domain.Response:
		return ix.Responded(x)
	case *domain.Claim:
		return compare.ClaimMade(ix, x)
	}
	return edtf.Date{}
}
