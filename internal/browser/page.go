package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Page is an address that is open in a tab of its own. It belongs to one test
// and is not for use from several goroutines.
type Page struct {
	tb  testing.TB
	ctx context.Context
	log *recorder
}

// Open opens a page and waits until it and what it needs have loaded. The tab
// closes when the test ends, or at Close.
func (b *Browser) Open(tb testing.TB, v Visit) *Page {
	tb.Helper()
	v = v.withDefaults()
	ctx, closeTab := chromedp.NewContext(b.ctx)
	tb.Cleanup(closeTab)
	p := &Page{tb: tb, ctx: ctx, log: newRecorder(v.URL)}
	// The first step binds the tab to its context, so it has no time limit.
	if err := chromedp.Do(ctx); err != nil {
		tb.Fatalf("opening a tab: %v", err)
	}
	if err := chromedp.Listen(ctx, p.log.event); err != nil {
		tb.Fatalf("listening to a tab: %v", err)
	}
	p.do("opening "+v.URL,
		chromedp.EmulateViewport(int64(v.Width), int64(v.Height)),
		focused(),
		scripts(!v.NoScript),
		chromedp.Navigate(v.URL))
	return p
}

// Close closes the tab before the test ends.
func (p *Page) Close() {
	p.tb.Helper()
	if err := chromedp.Cancel(p.ctx); err != nil {
		p.tb.Fatalf("closing a tab: %v", err)
	}
}

// Resize changes the size of the window, as turning a phone does.
func (p *Page) Resize(width, height int) {
	p.tb.Helper()
	p.do("resizing", chromedp.EmulateViewport(int64(width), int64(height)))
}

// Print shows the page with the styles that it has on paper.
func (p *Page) Print() {
	p.tb.Helper()
	p.do("emulating print", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia,
			emulation.SetEmulatedMediaParams{Media: "print"})
		return err
	}))
}

// PDF returns the page printed on A4.
func (p *Page) PDF() []byte {
	p.tb.Helper()
	return run(p, "printing", chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
}

// Screenshot returns a PNG of the whole page, below the window's edge too.
func (p *Page) Screenshot() []byte {
	p.tb.Helper()
	return run(p, "taking a screenshot", chromedp.FullScreenshot(100))
}

// Eval runs a JavaScript expression in the page, which may be a promise, and
// returns its value as a T. It works also where the page itself may not run
// scripts, but promises do not settle there.
func Eval[T any](p *Page, expression string) T {
	p.tb.Helper()
	return run(p, "evaluating in the page",
		chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// focused makes a tab behave as if a person were at it, also while another one
// is in front.
func focused() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetFocusEmulationEnabled,
			emulation.SetFocusEmulationEnabledParams{Enabled: true})
		return err
	})
}

// scripts switches the scripts of the page on or off.
func scripts(on bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})
}

// do carries out steps that return nothing.
func (p *Page) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	p.tb.Helper()
	run(p, what, chromedp.Steps(steps...))
}

// run carries out one step within the time that a step may take.
func run[T any](p *Page, what string, step chromedp.Action[T]) T {
	p.tb.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, step)
	if err != nil {
		p.tb.Fatalf("%s: %v", what, err)
	}
	return value
}
