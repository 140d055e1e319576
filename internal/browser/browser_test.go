package browser_test

import (
	"bytes"
	"image/png"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/internal/browser"
)

// open serves testdata and opens one of its pages.
func open(t *testing.T, name string, v browser.Visit) *browser.Page {
	t.Helper()
	b := browser.New(t)
	server := httptest.NewServer(http.FileServer(http.Dir("testdata")))
	t.Cleanup(server.Close)
	v.URL = server.URL + "/" + name
	return b.Open(t, v)
}

func TestScripts(t *testing.T) {
	tests := []struct {
		name string
		off  bool
		want string
	}{
		{"on", false, "with scripts"},
		{"off", true, "without scripts"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := open(t, "good.html", browser.Visit{NoScript: tt.off})
			got := browser.Eval[string](p, "document.getElementById('said').textContent")
			if got != tt.want {
				t.Errorf("the page says %q, want %q", got, tt.want)
			}
		})
	}
}

func TestLogQuiet(t *testing.T) {
	p := open(t, "good.html", browser.Visit{})
	if diff := cmp.Diff(browser.Log{}, p.Log()); diff != "" {
		t.Errorf("Log of a good page (-want +got):\n%s", diff)
	}
}

func TestLog(t *testing.T) {
	p := open(t, "bad.html", browser.Visit{})
	log := p.Log()
	tests := []struct {
		name, want string
		lines      []string
	}{
		{"console", "mind 3", log.Console},
		{"exception", "Error: torn", log.Console},
		{"missing file", "/missing.png: 404", log.Failed},
		{"unreachable host", "http://talks.example/pixel.png: net::ERR_NAME_NOT_RESOLVED", log.Failed},
		{"other host", "http://talks.example/pixel.png", log.External},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			has := func(line string) bool { return strings.Contains(line, tt.want) }
			if !slices.ContainsFunc(tt.lines, has) {
				t.Errorf("Log = %q, want a line with %q", tt.lines, tt.want)
			}
		})
	}
	if len(log.External) != 1 {
		t.Errorf("External = %q, want one address", log.External)
	}
}

func TestAxe(t *testing.T) {
	p := open(t, "good.html", browser.Visit{Width: 360})
	if got := p.Axe(); len(got) != 0 {
		t.Errorf("Axe(good page) = %v, want nothing", got)
	}
	p.Resize(1280, 800)
	if got := p.Axe(); len(got) != 0 {
		t.Errorf("Axe(good page, wide) = %v, want nothing", got)
	}

	var rules []string
	for _, v := range open(t, "bad.html", browser.Visit{}).Axe() {
		rules = append(rules, v.Rule)
		if len(v.Where) == 0 || v.Help == "" || v.Why == "" {
			t.Errorf("violation %+v does not say what is wrong where", v)
		}
	}
	for _, rule := range []string{"color-contrast", "html-has-lang", "image-alt", "region"} {
		if !slices.Contains(rules, rule) {
			t.Errorf("Axe(bad page) = %q, want %q among them", rules, rule)
		}
	}
}

func TestLayout(t *testing.T) {
	p := open(t, "bad.html", browser.Visit{Width: 360})
	got := p.Layout()
	if !got.Overflows() || got.WindowWidth != 360 {
		t.Errorf("Layout(bad page) = %+v, want beyond 360", got)
	}
	if diff := cmp.Diff([]string{"p#broad"}, got.TooWide); diff != "" {
		t.Errorf("TooWide (-want +got):\n%s", diff)
	}
	p.Resize(1920, 1080)
	if got := p.Layout(); got.Overflows() || got.WindowWidth != 1920 {
		t.Errorf("Layout(bad page, 1920) = %+v, want within 1920", got)
	}
	p = open(t, "good.html", browser.Visit{Width: 360})
	if got := p.Layout(); got.Overflows() {
		t.Errorf("Layout(table in a box) = %+v, want within 360", got)
	} else if diff := cmp.Diff([]string{"div.wide"}, got.Boxes); diff != "" {
		t.Errorf("Boxes (-want +got):\n%s", diff)
	}
}

func TestKeyboard(t *testing.T) {
	p := open(t, "good.html", browser.Visit{})
	if got := p.Active(); got.Name != "body" {
		t.Errorf("at first Active = %+v, want the body", got)
	}
	p.Press(browser.Tab)
	want := browser.Element{Name: "a#skip.first", Text: "To the content", Href: "#content",
		InWindow: true, Marked: true}
	if diff := cmp.Diff(want, p.Active()); diff != "" {
		t.Errorf("Active after Tab (-want +got):\n%s", diff)
	}
	p.Press(browser.Tab)
	if got := p.Active(); got.Href != "/other" {
		t.Errorf("Active after two Tabs = %+v, want the link to /other", got)
	}
	p.PressBack()
	p.Press(browser.Enter)
	if got := p.Active(); got.Name != "main#content" {
		t.Errorf("Active after the skip link = %+v, want main", got)
	}

	p = open(t, "bad.html", browser.Visit{})
	p.Press(browser.Tab)
	if got := p.Active(); got.Marked || got.InWindow {
		t.Errorf("Active = %+v, want a focus that cannot be seen", got)
	}
}

func TestStops(t *testing.T) {
	p := open(t, "good.html", browser.Visit{})
	p.Press(browser.Tab)
	want := []browser.Element{
		{Name: "a#skip.first", Text: "To the content", Href: "#content", InWindow: true, Marked: true},
		{Name: "a", Text: "Other", Href: "/other", InWindow: true, Marked: true},
		{Name: "div.wide", Text: "Proposals\nDate\n1964", InWindow: true, Marked: true},
		{Name: "a", Text: "Back", Href: "#skip", InWindow: true, Marked: true},
	}
	if diff := cmp.Diff(want, p.Stops()); diff != "" {
		t.Errorf("Stops (-want +got):\n%s", diff)
	}
	if got := p.Active(); got.Text != "Back" {
		t.Errorf("Active after Stops = %+v, want the last of them", got)
	}
}

func TestPaper(t *testing.T) {
	p := open(t, "good.html", browser.Visit{})
	const shown = "getComputedStyle(document.querySelector('nav')).display !== 'none'"
	if !browser.Eval[bool](p, shown) {
		t.Error("on screen the navigation is hidden, want shown")
	}
	p.Print()
	if browser.Eval[bool](p, shown) {
		t.Error("on paper the navigation is shown, want hidden")
	}
	if got := p.PDF(); !bytes.HasPrefix(got, []byte("%PDF-")) {
		t.Errorf("PDF starts %q, want %%PDF-", got[:min(len(got), 8)])
	}
}

func TestScreenshot(t *testing.T) {
	p := open(t, "good.html", browser.Visit{Width: 360, Height: 500})
	config, err := png.DecodeConfig(bytes.NewReader(p.Screenshot()))
	if err != nil {
		t.Fatal(err)
	}
	if config.Width != 360 || config.Height < 500 {
		t.Errorf("Screenshot is %d by %d, want 360 by 500 or more", config.Width, config.Height)
	}
}

func TestClose(t *testing.T) {
	p := open(t, "good.html", browser.Visit{})
	p.Close()
}
