package site_test

import (
	"testing"

	"pourparler/internal/browser"
)

// onA3 reports whether what is printed of a page stands on a sheet of A3 that lies on its side.
const onA3 = `getComputedStyle(document.querySelector("main")).page === "a3" &&
	[...document.styleSheets].flatMap((s) => [...s.cssRules])
		.some((r) => r instanceof CSSPageRule && r.selectorText === "a3" && /^a3 landscape$/i.test(r.style.size))`

// TestA3 wants the sheet on the paper that is asked for, and no menu on either.
func TestA3(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	address, b := start(t), browser.New(t)
	for query, want := range map[string]bool{"": false, "&paper=a3": true} {
		p := b.Open(t, browser.Visit{URL: address + "/sino-soviet/sheet?track=bilateral-talks" + query})
		p.Print()
		if got := browser.Eval[bool](p, onA3); got != want {
			t.Errorf("the sheet with %q prints on A3: %t", query, got)
		}
		if left := browser.Eval[[]string](p, idle); len(left) > 0 {
			t.Errorf("the sheet with %q prints %q", query, left)
		}
		p.Close()
	}
}
