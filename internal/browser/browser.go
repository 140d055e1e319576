// Package browser looks at pages as a reader does: in a real Chromium, at the
// width of a phone or of a projector, with JavaScript or without it, on screen
// or on paper, with the keyboard alone, and through the rules of axe-core.
//
// A Browser is one Chromium with an empty profile of its own. A Page is one
// address open in it. What goes wrong between the test and Chromium ends the
// test; what is wrong with the page is returned, for the test to judge.
//
// Nothing leaves the machine: Chromium is told that no host exists but
// 127.0.0.1, so a page that asks for another one fails to get it, and says so
// in its Log.
package browser

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"pourparler/internal/need"
)

// patience is how long one step in a page may take, on a machine that may be
// doing much else.
const patience = 2 * time.Minute

// Browser is a running headless Chromium.
type Browser struct {
	ctx context.Context
}

// New starts Chromium and closes it when the test ends. Where Chromium is
// missing the test is skipped, or fails if CI=true.
func New(tb testing.TB) *Browser {
	tb.Helper()
	path := need.Program(tb, "chromium", "chromium-browser", "google-chrome")
	allocator, stop := chromedp.NewExecAllocator(context.Background(), flags(path)...)
	ctx, closeBrowser := chromedp.NewContext(allocator)
	tb.Cleanup(func() {
		closeBrowser()
		stop()
	})
	if err := chromedp.Do(ctx); err != nil {
		tb.Fatalf("starting %s: %v", path, err)
	}
	return &Browser{ctx: ctx}
}

// flags makes Chromium quiet: no window, no first-run page, and no request
// that a page did not make. A profile folder of its own is what chromedp gives
// each browser when it is told of none.
func flags(path string) []chromedp.ExecAllocatorOption {
	return []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.Headless,
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-extensions", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("disable-renderer-backgrounding", true),
		chromedp.Flag("disable-background-timer-throttling", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	}
}

// Visit says what to open and how.
type Visit struct {
	URL           string
	Width, Height int  // of the window, in CSS pixels; 1280 by 800 when zero
	NoScript      bool // with JavaScript switched off
}

// withDefaults fills in the size of a common laptop.
func (v Visit) withDefaults() Visit {
	if v.Width == 0 {
		v.Width = 1280
	}
	if v.Height == 0 {
		v.Height = 800
	}
	return v
}
