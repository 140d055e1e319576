package browser

import (
	_ "embed"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Keys for Press.
const (
	Tab    = kb.Tab
	Enter  = kb.Enter
	Escape = kb.Escape
)

// Press presses keys one after the other; each rune is a key.
func (p *Page) Press(keys string) {
	p.tb.Helper()
	p.do("pressing keys", chromedp.KeyEvent(keys))
}

// PressBack presses Shift and Tab together, which goes back.
func (p *Page) PressBack() {
	p.tb.Helper()
	p.do("pressing Shift+Tab",
		chromedp.KeyEvent(Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
}

// Element is an element of the page while it has the keyboard.
type Element struct {
	Name     string // a selector that a person can find it by, "a#skip" or "body"
	Text     string // what it reads as
	Href     string // the fragment, path or address that it names, as written
	InWindow bool   // whether any of it can be seen, once scrolled to
	Marked   bool   // whether it looks different from when it has no focus
}

//go:embed describe.js
var describeScript string

//go:embed stops.js
var stopsScript string

// Active describes document.activeElement. To tell whether its focus can be
// seen it takes the focus away for a moment and compares the styles.
func (p *Page) Active() Element {
	p.tb.Helper()
	return Eval[Element](p, "(() => {"+describeScript+
		"return describe(document.activeElement || document.body) })()")
}

// Stops describes the controls that the keyboard stops at, one of each kind:
// a table of a thousand links has one style for them. Press a key before, for
// browsers mark the focus only for people who use the keyboard.
func (p *Page) Stops() []Element {
	p.tb.Helper()
	return Eval[[]Element](p, "(() => {"+describeScript+stopsScript+"})()")
}
