package browser

import _ "embed"

// Layout is how wide a page turned out.
type Layout struct {
	WindowWidth int      // of the window, in CSS pixels
	ScrollWidth int      // of the document; beyond WindowWidth the page scrolls sideways
	TooWide     []string // the elements that reach beyond the window, outermost first
	Boxes       []string // the boxes that scroll sideways; paper would cut them off
}

// Overflows reports whether the page as a whole scrolls sideways. A table that
// scrolls within a box of its own is no such page.
func (l Layout) Overflows() bool {
	return l.ScrollWidth > l.WindowWidth
}

//go:embed layout.js
var layoutScript string

// Layout measures the page in its window.
func (p *Page) Layout() Layout {
	p.tb.Helper()
	return Eval[Layout](p, layoutScript)
}

//go:embed sheet.js
var sheetScript string

// Landscape reports whether the page asks for paper that lies on its side.
func (p *Page) Landscape() bool {
	p.tb.Helper()
	return Eval[bool](p, sheetScript)
}
