package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// event is something that happened on a date: a document was dated, delivered or published, or a meeting held.
type event struct {
	when  edtf.Date
	what  string
	title string
	ref   table.Ref
	by    []string
	cites []domain.Citation
}

// timeline returns the register of documents and meetings in the order of time: a row for each date of each. What has no
// date is left out.
func timeline(ix *domain.Index) table.Register {
	var events []event
	for _, d := range ix.Dossier.Documents {
		events = append(events, documentEvents(d)...)
	}
	for _, m := range ix.Dossier.Meetings {
		events = append(events, event{m.Date.Value, "meeting " + string(m.Status), m.Name,
			table.Ref{Section: domain.SectionMeetings, ID: m.ID}, m.Parties, m.Citations})
	}
	events = slices.DeleteFunc(events, func(e event) bool { return e.when.IsZero() })
	slices.SortStableFunc(events, func(a, b event) int { return table.Chronological(a.when, b.when) })
	return register(newReader(ix), table.Table{Name: "timeline", Title: "Timeline",
		Row: "One row a date of a document or meeting, in the order of time. What has no date is left out."}, timelineColumns(), events,
		func(e *event) table.Ref { return e.ref })
}

func documentEvents(d domain.Document) []event {
	ref := table.Ref{Section: domain.SectionDocuments, ID: d.ID}
	kind := string(d.Kind)
	return []event{
		{d.Dated.Value, kind + " dated", d.Title, ref, d.Authors, d.Citations},
		{d.Delivered.Value, kind + " delivered", d.Title, ref, d.Authors, d.Citations},
		{d.Published.Value, kind + " published", d.Title, ref, d.Authors, d.Citations},
	}
}

func timelineColumns() []column[event] {
	return []column[event]{
		dateColumn("date", "Date", "When.", func(e *event) edtf.Date { return e.when }).needed().page(),
		textColumn("event", "Event", "What happened: a kind of document dated, delivered or published, or a meeting held or planned.",
			func(e *event) string { return e.what }).needed().page(),
		{table.Column{Name: "title", Title: "Document or meeting", Type: table.TypeText, Needed: true, Page: true, Doc: "Our title."},
			func(r *reader, e *event) table.Cell { return table.Cell{{Text: e.title, Ref: e.ref}} }},
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "Its id."},
			func(r *reader, e *event) table.Cell { return table.Cell{{Text: e.ref.ID, Ref: e.ref}} }},
		partiesColumn("parties", "Parties", "Who wrote it or took part.", func(e *event) []string { return e.by }).page().facet(domain.SectionParties),
		sourceColumn("Where it is mentioned", func(e *event) []domain.Citation { return e.cites }),
	}
}
