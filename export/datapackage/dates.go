package datapackage

import (
	"strconv"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// dated is a date of a record. Other is that of its document, which counts where the record has none.
type dated struct {
	section domain.Section
	id      string
	of      string
	date    domain.Date
	other   edtf.Date
}

// datesTable is the table of every date, with its bounds, the wording of the source and the reason where the text does
// not state it.
func datesTable(ix *domain.Index) packaged {
	t := made("dates", "Dates", "One row a date of a record. Dates that terms propose are in proposal-terms.", 3,
		word("section", "The section of the record.", []domain.Section{domain.SectionDocuments, domain.SectionProposals,
			domain.SectionResponses, domain.SectionMeetings, domain.SectionClaims, domain.SectionAlignments}),
		id("record", "The record's id in that section."),
		word("date_of", "What the date is of.", []string{"dated", "delivered", "published", "made", "held", "happened"}),
		date("date", "The date; empty where the source has words alone."),
		flag("own", "Whether the record has the date itself; false where it is the date of its document.").must(),
		text("text", "The wording of the source."), text("inferred", "Why it follows, where the text does not state the date itself."))
	t.rows = func(yield func(table.Row) bool) {
		datesOf(ix, func(r dated) bool { return yield(r.row()) })
	}
	return t
}

func (r dated) row() table.Row {
	when, own := r.date.Value, true
	if when.IsZero() && !r.other.IsZero() {
		when, own = r.other, false
	}
	value, earliest, latest := days(when)
	return rowOf([]string{string(r.section), r.id, r.of, value, earliest, latest, strconv.FormatBool(own), r.date.Text, r.date.Inferred})
}

// datesOf calls add with every date of every record until it wants no more.
func datesOf(ix *domain.Index, add func(dated) bool) {
	d := ix.Dossier
	some := func(all ...dated) bool {
		for _, r := range all {
			if (!r.date.IsZero() || !r.other.IsZero()) && !add(r) {
				return false
			}
		}
		return true
	}
	for _, r := range d.Documents {
		at := func(of string, date domain.Date) dated {
			return dated{domain.SectionDocuments, r.ID, of, date, edtf.Date{}}
		}
		if !some(at("dated", r.Dated), at("delivered", r.Delivered), at("published", r.Published)) {
			return
		}
	}
	for _, r := range d.Proposals {
		if !some(dated{domain.SectionProposals, r.ID, "made", r.Made, ix.Made(&r)}) {
			return
		}
	}
	for _, r := range d.Responses {
		if !some(dated{domain.SectionResponses, r.ID, "made", r.Made, ix.Responded(&r)}) {
			return
		}
	}
	for _, r := range d.Meetings {
		if !some(dated{domain.SectionMeetings, r.ID, "held", r.Date, edtf.Date{}}) {
			return
		}
	}
	for _, r := range d.Claims {
		if !some(dated{domain.SectionClaims, r.ID, "made", r.Made, compare.ClaimMade(ix, &r)}) {
			return
		}
	}
	for _, r := range d.Alignments {
		if !some(dated{domain.SectionAlignments, r.ID, "happened", r.Date, edtf.Date{}}) {
			return
		}
	}
}
