package views_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/dossier"
)

// slips are what no sentence of a page may have.
var slips = []struct {
	what    string
	pattern *regexp.Regexp
}{
	{"a space before a stop", regexp.MustCompile(`\w [,.;:!?](\s|$)`)},
	{"two stops", regexp.MustCompile(`[^.]\.\.($|[^.])|[,;:]\s*[,;.]|;\s*$`)},
	{"an escape sign", regexp.MustCompile(`;\\| \\|%!`)},
	{"one of several", regexp.MustCompile(`(?i)\b(one|1) (proposals|responses|documents|meetings|claims|statements|parties|days|months|dates|pairs|lines|terms|letters|lists|paragraphs|times|demands|changes)\b`)},
	{"several of one", regexp.MustCompile(`(?i)\b(no other|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[02-9]|\d{1,2}\d) (proposal|response|document|meeting|claim|party|day|month|date|pair|line|term|list|paragraph|demand|change)\b`)},
	{"nothing where a name or date stands", regexp.MustCompile(`\b(on|of|by|until|toward|between|and|the) ?([.,;:)]|$)|“”|\(\)|’s’|^’`)},
	{"a name of letters without its article", regexp.MustCompile(`\b(account of|that of|put to|toward|away from|proposed by) [A-Z]{2,}\b[^–:|]*\.|^[A-Z]{2,} (moved|had|named)\b`)},
	{"an article and another", regexp.MustCompile(`(?i)\b(the|a|an) (the|a|an|its|his|their)\b`)},
}

// doubled finds a word that stands twice, which a pattern cannot.
func doubled(words string) string {
	all := strings.Fields(words)
	for i := 1; i < len(all); i++ {
		if letters := strings.TrimRight(all[i], ",.;:)"); letters != "" && all[i-1] == letters && !strings.ContainsAny(letters, "0123456789–…|=") {
			return all[i-1] + " " + all[i]
		}
	}
	return ""
}

// slip returns what is wrong with words that a page has, unless the record has them so.
func slip(words, record string) string {
	if d := doubled(words); d != "" && !strings.Contains(record, d) {
		return "a word twice: " + d
	}
	for _, s := range slips {
		if at := s.pattern.FindString(words); at != "" && !strings.Contains(record, strings.TrimSpace(at)) {
			return s.what + ": " + at
		}
	}
	return ""
}

// sentences are the elements in which a page says something, and those of them that are whole sentences of our own making.
const (
	saying = "main p, main li, main dd, main figcaption, main td, main th, svg desc, svg title, svg text"
	whole  = "p.lede, svg desc, section#changed > p"
)

// record is all that a dossier says in its files.
func record(t *testing.T, files map[string]string) string {
	t.Helper()
	var all strings.Builder
	for _, text := range files {
		all.WriteString(strings.Join(strings.Fields(text), " "))
		all.WriteString("\n")
	}
	return all.String()
}

// textOf is what an element says. A bar stands where a part of it is set off from the others, as a source or a name is.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		apart := n.Type == html.ElementNode && n.Data != "svg" && n.Data != "em" && n.Data != "strong"
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		} else if apart {
			b.WriteString(" | ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if apart {
			b.WriteString(" | ")
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c)
	}
	return strings.TrimSpace(b.String())
}

// TestGrammar reads every page of every dossier of the tests, and those of a day on every day on which something happened.
func TestGrammar(t *testing.T) {
	read := func(name string, d *domain.Dossier, record string) {
		t.Run(name, func(t *testing.T) {
			s := siteOf(d)
			all := pages(t, s)
			for _, day := range compare.Steps(s.Index()) {
				all = append(all, address{"silence " + day.String(), s.NewSilence(onDay(s, compare.SilenceMap, day))},
					address{"ledger " + day.String(), s.NewLedger(onDay(s, ledgerOfAll, day))}, address{"drift " + day.String(), drift(t, s, "", day.String())})
			}
			for _, a := range all {
				readPage(t, a.path, parsed(t, a.page), record)
			}
		})
	}
	for name, files := range testDossiers(t) {
		d, err := dossier.Read(files)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		words := map[string]string{}
		_ = fs.WalkDir(files, ".", func(path string, _ fs.DirEntry, _ error) error {
			if data, err := fs.ReadFile(files, path); err == nil {
				words[path] = string(data)
			}
			return nil
		})
		read(name, d, record(t, words))
	}
}

func readPage(t *testing.T, path string, page *html.Node, record string) {
	t.Helper()
	for _, n := range find(page, saying) {
		for words := range strings.SplitSeq(strings.Join(strings.Fields(textOf(n)), " "), "|") {
			words = strings.TrimSpace(words)
			if wrong := slip(words, record); wrong != "" && strings.Contains(words, " ") {
				t.Errorf("%s: %s in %q", path, wrong, words)
			}
		}
	}
	for _, n := range find(page, whole) {
		words := textOf(n)
		if words == "" || strings.Contains(words, "|") || strings.Contains(record, words) {
			continue
		}
		if unicode.IsLower([]rune(words)[0]) || !strings.HasSuffix(words, ".") || strings.Contains(words, "  ") {
			t.Errorf("%s: %q is no sentence with a capital and a full stop", path, words)
		}
	}
}

// testDossiers are the bundled dossier, the invented ones and the cases of the rules.
func testDossiers(t *testing.T) map[string]fs.FS {
	t.Helper()
	all := map[string]fs.FS{"harbour": os.DirFS("../dossier/testdata/harbour"), "ferry": os.DirFS("../domain/compare/testdata/ferry"), "bundled": os.DirFS("../seeds/sino-soviet")}
	paths, err := filepath.Glob("../domain/compare/testdata/cases/*.txt")
	if err != nil || len(paths) < 80 {
		t.Fatalf("%d cases (%v)", len(paths), err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files := fstest.MapFS{}
		for _, part := range strings.Split("\n"+string(data), "\n-- ")[1:] {
			if name, text, _ := strings.Cut(part, " --\n"); name != "rows.json" {
				files[name] = &fstest.MapFile{Data: []byte(text + "\n")}
			}
		}
		all[strings.TrimSuffix(filepath.Base(path), ".txt")] = files
	}
	return all
}
