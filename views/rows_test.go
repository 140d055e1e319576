package views_test

import (
	"html/template"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/views"
)

// asTemplates are the rows of every kind as html/template writes them: what package views writes must be the
// same, byte for byte.
var asTemplates = template.Must(template.New("").Parse(`{{define "table"}}{{range .Rows}}<tr{{with .ID}} id="{{.}}"{{end}}>` +
	`{{range .Cells}}{{if .Header}}<th scope="row" data-label="{{.Label}}">{{template "links" .Values}}</th>` +
	`{{else}}<td data-label="{{.Label}}"{{if .Number}} class="number"{{end}}>{{template "links" .Values}}</td>{{end}}{{end}}</tr>
{{end}}{{end}}
{{define "grid"}}{{range .Rows}}<tr><th scope="row">{{.Term}}</th>{{range .Cells}}<td data-label="{{.Label}}">` +
	`{{range .Entries}}{{template "entry" .}}{{else}}<span class="absent">not stated</span>{{end}}</td>{{end}}</tr>
{{end}}{{end}}
{{define "entry"}}<div class="entry{{if .Carried}} carried{{end}}{{if .Altered}} altered{{end}}">
<span class="value">{{template "links" .Values}}</span>
{{with .Wording}}<span class="wording">{{.}}</span>{{end}}
{{if .Carried}}<span class="mark">carried over from {{template "links" .Carried}}</span>{{end}}
{{with .Change}}<span class="mark{{if $.Altered}} change{{end}}">{{.}}</span>{{end}}
{{with .Answers}}<ul class="answers">{{range .}}<li>{{template "link" .}}</li>{{end}}</ul>{{end}}
{{with .Sources}}<span class="sources">{{template "links" .}}</span>{{end}}
</div>{{end}}
{{define "state"}}{{$a := .A.Label}}{{$b := .B.Label}}{{range .Rows}}<tr><th scope="row">{{.Term}}</th>` +
	`<td data-label="{{$a}}">{{template "stateside" .A}}</td><td data-label="{{$b}}">{{template "stateside" .B}}</td>
<td data-label="Verdict"><span class="verdict {{.Class}}">{{.Verdict}}</span>{{with .Gap}} <span class="mark">{{.}}</span>{{end}}` +
	`{{with .Answer}}<span class="sources">{{template "links" .}}</span>{{end}}</td></tr>
{{end}}{{end}}
{{define "stateside"}}{{if .Values}}<div class="entry{{if .Carried}} carried{{end}}"><span class="value">{{template "links" .Values}}</span>
{{with .Wording}}<span class="wording">{{.}}</span>{{end}}{{with .Carried}}<span class="mark">{{.}}</span>{{end}}
<span class="sources">{{template "links" .Sources}}</span></div>{{else}}<span class="absent">nothing</span>{{end}}{{end}}
{{define "ledger"}}{{range .Rows}}<tr id="{{.ID}}"><th scope="row">{{.Term}}</th>` +
	`<td data-label="Before">{{template "ledgerside" .Before}}</td><td data-label="After">{{template "ledgerside" .After}}</td>
<td data-label="The other side then">{{if .Other}}<span class="who">{{template "links" .Other}}</span> {{end}}{{template "ledgerside" .Held}}</td>
<td data-label="Movement"><span class="movement {{.Class}}">{{.Movement}}</span>{{with .Change}} <span class="mark">{{.}}</span>{{end}}` +
	`{{with .Measured}} <span class="measured">{{.}}</span>{{end}}
{{if .Override}}<span class="override">Editor: <strong>{{.Override}}</strong>, since {{.Reason}}` +
	`{{if .Sources}} <span class="sources">{{template "links" .Sources}}</span>{{end}}</span>{{end}}</td></tr>
{{end}}{{end}}
{{define "ledgerside"}}{{if .Since.Href}}<div class="entry"><span class="value">{{template "links" .Values}}</span>
{{with .Wording}}<span class="wording">{{.}}</span>{{end}}<span class="sources">{{template "link" .Since}}` +
	`{{if .Sources}}: {{template "links" .Sources}}{{end}}</span></div>{{else}}<span class="absent">nothing</span>{{end}}{{end}}
{{define "questions"}}{{range .}}<section><h3>{{.Question}}</h3>
{{if .Items}}<ul>{{range .Items}}<li>{{template "link" .Link}}{{with .Words}} <span class="quiet">{{.}}</span>{{end}}
{{if .Lines}}<ul>{{range .Lines}}<li><strong>{{.Term}}</strong>: {{.Words}} <span class="sources">{{template "links" .Sources}}</span>` +
	`</li>{{end}}</ul>{{end}}</li>
{{end}}</ul>{{with .More}}{{if .Href}}<p class="more">{{template "link" .}}</p>{{end}}{{end}}` +
	`{{else}}<p class="quiet">{{.None}}</p>{{end}}</section>{{end}}{{end}}
{{define "head"}}{{range .Heads}}<th scope="col"{{if .Number}} class="number"{{end}}{{with .Sorted}} aria-sort="{{.}}"{{end}}>` +
	`{{if .Href}}<a href="{{.Href}}">{{.Label}}</a>{{if eq .Sorted "ascending"}}<span aria-hidden="true"> ↑</span>` +
	`{{else if eq .Sorted "descending"}}<span aria-hidden="true"> ↓</span>{{end}}{{else}}{{.Label}}{{end}}</th>{{end}}{{end}}
{{define "menu"}}{{range .Items}}<li><a href="{{.Href}}"{{if .Current}} aria-current="page"{{end}}>{{.Label}}</a></li>
{{end}}{{end}}
{{define "items"}}{{range .}}<li>{{template "link" .}}</li>{{end}}{{end}}
{{define "link"}}{{if .Href}}<a href="{{.Href}}"{{with .Lang}} lang="{{.}}"{{end}}{{with .Hint}} title="{{.}}"{{end}}>{{.Label}}</a>` +
	`{{else}}<span{{with .Lang}} lang="{{.}}"{{end}}{{with .Hint}} title="{{.}}"{{end}}>{{.Label}}</span>{{end}}{{end}}
{{define "links"}}{{range $i, $l := .}}{{if $i}}<span class="sep">; </span>{{end}}{{template "link" $l}}{{end}}{{end}}`))

