package site_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pourparler/internal/browser"
)

// good is a page with nothing wrong; the tests below put one thing wrong with
// it. Its two slots are the end of the style sheet and the end of main.
const good = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Talks</title>
<link rel="icon" href="data:,">
<style>
.skip { position: absolute; left: -99em }
.skip:focus { left: 0 }
@media print { .skip { display: none } }
%s
</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<nav aria-label="Site"><a href="/proposals">Proposals</a></nav>
<main id="main" tabindex="-1">
<h1>Talks</h1>
<p id="pale">Peking proposed <a href="/october">October</a> in a letter.</p>
%s
</main>
</body>
</html>
`

// serve gives every address the same page, but /missing none.
func serve(t *testing.T, page string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/missing" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, page)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

type look func(*testing.T, *browser.Browser, string) []string

// TestLooks shows each way of looking at a page that it finds nothing wrong
// with a good one, and that it can find something.
func TestLooks(t *testing.T) {
	tests := []struct {
		name        string
		style, main string
		look        look
		want        string // the start of the only line; empty if nothing is wrong
	}{
		{"good", "", "", inspect, ""},
		{"good by keyboard", "", "", operate, ""},
		{"good without JavaScript", "", "<script>document.title</script>", without, ""},
		{"table in a box of its own",
			".box { overflow-x: auto } pre { width: 3000px } @media print { pre { width: auto } }",
			`<div class="box" tabindex="0" role="region" aria-label="Wide"><pre>x</pre></div>`,
			inspect, ""},

		{"pale on a phone", "@media (max-width: 400px) { #pale { color: #ccc } }", "",
			inspect, "axe at 360 px: color-contrast"},
		{"pale on a laptop", "@media (min-width: 1000px) { #pale { color: #ccc } }", "",
			inspect, "axe at 1280 px: color-contrast"},
		{"wide for a phone", "#pale { width: 500px }", "",
			inspect, "overflow: 508 px wide in a window of 360, because of p#pale"},
		{"wide for a projector", "@media (min-width: 1900px) { #pale { width: 2500px } }", "",
			inspect, "overflow: 2508 px wide in a window of 1920, because of p#pale"},
		{"wide for paper", "@media print { #pale { width: 800px } }", "",
			inspect, "on paper, overflow: 808 px wide in a window of 718"},
		{"wide for paper on its side", "@media print { @page { size: A4 landscape } #pale { width: 1100px } }", "",
			inspect, "on paper, overflow: 1108 px wide in a window of 1032"},
		{"not wide for paper on its side", "@media print { @page { size: A4 landscape } #pale { width: 1000px } }", "", inspect, ""},
		{"wide for paper that stands", "@media print { @page { size: A4 landscape } @page up { size: A4 portrait } body { page: up } #pale { width: 800px } }", "",
			inspect, "on paper, overflow: 808 px wide in a window of 718"},
		{"cut off on paper", "@media print { .box { overflow: auto } pre { width: 3000px } }",
			`<div class="box"><pre>x</pre></div>`, inspect, "on paper, cut off: div.box"},
		{"error on the console", "", "<script>console.error('torn')</script>",
			inspect, "console: torn"},
		{"request to another host", "", `<script>new WebSocket("ws://far.example/")</script>`,
			inspect, "console: WebSocket connection to 'ws://far.example/' failed"},

		{"no skip link", ".skip { display: none }", "",
			operate, "skip link: the first stop is a"},
		{"skip link unseen", ".skip:focus { left: -99em }", "",
			operate, "skip link: cannot be seen"},
		{"skip link to nowhere", "", `<script>document.querySelector("main").id = "x"</script>`,
			operate, "skip link: leads to a.skip, not into #main"},
		{"focus unseen", "nav a:focus { outline: none }", "",
			operate, `focus: cannot be seen on a ("Proposals")`},
		{"focus outside the window", "", `<a href="/x" style="position: fixed; top: -50px">Far</a>`,
			operate, `focus: outside the window on a ("Far")`},

		{"rows by JavaScript", "", `<table id="t"></table><script>document.getElementById("t")
			.innerHTML = "<tr><td>1964</td></tr>"</script>`,
			without, "no JavaScript: {Rows:0"},
		{"all by JavaScript", "main > * { display: none }", `<script>for (const e of
			document.querySelectorAll("main > *")) e.style.display = "block"</script>`,
			without, "no JavaScript: main is empty"},
	}
	b := browser.New(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			address := serve(t, fmt.Sprintf(good, tt.style, tt.main))
			got := tt.look(t, b, address)
			if tt.want == "" && len(got) > 0 {
				t.Errorf("found %q, want nothing", got)
			}
			if tt.want != "" && (len(got) == 0 || !strings.HasPrefix(got[0], tt.want)) {
				t.Errorf("found %q, want %q first", got, tt.want)
			}
		})
	}
}

// TestMishaps shows that requests which a page makes are seen, whoever makes
// them and however they end.
func TestMishaps(t *testing.T) {
	b := browser.New(t)
	address := serve(t, fmt.Sprintf(good, "",
		`<img src="/missing" alt=""><img src="http://far.example/pixel.png" alt="">`))
	got := strings.Join(inspect(t, b, address), "\n")
	for _, want := range []string{
		"failed request: " + address + "/missing: 404",
		"failed request: http://far.example/pixel.png: net::ERR_NAME_NOT_RESOLVED",
		"external request: http://far.example/pixel.png",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("found %q, want a line %q", got, want)
		}
	}
}
