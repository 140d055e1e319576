package views_test

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"pourparler/internal/browser"
)

// TestForeignPassages puts a text in Hebrew and one in Chinese wherever a dossier has words, and wants each to be marked
// in every place of every page: what is read from the right stands alone, and what is Chinese says so.
func TestForeignPassages(t *testing.T) {
	for name, test := range map[string]struct {
		text   string
		script *unicode.RangeTable
		marked func(*html.Node) bool
	}{
		"Hebrew":  {"ועד הנמל", unicode.Hebrew, isolated},
		"Chinese": {"北京会议", unicode.Han, inChinese},
	} {
		t.Run(name, func(t *testing.T) {
			found := map[string]int{}
			for _, a := range pages(t, siteOf(spoiled(t, test.text))) {
				for n := range parsed(t, a.page).Descendants() {
					if n.Type != html.TextNode || n.Parent.Data == "script" ||
						!strings.ContainsFunc(n.Data, func(r rune) bool { return unicode.Is(test.script, r) }) {
						continue
					}
					found[n.Parent.Data]++
					if !test.marked(n) {
						t.Errorf("%s: in %s, %q is not marked", a.path, describe(n.Parent), n.Data)
					}
				}
			}
			if found["option"] == 0 || found["title"] == 0 || len(found) < 4 {
				t.Errorf("the text stands in %v: the fixture or this test is wrong", found)
			}
		})
	}
}

// isolated reports whether a text stands in an element of its own, or between signs to that effect where none can be.
func isolated(n *html.Node) bool {
	if n.Parent.Data == "bdi" {
		return true
	}
	inside := 0
	for _, r := range n.Data {
		switch {
		case r == '\u2068':
			inside++
		case r == '\u2069':
			inside--
		case unicode.Is(unicode.Hebrew, r) && inside != 1:
			return false
		}
	}
	for p := range n.Ancestors() {
		if p.Data == "svg" || p.Data == "option" || p.Data == "title" {
			return true
		}
	}
	return false
}

// inChinese reports whether a text says that it is Chinese, or whatever the record says that a name is, or stands where
// no part can say so.
func inChinese(n *html.Node) bool {
	return strings.HasPrefix(language(n), "zh") || language(n) == n.Data || n.Parent.Data == "title" || n.Parent.Data == "option" || n.Parent.Data == "desc"
}

// TestHebrewBesideADate wants a date to stand to the right of the Hebrew name before it, in the browser.
func TestHebrewBesideADate(t *testing.T) {
	d := harbour(t)
	for i := range d.Parties {
		d.Parties[i].Short = "ועד " + string(rune('א'+i))
	}
	b := browser.New(t)
	page := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(page, []byte(render(t, proposals(t, siteOf(d), ""))), 0o600); err != nil {
		t.Fatal(err)
	}
	p := b.Open(t, browser.Visit{URL: (&url.URL{Scheme: "file", Path: filepath.ToSlash(page)}).String()})
	got := browser.Eval[[]string](p, `(() => {
		const lines = [];
		for (const link of document.querySelectorAll("td a")) {
			const place = (sign) => {
				const walk = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
				for (let n = walk.nextNode(); n; n = walk.nextNode()) {
					const at = n.data.indexOf(sign);
					if (at < 0) continue;
					const range = document.createRange();
					range.setStart(n, at);
					range.setEnd(n, at + 1);
					return range.getBoundingClientRect();
				}
			};
			if (!link.textContent.startsWith("ועד") || !/, 1/.test(link.textContent)) continue;
			const [name, date] = [place("ו"), place("1")];
			lines.push(name.top < date.bottom - 1 && date.left < name.right && Math.abs(date.top - name.top) < 5 ? "wrong: " + link.textContent : "right");
		}
		return lines;
	})()`)
	if len(got) == 0 {
		t.Error("no link begins with a name and goes on with a date")
	}
	for _, line := range got {
		if line != "right" {
			t.Error(line)
		}
	}
}