func asTemplate(t rapid.TB, name string, data any) string {
	t.Helper()
	var b strings.Builder
	if err := asTemplates.ExecuteTemplate(&b, name, data); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// joined returns the parts of a body as one text.
func joined(parts []template.HTML) string {
	var b strings.Builder
	for _, part := range parts {
		b.WriteString(string(part))
	}
	return b.String()
}

// anyText draws texts that need escaping in one way or another, and bytes that are no text at all.
func anyText() *rapid.Generator[string] {
	addresses := []string{"/a/b?c=d&e=f#g", "https://a.example/%e9%zz%", "HTTP://x", "mailto:a@b", "data:text/html,x", "a:b/c",
		"a/b:c", "/?on=1964+03", "//x.example", "/邓小平", `/\"' <>`, ""}
	return rapid.OneOf(rapid.SampledFrom(append(addresses, hostile...)), rapid.String(),
		rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) }))
}

func anyLinks() *rapid.Generator[[]views.Link] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) views.Link {
		return views.Link{Label: anyText().Draw(t, "label"), Href: anyText().Draw(t, "href"), Lang: anyText().Draw(t, "lang"),
			Hint: anyText().Draw(t, "hint")}
	}), 0, 3)
}

// TestTableRows writes tables of any texts by function and by template.
func TestTableRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) views.TableCell {
			return views.TableCell{Label: anyText().Draw(t, "label"), Values: anyLinks().Draw(t, "values"),
				Header: rapid.Bool().Draw(t, "header"), Number: rapid.Bool().Draw(t, "number")}
		}), 0, 3).Draw(t, "cells")
		table := views.Table{Rows: []views.TableRow{{ID: anyText().Draw(t, "id"), Cells: cells}, {}}}
		if diff := cmp.Diff(asTemplate(t, "table", table), joined(table.Body())); diff != "" {
			t.Errorf("the rows differ from the template's (-template +function):\n%s", diff)
		}
	})
}

