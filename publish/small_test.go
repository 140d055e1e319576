package publish_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/publish"
)

// pages is a small site: what stands at each address, as "media type|body".
type pages map[string]string

// ServeHTTP answers with what stands at the address.
func (p pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	answer, ok := p[r.URL.RequestURI()]
	media, body, _ := strings.Cut(answer, "|")
	if !ok {
		http.Error(w, "nothing here", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", media)
	if strings.HasPrefix(media, "text/csv") {
		w.Header().Set("Content-Disposition", `attachment; filename="kept as.csv"`)
	}
	fmt.Fprint(w, body)
}

// page is an answer with a page.
func page(body string) string { return "text/html; charset=utf-8|" + body }

// write publishes a site into a new folder and returns the folder.
func write(t *testing.T, h http.Handler, records ...publish.Record) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "copy")
	if _, err := publish.Write(t.Context(), publish.Config{Handler: h, Out: out, Records: records}); err != nil {
		t.Fatalf("Write: %v", err)
	}
	return out
}

func readFile(t *testing.T, path ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestLinks writes a page with one link and says what becomes of it.
func TestLinks(t *testing.T) {
	for _, test := range []struct{ name, link, want string }{
		{"page", `<a href="/d/state">x</a>`, `<a href="state.html">x</a>`},
		{"first page", `<a href="/">x</a>`, `<a href="../index.html">x</a>`},
		{"dossier", `<a href="/d">x</a>`, `<a href="index.html">x</a>`},
		{"record", `<a class="c" href="/d/p/one">x</a>`, `<a class="c" href="p/one.html">x</a>`},
		{"part", `<a href="/d/state#top">x</a>`, `<a href="state.html#top">x</a>`},
		{"own part", `<a href="#here" id="here">x</a>`, `<a href="#here" id="here">x</a>`},
		{"own part by address", `<a href="/d/page#here" id="here">x</a>`, `<a href="#here" id="here">x</a>`},
		{"view", `<a href="/d/state?on=1964-03-07">x</a>`, `<a href="state/on=1964-03-07.html">x</a>`},
		{"order of words", `<a href="/d/state?track=x&amp;on=1964-03-07">x</a>`, `<a href="state/on=1964-03-07,track=x.html">x</a>`},
		{"download", `<a href="/d/t.csv?track=x">x</a>`, `<a href="t/track=x.csv" download="kept as.csv">x</a>`},
		{"capitals", `<a href="/d/p/One">x</a>`, `<a href="p/one-8b12507783d5.html">x</a>`},
		{"order left out", `<a href="/d/state?sort=a" title="by a">x</a>`, `<a>x</a>`},
		{"api left out", `<a href="/api/v1/d">x</a>`, `<a>x</a>`},
		{"page of a party left out", `<a href="/d/t?party=a" lang="zh">x</a>`, `<a lang="zh">x</a>`},
		{"file of a party", `<a href="/d/t.csv?party=a">x</a>`, `<a href="t/party=a.csv" download="kept as.csv">x</a>`},
		{"file of a party by day left out", `<a href="/d/t.csv?party=a&amp;on=1964">x</a>`, `<a>x</a>`},
		{"picture of a party by day", `<img src="/d/pic.svg?party=a&amp;on=1964" alt="">`, `<img src="pic/on=1964,party=a.svg" alt="">`},
		{"alternate left out", `<link rel="alternate" href="/api/v1/d">`, ``},
		{"elsewhere", `<a href="https://example.org/">x</a>`, `<a href="https://example.org/">x</a>`},
		{"picture", `<img src="/d/pic.svg" alt="">`, `<img src="pic.svg" alt="">`},
		{"data", `<img src="data:image/gif;base64,R0" alt="">`, `<img src="data:image/gif;base64,R0" alt="">`},
		{"escapes", `<a href="/d/state" title="&quot;a&quot; &amp; b">&amp;</a>`, `<a href="state.html" title="&#34;a&#34; &amp; b">&amp;</a>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			site := pages{"/": page(`<a href="/d/page">x</a>`), "/d/page": page(test.link), "/d": page(""), "/d/state": page(""),
				"/d/p/one": page(""), "/d/p/One": page(""), "/d/state?on=1964-03-07": page(""), "/d/t.csv?track=x": "text/csv|a",
				"/d/state?on=1964-03-07&track=x": page(""), "/d/pic.svg": "image/svg+xml|<svg/>",
				"/d/t.csv?party=a": "text/csv|a", "/d/pic.svg?on=1964&party=a": "image/svg+xml|<svg/>"}
			if diff := cmp.Diff(test.want, readFile(t, write(t, site), "d", "page.html")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.link, diff)
			}
		})
	}
}

// TestPictureAndStyle wants the links of pictures and style sheets to be followed and to lead to files.
func TestPictureAndStyle(t *testing.T) {
	out := write(t, pages{"/": page(`<link rel="stylesheet" href="/assets/a.css"><img src="/d/p.svg" alt="">`),
		"/assets/a.css": `text/css|b{background:url("/assets/i.svg")}`, "/assets/i.svg": "image/svg+xml|<svg viewBox=\"0 0 1 1\"/>",
		"/d/p.svg": `image/svg+xml|<svg viewBox="0 0 1 1"><a href="/d/x"><path d="M0 0"/></a></svg>`, "/d/x": page("")})
	for file, want := range map[string]string{"assets/a.css": `b{background:url("i.svg")}`,
		"d/p.svg": `<svg viewBox="0 0 1 1"><a href="x.html"><path d="M0 0"/></a></svg>`} {
		if diff := cmp.Diff(want, readFile(t, out, file)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

// TestBroken wants each fault of a site to be named with its page, and nothing to be written.
func TestBroken(t *testing.T) {
	for _, test := range []struct{ name, body, want string }{
		{"missing", `<a href="/gone">x</a>`, "/: /gone is answered with status 404"},
		{"part", `<a href="/d#gone">x</a>`, `/: the link "/d#gone" names a part that is not there`},
		{"own part", `<a href="#gone">x</a>`, `/: the link "#gone" names a part that is not there`},
		{"elsewhere", `<img src="https://example.org/x.png" alt="">`, `/: "https://example.org/x.png" would be loaded from elsewhere`},
		{"unreadable", `<a href="http://[">x</a>`, `/: the link "http://[" cannot be read`},
		{"form", `<form action="/d"></form>`, "/: a form, which a file cannot answer"},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			site := pages{"/": page(test.body), "/d": page(`<p id="there">`)}
			_, err := publish.Write(t.Context(), publish.Config{Handler: site, Out: filepath.Join(folder, "copy")})
			var broken *publish.Broken
			if !errors.As(err, &broken) || domain.KindOf(err) != domain.Internal {
				t.Fatalf("Write = %v, want a Broken of kind internal", err)
			}
			if diff := cmp.Diff([]string{test.want}, broken.Lines); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
			empty(t, folder)
		})
	}
}

// TestNamed wants the public addresses that pages and footnotes name to be those of files.
func TestNamed(t *testing.T) {
	const footnote = "Cite &lt;https://example.org/talks/d/state/on=1964-03-07.html&gt; or https://example.org/talks/. "
	site := pages{"/": page(`<a href="/d/state?on=1964-03-07">x</a><a href="/d.bib">x</a>` + footnote), "/d/state?on=1964-03-07": page(""),
		"/d.bib": "application/x-bibtex|url = {https://example.org/talks/d/gone.html},"}
	c := publish.Config{Handler: site, URL: "https://example.org/talks", Out: filepath.Join(t.TempDir(), "copy")}
	_, err := publish.Write(t.Context(), c)
	var broken *publish.Broken
	want := []string{"/d.bib: it names the address https://example.org/talks/d/gone.html, at which the copy has nothing"}
	if !errors.As(err, &broken) || cmp.Diff(want, broken.Lines) != "" {
		t.Errorf("Write = %v (%v), want %q", err, broken.Lines, want)
	}
	site["/d.bib"] = "application/x-bibtex|url = {https://example.org/talks/index.html},"
	if _, err := publish.Write(t.Context(), c); err != nil {
		t.Errorf("Write: %v", err)
	}
}

// empty fails unless a folder has nothing in it, hidden or not.
func empty(t *testing.T, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) > 0 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}

// TestBreaks wants a transfer that breaks off, and a run that is stopped, to leave nothing behind.
func TestBreaks(t *testing.T) {
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, test := range []struct {
		name string
		ctx  context.Context
		kind domain.Kind
	}{{"transfer", t.Context(), domain.Internal}, {"stopped", stopped, domain.Invalid}} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			site := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				fmt.Fprint(w, "half a page")
				panic(http.ErrAbortHandler)
			})
			_, err := publish.Write(test.ctx, publish.Config{Handler: site, Out: filepath.Join(folder, "copy")})
			if err == nil || domain.KindOf(err) != test.kind {
				t.Errorf("Write = %v, want an error of kind %s", err, test.kind)
			}
			empty(t, folder)
		})
	}
}

// TestRecords wants the records in a file beside the search page, with links that hold there.
func TestRecords(t *testing.T) {
	site := pages{"/": page(`<a href="/copy/search">x</a><a href="/d/p/one">x</a>`), "/d/p/one": page(`<p id="r">`),
		"/copy/search": page(`<script src="/copy/records.js"></script>`)}
	out := write(t, site, publish.Record{Kind: "person", Title: "邓小平", Words: `a "b" <c>`, Address: "/d/p/one#r"})
	want := "// kind, title, words, link\nvar pourparlerRecords = [\n" +
		`["person","邓小平","a \"b\" \u003cc\u003e","../d/p/one.html#r"]` + "\n];\n"
	if diff := cmp.Diff(want, readFile(t, out, "copy", "records.js")); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	if got, want := readFile(t, out, "copy", "search.html"), `<script src="records.js"></script>`; got != want {
		t.Errorf("search page = %s, want %s", got, want)
	}
	lost := publish.Config{Handler: site, Out: filepath.Join(t.TempDir(), "copy"), Records: []publish.Record{{Address: "/d/p/two"}}}
	if _, err := publish.Write(t.Context(), lost); err == nil {
		t.Error("Write with a record that no page leads to succeeds, want an error")
	}
}
