package views

import (
	"strings"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/export/cite"
)

// view is the page as something to cite: an entry with its kind, or a view with what was chosen for it.
func (q *citing) view() cite.View {
	v := cite.View{Title: q.Title, Path: q.path + encode(q.query), ID: cite.Key(strings.TrimPrefix(q.path, "/"), encode(q.query))}
	if q.record.ID != "" {
		v.Kind = q.record.Section.Singular()
		v.Path, v.ID = q.path, cite.Key(q.site.ix.Dossier.ID, v.Kind, q.record.ID)
		return v
	}
	v.AsOf, v.Filters, v.Typed = q.asOf, q.filters(), q.query.Get("text") != ""
	return v
}

// filters say what was chosen, in words, but not what the title says already.
func (q *citing) filters() []string {
	var all []string
	for _, f := range []struct {
		name, word string
		label      func(string) string
	}{
		{"track", "track", q.track}, {"party", "party", q.party}, {"document", "document", q.document}, {"stance", "answer", nil},
		{"from", "from", inWords}, {"to", "to", inWords}, {"text", "words", inQuotes}, {"p", "proposals", q.proposal}, {"c", "columns", q.column},
	} {
		values := q.query[f.name]
		if words := q.words(values, f.label); words != "" {
			all = append(all, f.word+": "+words)
		}
	}
	return all
}

// words are the labels of values, less those in the title.
func (q *citing) words(values []string, label func(string) string) string {
	var words []string
	for _, v := range values {
		if label != nil {
			v = label(v)
		}
		if !strings.Contains(q.Title, v) {
			words = append(words, v)
		}
	}
	return strings.Join(words, ", ")
}

// inWords is a date of a filter in words.
func inWords(s string) string {
	if d, err := edtf.Parse(s); err == nil {
		return d.Humanize()
	}
	return s
}

func inQuotes(s string) string { return "“" + s + "”" }

func (q *citing) track(id string) string {
	if t, err := q.site.ix.Track(id); err == nil {
		return t.Title
	}
	return q.option("track", id)
}

func (q *citing) party(id string) string {
	if p, err := q.site.ix.Party(id); err == nil {
		return p.Label()
	}
	return q.option("party", id)
}

func (q *citing) document(id string) string {
	if _, err := q.site.ix.Document(id); err == nil {
		return table.DocumentLabel(q.site.ix, id)
	}
	return q.option("document", id)
}

func (q *citing) proposal(id string) string { return table.ProposalLabel(q.site.ix, id) }

// column is a column of a sheet: a party on a day.
func (q *citing) column(c string) string {
	party, on, _ := strings.Cut(c, "@")
	if day, err := Day(q.site.ix, on, 0); err == nil {
		return q.party(party) + " on " + dayWords(day)
	}
	return q.party(party)
}

// option is the label of a choice in the filter of the page, or the id itself where there are too many to offer.
func (q *citing) option(name, id string) string {
	for _, f := range q.fields {
		for _, o := range f.Options {
			if f.Name == name && o.Value == id {
				return o.Label
			}
		}
	}
	return id
}
