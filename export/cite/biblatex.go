package cite

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// entries are biblatex's entry types.
var entries = map[Type]string{Letter: "letter", Newspaper: "article", Chapter: "incollection", Book: "book",
	Archival: "unpublished", Document: "misc", Treaty: "misc", Dataset: "dataset", Webpage: "online"}

// babel names languages as babel and polyglossia do; one that is not here keeps its tag.
var babel = map[string]string{"en": "english", "zh": "chinese", "ru": "russian", "fr": "french", "de": "german",
	"it": "italian", "es": "spanish", "ja": "japanese"}

// biblatex writes items in the dialect of biblatex: dates are EDTF, as biblatex takes them, and letters of any script stand
// as they are.
func biblatex(out *bytes.Buffer, items []Item) {
	for n, i := range items {
		if n > 0 {
			out.WriteByte('\n')
		}
		fmt.Fprintf(out, "@%s{%s,\n", entries[i.Type], Key(i.ID))
		for _, f := range i.bibFields() {
			if f.value != "" {
				fmt.Fprintf(out, "  %-12s = {%s},\n", f.name, f.value)
			}
		}
		out.WriteString("}\n")
	}
}

type bibField struct{ name, value string }

// bibFields are the fields of an entry in order; those without a value are left out.
func (i Item) bibFields() []bibField {
	container := map[Type]string{Newspaper: "journaltitle", Chapter: "booktitle"}[i.Type]
	if container == "" {
		container = "titleaddon"
	}
	fields := []bibField{
		{"author", bibNames(i.Author)},
		{"title", protected(i.Title)},
		{"origtitle", protected(i.OriginalTitle)},
		{container, tex(i.ContainerTitle)},
		{"titleaddon", wrap("to ", tex(names(i.Recipient, "and others")), "")},
		{"publisher", tex(i.Publisher)},
		{"location", tex(i.PublisherPlace)},
		{"date", i.Issued.biblatex()},
		{"year", tex(i.Issued.bibWords())},
		{"origdate", i.origin},
		{"pages", strings.ReplaceAll(i.Page, "-", "--")},
		{"type", tex(i.Genre)},
		{"library", tex(join(", ", i.ArchiveLocation, i.Archive))},
		{"version", tex(i.Version)},
		{"langid", i.babel()},
		{"url", verbatim.Replace(i.URL)},
		{"note", tex(i.Note)},
	}
	if i.Type == Newspaper {
		fields = append(fields, bibField{"entrysubtype", "newspaper"})
	}
	return fields
}

// biblatexDate is a date of levels 0 and 1, which biblatex reads; sets, masks and parts in doubt are of level 2.
var biblatexDate = regexp.MustCompile(`^(?:|\.\.|\d{4}(?:-\d\d){0,2}[?~%]?)(?:/(?:|\.\.|\d{4}(?:-\d\d){0,2}[?~%]?))?$`)

// biblatex is a date as biblatex reads it.
func (d *Date) biblatex() string {
	if !biblatexDate.MatchString(d.EDTF()) {
		return ""
	}
	return d.EDTF()
}

// bibWords is a date that biblatex cannot read, in words.
func (d *Date) bibWords() string {
	if d == nil || d.biblatex() != "" {
		return ""
	}
	return d.words(dayFirst)
}

func (i Item) babel() string {
	if i.Language == anyLanguage {
		return ""
	}
	primary, _, _ := strings.Cut(i.Language, "-")
	if name, ok := babel[primary]; ok {
		return name
	}
	return i.Language
}

// bibNames are corporate names, each in braces of its own so that none is split.
func bibNames(list []Name) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = protected(n.Literal)
	}
	return strings.Join(words, " and ")
}

// protected keeps the capital letters of a text.
func protected(s string) string { return wrap("{", tex(s), "}") }

var (
	texEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`,
		"#", `\#`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)
	verbatim = strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D")
)

// tex writes text for TeX.
func tex(s string) string { return texEscapes.Replace(s) }
