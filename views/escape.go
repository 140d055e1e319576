package views

import (
	"html/template"
	"strings"
)

// markup is HTML in the making. What many rows repeat is written with it by functions, since a template takes many
// times as long; its escaping is that of html/template, byte for byte, and a test holds the two against one another.
type markup struct{ written []byte }

// html returns what was written. Every text in it was escaped on the way in.
func (m *markup) html() template.HTML { return template.HTML(m.written) }

// raw writes words of ours, which need no escaping, as they are.
func (m *markup) raw(words ...string) {
	for _, w := range words {
		m.written = append(m.written, w...)
	}
}

// entities are the bytes that must not stand in a text or a quoted attribute, and what stands for them there.
var entities = map[byte]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

// special marks the bytes that have an entity.
var special = [256]bool{0: true, '"': true, '&': true, '\'': true, '+': true, '<': true, '>': true}

// text writes a text, in an element or a quoted attribute.
func (m *markup) text(s string) {
	start := 0
	for i := range len(s) {
		if special[s[i]] {
			m.raw(s[start:i], entities[s[i]])
			start = i + 1
		}
	}
	m.raw(s[start:])
}

// attribute writes an attribute with a space before it, unless it is empty.
func (m *markup) attribute(name, value string) {
	if value != "" {
		m.raw(" ", name, `="`)
		m.text(value)
		m.raw(`"`)
	}
}

// link writes words that lead somewhere, or words alone.
func (m *markup) link(l Link) {
	end := "</span>"
	if l.Href == "" {
		m.raw("<span")
	} else {
		end = "</a>"
		m.raw("<a")
		m.href(l.Href)
	}
	m.attribute("lang", l.Lang)
	m.attribute("title", l.Hint)
	m.raw(">")
	m.text(l.Label)
	m.raw(end)
}

// href writes an address as an attribute with a space before it.
func (m *markup) href(to string) {
	m.raw(` href="`)
	m.address(to)
	m.raw(`"`)
}

// address writes an address, which mostly stands for itself.
func (m *markup) address(s string) {
	for i := range len(s) {
		if !ordinary[s[i]] {
			m.text(address(s))
			return
		}
	}
	m.raw(s)
}

// links writes several, with semicolons between them.
func (m *markup) links(links []Link) {
	for i, l := range links {
		if i > 0 {
			m.raw(`<span class="sep">; </span>`)
		}
		m.link(l)
	}
}

// linked and allLinked are link and links for templates.
func linked(l Link) template.HTML {
	var m markup
	m.link(l)
	return m.html()
}

func allLinked(links []Link) template.HTML {
	var m markup
	m.links(links)
	return m.html()
}

// unsafeAddress stands in the place of an address that could run a program.
const unsafeAddress = "#ZgotmplZ"

// address returns an address that may stand in an attribute: of a scheme that only fetches, with every byte that has
// no place in an address (RFC 3986) as its number.
func address(href string) string {
	if scheme, _, ok := strings.Cut(href, ":"); ok && !strings.Contains(scheme, "/") && !harmless(scheme) {
		return unsafeAddress
	}
	for i := range len(href) {
		if !inAddress[href[i]] {
			return numbered(href)
		}
	}
	return href
}

func harmless(scheme string) bool {
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// inAddress marks the bytes that stand for themselves in an address. A percent sign does if two digits follow.
var inAddress = func() (marks [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&*+,;=") {
		marks[c] = true
	}
	return marks
}()

// ordinary marks the bytes of which an address has nothing to be escaped and no scheme.
var ordinary = func() (marks [256]bool) {
	for c := range marks {
		marks[c] = inAddress[c] && !special[c] && c != ':'
	}
	return marks
}()

// numbered replaces what has no place in an address.
func numbered(href string) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for i := range len(href) {
		c := href[i]
		escape := c == '%' && i+2 < len(href) && isHex(href[i+1]) && isHex(href[i+2])
		if escape || inAddress[c] {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', digits[c>>4], digits[c&15]})
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
