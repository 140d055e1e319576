package views

import (
	"bytes"
	"html/template"
	"io/fs"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"pourparler/docs"
	"pourparler/domain"
)

// Manual is a page of the manual.
type Manual struct {
	Base
	Text template.HTML // our own document, rendered; raw HTML in it is left out
}

func (Manual) template() string { return "manual.html" }

// manualPages are the documents that every page leads to, in order.
var manualPages = []struct{ name, label string }{
	{"guide", "Guide"}, {"citing", "Citing"}, {"editorial-notes", "Editorial notes"}, {"codebook", "Codebook"}, {"checks", "Checks"},
	{"readings", "The two readings"}, {"dossier-format", "Dossier format"}, {"api", "Read API"},
}

func manual() []Link {
	links := make([]Link, len(manualPages))
	for i, p := range manualPages {
		links[i] = Link{Label: p.label, Href: "/manual/" + p.name}
	}
	return links
}

// NewManual returns a page of the manual, or an error of kind NotFound.
func NewManual(name string) (Manual, error) {
	source, err := fs.ReadFile(docs.Files, name+".md")
	if err != nil {
		source, err = fs.ReadFile(docs.Files, "readings/"+name+".md")
	}
	if err != nil {
		return Manual{}, domain.Errorf(domain.NotFound, "the manual has no page %q: start from the guide", name)
	}
	title, body, _ := bytes.Cut(source, []byte("\n"))
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	var buf bytes.Buffer
	if err := markdown.Convert(body, &buf); err != nil {
		return Manual{}, err
	}
	m := Manual{Base: Base{path: "/manual/" + name, Title: strings.TrimPrefix(string(title), "# "), Description: firstSentence(string(body)), Manual: manual(), Cite: &Citation{}}}
	m.Text = template.HTML(numberTables(manualLinks.Replace(buf.String()))) // #nosec: rendered from our own files, without raw HTML
	m.Crumbs = []Link{{Label: "Guide", Href: "/manual/guide"}}
	return m, nil
}

var (
	sentenceEnd = regexp.MustCompile(`[.:](\s|$)`)
	linkMarks   = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

// firstSentence returns the first sentence of a text, without marks for looks and links.
func firstSentence(text string) string {
	text, _, _ = strings.Cut(strings.TrimSpace(text), "\n\n")
	text = strings.Join(strings.Fields(linkMarks.ReplaceAllString(text, "$1")), " ")
	text = strings.NewReplacer("`", "", "*", "").Replace(text)
	if end := sentenceEnd.FindStringIndex(text); end != nil {
		text = text[:end[0]] + "."
	}
	return text
}

// numberTables tells the tables of a page apart by their number, for readers who move from one to the next by name.
func numberTables(text string) string {
	parts := strings.SplitAfter(text, `aria-label="Table`)
	for i := 1; i < len(parts); i++ {
		parts[i] = " " + itoa(i) + parts[i]
	}
	return strings.Join(parts, "")
}

// ManualFile returns a file of the manual that is not a page, such as the JSON Schema, or an error of kind NotFound.
func ManualFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(docs.Files, name)
	if err != nil {
		return nil, domain.Errorf(domain.NotFound, "the manual has no file %q: start from the guide", name)
	}
	return data, nil
}

// manualLinks turns the documents' links to one another into addresses of the site, and lets wide tables scroll.
var manualLinks = strings.NewReplacer(`.md"`, `"`, `.md#`, `#`, `href="readings/`, `href="`, `href="../`, `href="`,
	"<table>", `<div class="scroll" role="region" tabindex="0" aria-label="Table"><table>`, "</table>", "</table></div>",
	"<th>", `<th scope="col">`, "<pre>", `<pre tabindex="0">`)