// TestTableHead writes headings of any texts by function and by template.
func TestTableHead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		head := rapid.Custom(func(t *rapid.T) views.Head {
			return views.Head{Link: views.Link{Label: anyText().Draw(t, "label"), Href: anyText().Draw(t, "href")}, Number: rapid.Bool().Draw(t, "number"),
				Sorted: rapid.SampledFrom([]string{"", "ascending", "descending"}).Draw(t, "sorted")}
		})
		table := views.Table{Heads: rapid.SliceOfN(head, 0, 3).Draw(t, "heads")}
		if diff := cmp.Diff(asTemplate(t, "head", table), string(table.Head())); diff != "" {
			t.Errorf("the headings differ from the template's (-template +function):\n%s", diff)
		}
	})
}

// TestMenuItems writes a menu of any texts by function and by template.
func TestMenuItems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.Custom(func(t *rapid.T) views.NavItem {
			return views.NavItem{Link: views.Link{Label: anyText().Draw(t, "label"), Href: anyText().Draw(t, "href")}, Current: rapid.Bool().Draw(t, "current")}
		})
		menu := views.NavGroup{Items: rapid.SliceOfN(item, 0, 3).Draw(t, "items")}
		if diff := cmp.Diff(asTemplate(t, "menu", menu), string(menu.Body())); diff != "" {
			t.Errorf("the menu differs from the template's (-template +function):\n%s", diff)
		}
	})
}

// TestGridRows writes grids of any texts by function and by template.
func TestGridRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) views.Entry {
			return views.Entry{Values: anyLinks().Draw(t, "values"), Wording: anyText().Draw(t, "wording"),
				Carried: anyLinks().Draw(t, "carried"), Change: anyText().Draw(t, "change"), Altered: rapid.Bool().Draw(t, "altered"),
				Answers: anyLinks().Draw(t, "answers"), Sources: anyLinks().Draw(t, "sources")}
		}), 0, 2).Draw(t, "entries")
		grid := views.Grid{Rows: []views.GridRow{{Term: anyText().Draw(t, "term"),
			Cells: []views.GridCell{{Label: anyText().Draw(t, "label"), Entries: entries}, {}}}}}
		if diff := cmp.Diff(asTemplate(t, "grid", grid), joined(grid.Body())); diff != "" {
			t.Errorf("the rows differ from the template's (-template +function):\n%s", diff)
		}
	})
}

// TestStateRows writes how parties stand, in any texts, by function and by template.
func TestStateRows(t *testing.T) {
	side := func(t *rapid.T) views.StateSide {
		return views.StateSide{Values: anyLinks().Draw(t, "values"), Wording: anyText().Draw(t, "wording"),
			Carried: anyText().Draw(t, "carried"), Sources: anyLinks().Draw(t, "sources")}
	}
	rapid.Check(t, func(t *rapid.T) {
		row := views.StateRow{Term: anyText().Draw(t, "term"), A: side(t), B: side(t), Verdict: anyText().Draw(t, "verdict"),
			Class: anyText().Draw(t, "class"), Gap: anyText().Draw(t, "gap"), Answer: anyLinks().Draw(t, "answer")}
		pair := views.StatePair{A: views.Link{Label: anyText().Draw(t, "a")}, B: views.Link{Label: anyText().Draw(t, "b")},
			Rows: []views.StateRow{row, {}}}
		if diff := cmp.Diff(asTemplate(t, "state", pair), joined(pair.Body())); diff != "" {
			t.Errorf("the rows differ from the template's (-template +function):\n%s", diff)
		}
	})
}

