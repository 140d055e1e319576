package cite_test

import (
	"regexp"
	"slices"
	"strings"

	"pourparler/export/cite"
)

// older is an item on its way to a style that is older than the one we follow, with two fields that we never fill.
type older struct {
	cite.Item
	Told   []cite.Name `json:"container-author,omitempty"` // what MHRA's of 2024 writes behind the title, with "by"
	Series string      `json:"collection-title,omitempty"` // what Chicago's of 2022 writes behind the newspaper
}

// rule is one way in which today's style differs from the newest that npm has. The item is changed so that the older style
// says what today's does, with signs where it puts it elsewhere, and then the words are. Either may be nil.
type rule struct {
	why   string
	style cite.Style  // empty for both
	types []cite.Type // empty for all
	item  func(*older, cite.Item)
	text  func(string, cite.Item) string
}

// Signs that stand in a footnote between a rule's change of the item and that of the words. No title has them.
const (
	imprint = "\ue000" // the beginning of the parenthesis with publisher and date
	dating  = "\ue001" // between publisher and date
	telling = "\ue002" // before what stands behind the title
	placing = "\ue003" // before the place of a newspaper
	citing  = "\ue004" // before all sources of a footnote but the first
)

// rules are all the differences that we accept, in the order in which they are applied: those of both styles, Chicago's and
// MHRA's. That ranges of pages are shortened in another way in MHRA's stands in oracle.mjs.
var rules = []rule{
	{why: "a treaty is upright and has no quotation marks", types: []cite.Type{cite.Treaty}, item: as("graphic"), text: unslanted},
	{why: "the whole of a page is upright", types: []cite.Type{cite.Webpage}, item: as(cite.Dataset), text: unslanted},

	{why: "the recipients stand behind the kind, and not behind the author", style: cite.Chicago, item: recipientBehind("et al.")},
	{why: "an article in no newspaper is titled as a book", style: cite.Chicago, types: []cite.Type{cite.Newspaper}, item: alone("graphic")},
	{why: "a newspaper has its place", style: cite.Chicago, types: []cite.Type{cite.Newspaper}, item: placeBehind, text: placed},
	{why: "a dataset stands in its whole", style: cite.Chicago, types: []cite.Type{cite.Dataset}, item: as("entry-encyclopedia")},
	{why: "kind and date of what is read in an archive have no parenthesis", style: cite.Chicago, types: []cite.Type{cite.Archival}, item: as(cite.Document)},
	{why: "the parties to a treaty stand behind it, nobody else and no archive; ¶ is for paragraphs", style: cite.Chicago, types: []cite.Type{cite.Treaty},
		item: parties, text: pilcrows},
	{why: "some kinds have no n.d., no comma before a doubtful date, or the parenthesis of a book", style: cite.Chicago, item: chicagoImprint, text: chicagoDates},

	{why: "a letter in an archive is called one", style: cite.MHRA, types: []cite.Type{cite.Letter}, item: called},
	{why: "the recipients stand behind the kind, and not behind the author", style: cite.MHRA, item: recipientBehind("and others")},
	{why: "the kind stands behind the title", style: cite.MHRA, item: kindBehind, text: kindTold},
	{why: "a dataset stands in its whole", style: cite.MHRA, types: []cite.Type{cite.Dataset}, text: within},
	{why: "an article in no newspaper is titled as a book", style: cite.MHRA, types: []cite.Type{cite.Newspaper}, item: alone("report")},
	{why: "dates have day and month", style: cite.MHRA, types: []cite.Type{cite.Archival, cite.Document, cite.Dataset, cite.Webpage}, item: as(cite.Letter)},
	{why: "n.d. stands for want of a date, the place for want of a publisher; a doubtful date is marked, and outside the parenthesis but of books", style: cite.MHRA,
		item: mhraImprint, text: mhraDates},
}

// as gives an item the type that the older style writes in the way of today's.
func as(t cite.Type) func(*older, cite.Item) {
	return func(o *older, _ cite.Item) { o.Type = t }
}

// alone gives it to an article that is in no newspaper.
func alone(t cite.Type) func(*older, cite.Item) {
	return func(o *older, i cite.Item) {
		if i.ContainerTitle == "" {
			o.Type = t
		}
	}
}

func called(o *older, i cite.Item) {
	if i.Genre == "" && i.Archive != "" {
		o.Genre = "letter"
	}
}

// kindBehind has MHRA's write the kind of an item behind the title, where it writes authors of the whole; of a dataset an
// empty one, to find the place.
func kindBehind(o *older, i cite.Item) {
	if o.Genre != "" || i.Type == cite.Dataset {
		o.Told = literal(telling + o.Genre)
	}
}

func kindTold(s string, _ cite.Item) string {
	return strings.Replace(s, ", by "+telling, ", "+telling, 1)
}

func within(s string, _ cite.Item) string { return strings.Replace(s, ", "+telling+", ", ", in ", 1) }

func placeBehind(o *older, i cite.Item) { o.Series = mark(placing, i.PublisherPlace) }

var place = regexp.MustCompile(",?([’”]*(?:</i>)?),? " + placing + "([^,]*)")

func placed(s string, _ cite.Item) string { return place.ReplaceAllString(s, "$1 ($2)") }

func pilcrows(s string, _ cite.Item) string {
	return strings.NewReplacer(", para. ", ", ¶ ", ", paras. ", ", ¶¶ ").Replace(s)
}

// mark puts a sign before words, if there are any.
func mark(sign, words string) string {
	if words == "" {
		return ""
	}
	return sign + words
}

