package cite

import (
	"bytes"
	"fmt"
	"strings"
)

// entries are biblatex's entry types. Views and dossiers are online: what biblatex calls a dataset Zotero passes over.
var entries = map[Type]string{Letter: "letter", Newspaper: "article", Chapter: "incollection", Book: "book",
	Archival: "unpublished", Document: "misc", Treaty: "misc", Dataset: "online", Webpage: "online"}

// containers are the fields for the title of the whole.
var bibContainers = map[Type]string{Newspaper: "journaltitle", Chapter: "booktitle", Dataset: "organization", Webpage: "organization"}

// babel names languages as babel and polyglossia do; one that is not here keeps its tag.
var babel = map[string]string{"en": "english", "zh": "chinese", "ru": "russian", "fr": "french", "de": "german",
	"it": "italian", "es": "spanish", "ja": "japanese"}

// biblatex writes items in the dialect of biblatex: dates are EDTF, and letters of any script stand as they are.
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

// bibFields are the fields of an entry in order; those without a value are left out. The shelf mark and the archive are
// where pandoc, biblatex and Zotero all look; pubstate is what they print in the place of a date, and annotation what none
// of them prints.
func (i Item) bibFields() []bibField {
	fields := []bibField{
		{"author", bibNames(i.Author)},
		{"title", bibTitle(i.Title)},
		{"translator", bibNames(i.Translator)},
		{bibContainers[i.Type], bibTitle(i.ContainerTitle)},
		{"publisher", tex(i.Publisher)},
		{"location", tex(i.PublisherPlace)},
		{"date", i.Issued.biblatex()},
		{"pages", strings.ReplaceAll(i.Page, "-", "--")},
		{i.bibKind(), tex(i.kind("and others"))},
		{"howpublished", tex(join(", ", i.ArchiveLocation, i.Archive))},
		{"langid", i.babel()},
		{"url", verbatim.Replace(i.URL)},
		{"pubstate", tex(i.Issued.pubstate())},
		{"annotation", tex(i.Note)},
	}
	if i.Type == Newspaper {
		fields = append(fields, bibField{"entrysubtype", "newspaper"})
	}
	return fields
}

// bibKind is the field for what sort of thing it is; articles and pages have none of their own.
func (i Item) bibKind() string {
	if i.Type == Newspaper || i.Type == Webpage {
		return "note"
	}
	return "type"
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

// bibNames are corporate names, each in braces of its own so that none is split. An empty group keeps a party called others
// from being read as "and others".
func bibNames(list []Name) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = protected(n.Literal)
		if strings.EqualFold(n.Literal, "others") {
			words[i] = "{" + n.Literal + "{}}"
		}
	}
	return strings.Join(words, " and ")
}

// bibTitle is a title with its capital letters. The empty group keeps Zotero's add-on from taking the braces for those that
// some put around every title, and the capitals away.
func bibTitle(s string) string { return wrap("{", tex(s), "}{}") }

// protected keeps the capital letters of a text.
func protected(s string) string { return wrap("{", tex(s), "}") }

var (
	texEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "&", `\&`, "%", `\%`, "$", `\$`,
		"#", `\#`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "<", `\textless{}`, ">", `\textgreater{}`)
	verbatim = strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D")
)

// tex writes text for TeX. Readers of BibTeX count braces, also those behind a backslash, and no way to hide a partner is read
// by all of them: a brace that has none is written as the full-width one. What would become a dash or another
// quotation mark beside its like stands in braces.
func tex(s string) string {
	runes := []rune(s)
	paired := bracePairs(runes)
	var out strings.Builder
	for i, r := range runes {
		switch {
		case (r == '{' || r == '}') && !paired[i]:
			out.WriteRune(r - '{' + '｛')
		case r == '{' || r == '}':
			out.WriteString(`\` + string(r))
		case r == '`', strings.ContainsRune("-',", r) && (i > 0 && runes[i-1] == r || i+1 < len(runes) && runes[i+1] == r):
			out.WriteString("{" + string(r) + "}")
		default:
			out.WriteString(texEscapes.Replace(string(r)))
		}
	}
	return out.String()
}

// bracePairs are the places of the braces that have a partner.
func bracePairs(runes []rune) map[int]bool {
	paired := map[int]bool{}
	var open []int
	for i, r := range runes {
		switch {
		case r == '{':
			open = append(open, i)
		case r == '}' && len(open) > 0:
			paired[open[len(open)-1]], paired[i] = true, true
			open = open[:len(open)-1]
		}
	}
	return paired
}
