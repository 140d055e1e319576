package views

import (
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Found is the page of what was found in a dossier.
type Found struct {
	Base
	Text   string
	Action string
	Told   string // how much was found
	Day    Link   // the state of play on the day that was typed, if it was one
	Groups []FoundGroup
}

func (Found) template() string { return "found.html" }

// FoundGroup is what was found of one kind.
type FoundGroup struct {
	Kind  string
	Told  string // how many there are, and how many are shown
	Items []FoundItem
}

// FoundItem is a record that was found, with what was looked for marked.
type FoundItem struct {
	Href               string
	Title, Words, Also template.HTML
}

// mostFound is how many findings of a kind are shown.
const mostFound = 25

// longestShown is how many bytes of the words of a record are shown.
const longestShown = 300

// soughtFinding is a finding, and the letters of its words without what is between them, so that those with nothing of what
// is looked for are passed over.
type soughtFinding struct {
	Finding
	letters string
}

func soughtFindings(all []Finding) []soughtFinding {
	sought := make([]soughtFinding, len(all))
	for i, f := range all {
		sought[i] = soughtFinding{f, table.Letters(f.Title) + " " + table.Letters(f.Words) + " " + table.Letters(f.Names)}
	}
	return sought
}

// NewFound returns the page of what the words of a text find, by kind, those records first whose title has most of them.
func (s *Site) NewFound(text string) Found {
	p := Found{Base: s.base("Search", "Every record by its title, its summary, its dates, and every form of a name in any script.", "/search"),
		Text: text, Action: s.root() + "/search"}
	p.query = with(url.Values{}, "text", text)
	if date, err := edtf.Read(text); err == nil {
		if day, last, ok := date.Bounds(); ok && day == last {
			p.Day = Link{Label: "State of play on " + dayWords(day), Href: s.root() + "/state?on=" + day.String()}
		}
	}
	look := table.Seek(text)
	if look.None() {
		return p
	}
	var all []rankedItem
	for _, f := range s.sought() {
		if item, ok := f.lookInto(look); ok {
			all = append(all, item)
		}
	}
	p.Told = strconv.Itoa(len(all)) + " of " + strconv.Itoa(len(s.sought())) + " records"
	for _, section := range foundOrder {
		var of []rankedItem
		for _, item := range all {
			if item.section == section {
				of = append(of, item)
			}
		}
		if len(of) > 0 {
			p.Groups = append(p.Groups, foundGroup(section, of))
		}
	}
	return p
}

// foundOrder is the order in which what was found is shown: first who and where, then what they did.
var foundOrder = []domain.Section{domain.SectionParties, domain.SectionPersons, domain.SectionPlaces, domain.SectionLists, domain.SectionMeetings,
	domain.SectionProposals, domain.SectionResponses, domain.SectionDocuments, domain.SectionStatements, domain.SectionClaims}

// rankedItem is a finding to be shown, and how many of the words its title lacks.
type rankedItem struct {
	FoundItem
	section domain.Section
	lacks   int
}

func foundGroup(section domain.Section, of []rankedItem) FoundGroup {
	slices.SortStableFunc(of, func(a, b rankedItem) int { return a.lacks - b.lacks })
	g := FoundGroup{Kind: strings.ToUpper(section.String()[:1]) + section.String()[1:], Told: strconv.Itoa(len(of))}
	if len(of) > mostFound {
		g.Told += ", the first " + strconv.Itoa(mostFound) + " shown: add a word to find fewer"
		of = of[:mostFound]
	}
	for _, item := range of {
		g.Items = append(g.Items, item.FoundItem)
	}
	return g
}

// lookInto returns the finding with what is looked for marked; not ok if a word is nowhere in it.
func (f soughtFinding) lookInto(look table.Sought) (item rankedItem, ok bool) {
	if !look.MayBeIn(f.letters) {
		return item, false
	}
	inTitle, titleSpans := look.In(f.Title)
	inWords, wordSpans := look.In(f.Words)
	inNames, nameSpans := look.In(f.Names)
	for i := range inTitle {
		if !inTitle[i] && !inWords[i] && !inNames[i] {
			return item, false
		}
		if !inTitle[i] {
			item.lacks++
		}
	}
	item.section = f.Section
	item.FoundItem = FoundItem{Href: f.Address, Title: marked(f.Title, titleSpans), Words: marked(excerpt(f.Words, wordSpans))}
	if len(nameSpans) > 0 {
		item.Also = namesFound(look, f.Names)
	}
	return item, true
}

// namesFound are those of some names that have a word that is looked for.
func namesFound(look table.Sought, names string) template.HTML {
	var found []string
	for _, name := range strings.Split(names, betweenNames) {
		if _, spans := look.In(name); len(spans) > 0 {
			found = append(found, string(marked(name, spans)))
		}
	}
	return template.HTML(strings.Join(found, betweenNames)) // each escaped by marked
}

// excerpt returns the part of a long text with the first of its marks, and the marks within it.
func excerpt(text string, spans []table.Span) (string, []table.Span) {
	if len(text) <= longestShown {
		return text, spans
	}
	start := 0
	if len(spans) > 0 && spans[0].End > longestShown {
		start = wordStart(text, max(0, spans[0].Start-longestShown/3))
	}
	end := wordStart(text, min(len(text), start+longestShown))
	before, after := "", ""
	if start > 0 {
		before = "… "
	}
	if end < len(text) {
		after = " …"
	}
	var within []table.Span
	for _, span := range spans {
		if span.Start >= start && span.End <= end {
			within = append(within, table.Span{Start: span.Start - start + len(before), End: span.End - start + len(before)})
		}
	}
	return before + strings.TrimRight(text[start:end], " ") + after, within
}

// wordStart returns the last place up to one at which a word begins after a space; where there is none in the last third
// before it, as in Chinese, one at which a character does.
func wordStart(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	if space := strings.LastIndexByte(text[:at], ' '); space > at*2/3 {
		return space + 1
	}
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// marked writes a text with marks, which may overlap.
func marked(text string, spans []table.Span) template.HTML {
	var m markup
	at := 0
	for _, span := range spans {
		if span.End <= at {
			continue
		}
		m.text(text[at:max(at, span.Start)])
		m.raw("<mark>")
		m.text(text[max(at, span.Start):span.End])
		m.raw("</mark>")
		at = span.End
	}
	m.text(text[at:])
	return m.html()
}
