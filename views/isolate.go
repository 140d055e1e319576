package views

import (
	"bytes"
	"slices"
	"strings"

	"pourparler/views/foreign"
)

// isolated marks every foreign passage of a page: one that is read from the right becomes an element of its own (bdi), so
// that it and a date beside it stay in their places, and one in Chinese says so. It is done with the page as it is sent,
// since no template and no function can forget to do it then.
func isolated(page []byte) []byte {
	if !foreign.May(page) {
		return page
	}
	out := make([]byte, 0, len(page)+len(page)/16)
	for i := 0; i < len(page); {
		tag := page[i:elementEnd(page, i)]
		i += len(tag)
		out = append(out, tag...)
		words := page[i : i+until(page[i:], "<")]
		i += len(words)
		switch name := tagName(tag); {
		case !foreign.May(words):
			out = append(out, words...)
		case name == "title" || name == "option": // which hold words and no elements
			out = append(out, foreign.Isolated(string(words))...)
		default:
			out = appendMarked(out, string(words), bytes.Contains(tag, []byte(` lang="`)))
		}
	}
	return out
}

// appendMarked appends words with elements around their foreign passages, without their language if that is said already.
func appendMarked(out []byte, words string, said bool) []byte {
	done := 0
	for _, p := range foreign.Passages(words) {
		element, lang := "span", ""
		if p.RightLeft {
			element = "bdi"
		}
		if !said && p.Lang != "" {
			lang = ` lang="` + p.Lang + `"`
		}
		if element == "span" && lang == "" {
			continue
		}
		out = append(out, words[done:p.Start]+"<"+element+lang+">"+words[p.Start:p.End]+"</"+element+">"...)
		done = p.End
	}
	return append(out, words[done:]...)
}

// closed are elements whose content is not looked into: scripts, and pictures, which mark their words themselves.
var closed = []string{"script", "style", "svg", "textarea"}

// elementEnd is the end of a tag, or of the whole element if that is not looked into.
func elementEnd(page []byte, at int) int {
	end := at + until(page[at:], ">")
	if name := tagName(page[at:end]); slices.Contains(closed, name) {
		at += until(page[at:], "</"+name)
		end = at + until(page[at:], ">")
	}
	return min(end+1, len(page))
}

// until is where a sign comes first, or the end.
func until(page []byte, sign string) int {
	if i := bytes.Index(page, []byte(sign)); i >= 0 {
		return i
	}
	return len(page)
}

// tagName is the name of an element from its first tag, and "" from its last.
func tagName(tag []byte) string {
	name, _, _ := strings.Cut(strings.TrimRight(strings.TrimPrefix(string(tag), "<"), ">"), " ")
	if strings.HasPrefix(name, "/") {
		return ""
	}
	return name
}