func (r rule) of(style cite.Style, i cite.Item) bool {
	return (r.style == "" || r.style == style) && (len(r.types) == 0 || slices.Contains(r.types, i.Type))
}

// asOlder is the item as the older style needs it.
func asOlder(style cite.Style, i cite.Item) older {
	o := older{Item: i}
	for _, r := range rules {
		if r.item != nil && r.of(style, i) {
			r.item(&o, i)
		}
	}
	return o
}

// doubled is the full stop at the end of a footnote behind another mark, where a parenthesis has been taken away.
var doubled = regexp.MustCompile("([.?!][’”]*)[.]$")

// asToday is what the older style wrote of sources as today's writes it.
func asToday(style cite.Style, written string, cites []cite.Cite) string {
	parts := strings.Split(written, citing)
	for n, part := range parts {
		for _, r := range rules {
			if r.text != nil && n < len(cites) && r.of(style, cites[n].Item) {
				part = r.text(part, cites[n].Item)
			}
		}
		parts[n] = strings.ReplaceAll(part, telling, "")
	}
	return doubled.ReplaceAllString(strings.Join(parts, ""), "$1")
}

// applied says which rules stand between two footnotes that differ.
func applied(style cite.Style, cites []cite.Cite, newest bool) string {
	var why strings.Builder
	for _, c := range cites {
		for _, r := range rules {
			if !newest && r.of(style, c.Item) {
				why.WriteString("\n rule     " + r.why)
			}
		}
	}
	return why.String()
}

func unslanted(s string, _ cite.Item) string { return upright.ReplaceAllString(s, "") }

// recipientBehind takes more than three names for the first and others.
func recipientBehind(others string) func(*older, cite.Item) {
	return func(o *older, i cite.Item) {
		var to []string
		for _, n := range i.Recipient {
			to = append(to, n.Literal)
		}
		words := strings.Join(to, " and ")
		switch {
		case len(to) > 3:
			words = to[0] + " " + others
		case len(to) == 3:
			words = to[0] + ", " + to[1] + ", and " + to[2]
		}
		o.Genre, o.Recipient = strings.TrimSpace(o.Genre+" "+mark("to ", words)), nil
	}
}

func parties(o *older, i cite.Item) {
	var all []string
	for _, n := range i.Author {
		all = append(all, n.Literal)
	}
	o.Genre, o.Author = strings.Join(all, "-"), nil
	o.Translator, o.Archive, o.ArchiveLocation = nil, "", ""
}

// unkept reports whether an item is a letter that nobody can read, which today's styles give no n.d.
func unkept(i cite.Item) bool { return i.Type == cite.Letter && i.Archive == "" }

// silent reports whether Chicago's writes no n.d. for an item.
func silent(i cite.Item) bool {
	return i.Issued == nil && (unkept(i) || i.Type == cite.Treaty || i.Type == cite.Webpage)
}

func bookish(i cite.Item) bool { return i.Type == cite.Book || i.Type == cite.Chapter }

// chicagoImprint has Chicago's put the date into a parenthesis with a sign.
func chicagoImprint(o *older, i cite.Item) {
	kept := i.Type == cite.Document || i.Type == cite.Archival
	switch {
	case bookish(i) && i.Publisher == "" && i.PublisherPlace == "", silent(i), kept && i.Issued != nil && i.Issued.Circa, o.Type == "graphic":
		o.Publisher = imprint
	}
}

// imprinted is a parenthesis with the sign, what closes before it, and the mark behind it.
var imprinted = regexp.MustCompile(`([’”]*(?:</i>)?) \(` + imprint + `, ([^()]*)\)([,.]?)`)

func chicagoDates(s string, i cite.Item) string {
	kept := i.Type == cite.Document || i.Type == cite.Archival
	return imprinted.ReplaceAllStringFunc(s, func(s string) string {
		m := imprinted.FindStringSubmatch(s)
		closed, date, behind := m[1], m[2], m[3]
		switch {
		case bookish(i):
			return closed + " (" + date + ")" + behind
		case silent(i):
			return inside(closed, behind)
		case kept:
			return closed + " " + date + behind
		}
		return inside(closed, ",") + " " + date + behind
	})
}

// inside puts a comma or a full stop before quotation marks that close.
func inside(closed, behind string) string {
	if strings.ContainsAny(closed, "’”") {
		return behind + closed
	}
	return closed + behind
}

// mhraImprint has MHRA's put publisher and date into one parenthesis with signs.
func mhraImprint(o *older, i cite.Item) {
	publisher := i.Publisher
	if publisher == "" {
		publisher = i.PublisherPlace
	}
	o.Publisher = imprint + publisher + dating
	if i.Issued == nil && !unkept(i) {
		o.Issued = &cite.Date{Literal: "n.d."}
	}
}

var published = regexp.MustCompile(` \(` + imprint + "([^" + dating + "]*)" + dating + `(?:, )?([^()]*)\)`)

func mhraDates(s string, i cite.Item) string {
	return published.ReplaceAllStringFunc(s, func(s string) string {
		m := published.FindStringSubmatch(s)
		publisher, date := m[1], m[2]
		if i.Issued != nil && i.Issued.Circa {
			date = "[" + date + "?]"
		}
		if bookish(i) {
			return " (" + strings.TrimPrefix(mark(publisher, mark(", ", date)), ", ") + ")"
		}
		if publisher != "" {
			publisher = " (" + publisher + ")"
		}
		return publisher + mark(", ", date)
	})
}
