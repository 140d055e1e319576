package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"strings"

	"pourparler/domain"
)

// longest is how many bytes a name in a folder may have, well below what any file system takes.
const longest = 120

// plain are the characters of file names besides letters and digits. Every file system takes them, no link needs to
// escape them, and no web host reads them otherwise.
const plain = "-_.,=@"

// PageFile returns the file that the page at an address of the site is written to, with slashes: sino-soviet/state.html
// for /sino-soviet/state and sino-soviet/state/on=1964-03-07.html for the same on a day.
func PageFile(written string) (string, error) {
	l, err := address{path: "/"}.follow(written)
	if err != nil {
		return "", err
	}
	return l.file(true), nil
}

// file is the file of an address. A page ends in .html; anything else keeps its ending.
func (a address) file(page bool) string {
	segments := strings.Split(strings.Trim(a.path, "/"), "/")
	top := len(segments) == 1 && page && a.query == ""
	if top && segments[0] == "" {
		return "index.html"
	}
	last, ending := segments[len(segments)-1], ".html"
	if !page {
		last, ending = parts(last)
	}
	segments[len(segments)-1] = last
	switch {
	case top:
		segments = append(segments, "index")
	case a.query != "":
		segments = append(segments, words(a.query))
	}
	for i, s := range segments {
		segments[i] = safe(s)
	}
	return path.Join(segments...) + ending
}

// parts cuts the ending off the name of a file; .csl.json is one ending.
func parts(name string) (stem, ending string) {
	ending = path.Ext(name)
	if strings.HasSuffix(name, ".csl.json") {
		ending = ".csl.json"
	}
	if len(ending) > len(".csl.json") || strings.Map(portable, ending) != ending {
		return name, ""
	}
	return strings.TrimSuffix(name, ending), ending
}

// words writes a query so that a person can read it: on=1964-03-07,track=bilateral-talks. A value with one of its marks
// keeps it escaped, and so gets a sum of its own.
func words(query string) string {
	pairs := strings.Split(query, "&")
	for i, pair := range pairs {
		name, value, _ := strings.Cut(pair, "=")
		if clear, err := url.QueryUnescape(value); err == nil && !strings.ContainsAny(clear, ",=&") {
			value = clear
		}
		pairs[i] = name + "=" + value
	}
	return strings.Join(pairs, ",")
}

// safe returns a name that any file system takes, the same for no two that differ in more than what it takes: a name
// that has to be changed ends in a sum of what it was.
func safe(name string) string {
	word := strings.Map(portable, name)
	tooLong := len(name) > longest-len(".csl.json")
	if word == name && name != "" && !tooLong && !domain.IsDevice(name) && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, ".") {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	end := "-" + hex.EncodeToString(sum[:6])
	word = strings.Trim(word[:min(len(word), longest-len(end)-len("x-.csl.json"))], ".-")
	if word == "" || domain.IsDevice(word) {
		word = strings.TrimRight("x-"+word, "-")
	}
	return word + end
}

// portable replaces what is not plain by a hyphen, and capitals by small letters, since some file systems tell no
// difference.
func portable(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9', strings.ContainsRune(plain, r):
		return r
	case r >= 'A' && r <= 'Z':
		return r - 'A' + 'a'
	}
	return '-'
}
