package site_test

import (
	"fmt"
	"strings"
	"testing"

	"pourparler/internal/browser"
)

// inspect looks at one page at the widths of a phone, a laptop and a projector,
// and on paper, and returns what is wrong with it, one line each, the check's
// name first.
func inspect(t *testing.T, b *browser.Browser, address string) []string {
	t.Helper()
	var found []string
	p := b.Open(t, browser.Visit{URL: address, Width: 360, Height: 740})
	defer p.Close()
	found = append(found, axe(p, 360)...)
	found = append(found, overflow(p)...)
	p.Resize(1280, 800)
	found = append(found, axe(p, 1280)...)
	p.Resize(1920, 1080)
	found = append(found, overflow(p)...)
	found = append(found, paper(p)...)
	return append(found, mishaps(p)...)
}

func axe(p *browser.Page, width int) []string {
	var found []string
	for _, v := range p.Axe() {
		found = append(found, fmt.Sprintf("axe at %d px: %v", width, v))
	}
	return found
}

func overflow(p *browser.Page) []string {
	layout := p.Layout()
	if !layout.Overflows() {
		return nil
	}
	return []string{fmt.Sprintf("overflow: %d px wide in a window of %d, because of %s",
		layout.ScrollWidth, layout.WindowWidth, strings.Join(layout.TooWide, ", "))}
}

// Widths of A4 between the margins, in CSS pixels.
const (
	upright   = 718
	landscape = 1032
)

// idle is a list of what can only be used on a screen and is there.
const idle = `[...document.querySelectorAll("header.site nav, form, .downloads, .skip")]
	.filter((e) => e.getClientRects().length > 0).map((e) => e.outerHTML.slice(0, 60))`

// paper wants the page to fit A4, upright unless it asks for landscape, no menu
// and no form to be on it, and nothing to be in a box that scrolls, which paper
// cannot.
func paper(p *browser.Page) []string {
	p.Print()
	width := upright
	if p.Landscape() {
		width = landscape
	}
	p.Resize(width, 1000)
	var found []string
	for _, line := range overflow(p) {
		found = append(found, "on paper, "+line)
	}
	for _, box := range p.Layout().Boxes {
		found = append(found, "on paper, cut off: "+box)
	}
	for _, element := range browser.Eval[[]string](p, idle) {
		found = append(found, "on paper, of no use: "+element)
	}
	return found
}

func mishaps(p *browser.Page) []string {
	var found []string
	log := p.Log()
	for _, line := range log.Console {
		found = append(found, "console: "+line)
	}
	for _, line := range log.Failed {
		found = append(found, "failed request: "+line)
	}
	for _, line := range log.External {
		found = append(found, "external request: "+line)
	}
	return found
}

// operate uses one page with the keyboard alone and returns what is in the way.
func operate(t *testing.T, b *browser.Browser, address string) []string {
	t.Helper()
	p := b.Open(t, browser.Visit{URL: address})
	defer p.Close()
	return append(skipLink(p), stops(p)...)
}

// skipLink wants the first stop to be a link that can be seen and that takes
// the keyboard past the navigation.
func skipLink(p *browser.Page) []string {
	p.Press(browser.Tab)
	skip := p.Active()
	switch {
	case !strings.HasPrefix(skip.Href, "#"):
		return []string{"skip link: the first stop is " + skip.Name}
	case !skip.InWindow:
		return []string{"skip link: cannot be seen when it has the keyboard"}
	}
	p.Press(browser.Enter)
	if p.Active().Name == "body" {
		p.Press(browser.Tab)
	}
	inside := fmt.Sprintf(
		"!!document.querySelector(%q)?.contains(document.activeElement)", skip.Href)
	if !browser.Eval[bool](p, inside) {
		return []string{"skip link: leads to " + p.Active().Name + ", not into " + skip.Href}
	}
	return nil
}

// stops wants each kind of control to be in the window when it has the keyboard,
// and to look different from when it has not.
func stops(p *browser.Page) []string {
	var found []string
	for _, stop := range p.Stops() {
		switch {
		case !stop.InWindow:
			found = append(found, fmt.Sprintf("focus: outside the window on %s (%q)", stop.Name, stop.Text))
		case !stop.Marked:
			found = append(found, fmt.Sprintf("focus: cannot be seen on %s (%q)", stop.Name, stop.Text))
		}
	}
	return found
}

// shown is how much of a page there is to see.
type shown struct {
	Rows, Links, Headings, Fields int
	Words                         int // in main
}

const shownScript = `(() => {
	const seen = (selector) => [...document.querySelectorAll(selector)]
		.filter((e) => e.getClientRects().length > 0).length;
	const main = document.querySelector("main");
	return {Rows: seen("tr"), Links: seen("a[href]"), Headings: seen("h1, h2, h3"),
		Fields: seen("input, select, textarea, button:not(.citation + button)"),
		Words: main ? main.innerText.split(/\s+/).filter((word) => word).length : 0};
})()`

// without opens one page without JavaScript and returns what is missing then. A button that copies what stands beside
// it is no loss.
func without(t *testing.T, b *browser.Browser, address string) []string {
	t.Helper()
	count := func(off bool) shown {
		p := b.Open(t, browser.Visit{URL: address, NoScript: off})
		defer p.Close()
		return browser.Eval[shown](p, shownScript)
	}
	on, off := count(false), count(true)
	if off.Words == 0 {
		return []string{"no JavaScript: main is empty"}
	}
	if off.Rows < on.Rows || off.Links < on.Links || off.Headings < on.Headings ||
		off.Fields < on.Fields {
		return []string{fmt.Sprintf("no JavaScript: %+v, with it %+v", off, on)}
	}
	return nil
}