// TestMoveRows writes moves in any texts by function and by template.
func TestMoveRows(t *testing.T) {
	side := func(t *rapid.T) views.LedgerSide {
		return views.LedgerSide{Values: anyLinks().Draw(t, "values"), Wording: anyText().Draw(t, "wording"),
			Since: views.Link{Href: anyText().Draw(t, "since")}, Sources: anyLinks().Draw(t, "sources")}
	}
	rapid.Check(t, func(t *rapid.T) {
		row := views.LedgerRow{ID: anyText().Draw(t, "id"), Term: anyText().Draw(t, "term"), Other: anyLinks().Draw(t, "other"),
			Before: side(t), After: side(t), Held: side(t), Change: anyText().Draw(t, "change"),
			Measured: anyText().Draw(t, "measured"), Movement: anyText().Draw(t, "movement"), Class: anyText().Draw(t, "class"),
			Override: anyText().Draw(t, "override"), Reason: anyText().Draw(t, "reason"), Sources: anyLinks().Draw(t, "sources")}
		track := views.LedgerTrack{Rows: []views.LedgerRow{row, {}}}
		if diff := cmp.Diff(asTemplate(t, "ledger", track), joined(track.Body())); diff != "" {
			t.Errorf("the rows differ from the template's (-template +function):\n%s", diff)
		}
	})
}

// TestQuestions writes questions and their answers, in any texts, by function and by template.
func TestQuestions(t *testing.T) {
	line := rapid.Custom(func(t *rapid.T) views.AnswerLine {
		return views.AnswerLine{Term: anyText().Draw(t, "term"), Words: anyText().Draw(t, "words"), Sources: anyLinks().Draw(t, "sources")}
	})
	item := rapid.Custom(func(t *rapid.T) views.AnswerItem {
		return views.AnswerItem{Link: views.Link{Label: anyText().Draw(t, "label"), Href: anyText().Draw(t, "href")},
			Words: anyText().Draw(t, "words"), Lines: rapid.SliceOfN(line, 0, 2).Draw(t, "lines")}
	})
	rapid.Check(t, func(t *rapid.T) {
		questions := []views.Answer{{}, {Question: anyText().Draw(t, "question"), None: anyText().Draw(t, "none"),
			Items: rapid.SliceOfN(item, 0, 2).Draw(t, "items"), More: views.Link{Label: "all", Href: anyText().Draw(t, "more")}}}
		if diff := cmp.Diff(asTemplate(t, "questions", questions), string(views.Answered(questions))); diff != "" {
			t.Errorf("the questions differ from the template's (-template +function):\n%s", diff)
		}
		links := anyLinks().Draw(t, "links")
		if diff := cmp.Diff(asTemplate(t, "items", links), string(views.ListItems(links))); diff != "" {
			t.Errorf("the items differ from the template's (-template +function):\n%s", diff)
		}
	})
}

// hundred is a table of a hundred rows of eleven cells with links.
func hundred() views.Table {
	cell := views.TableCell{Label: "Proposal", Values: []views.Link{{Label: "CPSU & CPC, 7 March 1964: the bilateral talks",
		Href: "/sino-soviet/proposals/cpsu-1964-03-07-bilateral-talks", Hint: "cpsu-1964-03-07-bilateral-talks"}}}
	var t views.Table
	for range 100 {
		row := views.TableRow{ID: "cpsu-1964-03-07"}
		for range 11 {
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// BenchmarkTableRows writes a page of a hundred rows by function, and by template for comparison.
func BenchmarkTableRows(b *testing.B) {
	t := hundred()
	b.Run("function", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			b.SetBytes(int64(len(joined(t.Body()))))
		}
	})
	b.Run("template", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var w strings.Builder
			if err := asTemplates.ExecuteTemplate(&w, "table", t); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(w.Len()))
		}
	})
}
