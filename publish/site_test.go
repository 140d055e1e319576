package publish_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"log/slog"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/dossier"
	"pourparler/handlers"
	"pourparler/internal/vnu"
	"pourparler/publish"
	"pourparler/seeds"
	"pourparler/storage"
	"pourparler/views"
)

// bundled publishes the bundled dossier once for all tests, into a folder that TestMain removes.
var bundled = sync.OnceValues(func() (string, error) {
	d, err := readBundled()
	if err != nil {
		return "", err
	}
	out := filepath.Join(scratch, "bundled")
	return out, publishDossier(out, d)
})

func readBundled() (*domain.Dossier, error) {
	files, err := seeds.SinoSoviet()
	if err != nil {
		return nil, err
	}
	return dossier.Read(files)
}

// scratch is the folder that all tests of a run share.
var scratch string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "publish-test-*")
	if err != nil {
		panic(err)
	}
	scratch = folder
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// publishDossier writes a copy of a dossier that is kept in a database of its own.
func publishDossier(out string, d *domain.Dossier) (err error) {
	ctx := context.Background()
	store, err := storage.Open(ctx, storage.Config{DSN: ":memory:"})
	if err != nil {
		return err
	}
	defer store.Close()
	if _, err := store.Import(ctx, d); err != nil {
		return err
	}
	snapshot, err := publish.NewSnapshot(ctx, store)
	if err != nil {
		return err
	}
	h, err := handlers.New(handlers.Config{Library: snapshot, Logger: slog.New(slog.DiscardHandler),
		Copy: &views.Copy{Program: "Pourparler 1.2.3"}})
	if err != nil {
		return err
	}
	var records []publish.Record
	for _, f := range views.NewSite(domain.NewIndex(d)).Findings() {
		records = append(records, publish.Record{Kind: f.Kind, Title: f.Title, Words: f.Words, Address: f.Address})
	}
	_, err = publish.Write(ctx, publish.Config{Handler: h, Out: out, Records: records})
	return err
}

// copyOfBundled is the folder with the copy of the bundled dossier, which no test changes.
func copyOfBundled(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a copy of the bundled dossier is made without -short")
	}
	out, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// document is a page or picture of the copy as a browser reads it.
type document struct {
	file string
	root *html.Node
}

// documents are all pages and pictures of a copy.
func documents(t testing.TB, out string) []document {
	t.Helper()
	var all []document
	for _, name := range names(t.(*testing.T), out) {
		if !strings.HasSuffix(name, ".html") && !strings.HasSuffix(name, ".svg") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, document{name, root})
	}
	return all
}

func attributes(n *html.Node) map[string]string {
	all := map[string]string{}
	for _, a := range n.Attr {
		all[a.Key] = a.Val
	}
	return all
}

// TestEveryLink follows every link of the copy from file to file, without the code that wrote them.
func TestEveryLink(t *testing.T) {
	out := copyOfBundled(t)
	there, ids := map[string]bool{}, map[string]bool{}
	for _, name := range names(t, out) {
		there[name] = true
	}
	all := documents(t, out)
	for _, d := range all {
		for n := range d.root.Descendants() {
			if id, ok := attributes(n)["id"]; ok {
				ids[d.file+"#"+id] = true
			}
		}
	}
	links, days := 0, 0
	for _, d := range all {
		for n := range d.root.Descendants() {
			attrs := attributes(n)
			if n.Data == "form" {
				t.Errorf("%s has a form", d.file)
			}
			for _, name := range []string{"href", "src"} {
				if link, ok := attrs[name]; ok {
					links++
					checkLink(t, d.file, link, there, ids)
				}
			}
			if attrs["rel"] == "next" || attrs["rel"] == "prev" {
				days++
			}
		}
	}
	if links < 10000 || days < 100 {
		t.Errorf("%d links, %d of them from day to day: too few to be the whole site", links, days)
	}
}

func checkLink(t *testing.T, file, link string, there, ids map[string]bool) {
	t.Helper()
	u, err := url.Parse(link)
	switch {
	case err != nil:
		t.Errorf("%s: %q cannot be read", file, link)
		return
	case u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "data":
		return
	case u.Scheme != "" || u.RawQuery != "" || strings.HasPrefix(u.Path, "/"):
		t.Errorf("%s: %q does not lead from file to file", file, link)
		return
	}
	target := file
	if u.Path != "" {
		target = path.Join(path.Dir(file), u.Path)
	}
	if !there[target] {
		t.Errorf("%s: %q leads to no file", file, link)
	}
	if u.Fragment != "" && u.Fragment != "top" && !ids[target+"#"+u.Fragment] {
		t.Errorf("%s: %q leads to no part of %s", file, link, target)
	}
}

// portable is what any file system takes as a name.
var portable = regexp.MustCompile(`^[a-z0-9][a-z0-9._,=@-]*[a-z0-9]$`)

// TestNames wants names that any file system takes, and no two that one without capitals takes for one.
func TestNames(t *testing.T) {
	out := copyOfBundled(t)
	d, err := readBundled()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, name := range names(t, out) {
		for segment := range strings.SplitSeq(name, "/") {
			if !portable.MatchString(segment) || len(segment) > 120 {
				t.Errorf("%s: the name %q is not portable", name, segment)
			}
		}
		if folded := strings.ToLower(name); seen[folded] {
			t.Errorf("%s is there twice", folded)
		} else {
			seen[folded] = true
		}
	}
	for _, want := range []string{"index.html", "copy/about.html", "copy/search.html", "copy/records.js", "sino-soviet/index.html",
		"sino-soviet/state/on=1964-03-07.html", "sino-soviet/drift/on=1964-03-07.html", "sino-soviet/silence/on=1964-03-07.html",
		"sino-soviet/ledger/on=1964-03-07.html", "sino-soviet/replies/on=1964-03-07.html", "sino-soviet/comparison/track=bilateral-talks.html",
		"sino-soviet/sheet/track=bilateral-talks.html", "sino-soviet/proposals.csv", "sino-soviet/drift/on=1964-03-07,track=bilateral-talks.svg"} {
		if !seen[want] {
			t.Errorf("%s is not in the copy", want)
		}
	}
	for _, day := range compare.Steps(domain.NewIndex(d)) {
		for _, page := range []string{"state", "drift", "silence", "ledger", "replies"} {
			if want := "sino-soviet/" + page + "/on=" + day.String() + ".html"; !seen[want] {
				t.Errorf("%s is not in the copy", want)
			}
		}
	}
}

// TestManifest wants the sum of every other file.
func TestManifest(t *testing.T) {
	out := copyOfBundled(t)
	list, err := os.ReadFile(filepath.Join(out, "manifest-sha256.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for line := range strings.Lines(string(list)) {
		_, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		listed = append(listed, name)
	}
	others := slices.DeleteFunc(names(t, out), func(name string) bool { return name == "manifest-sha256.txt" })
	slices.Sort(others)
	slices.Sort(listed)
	if diff := cmp.Diff(others, listed); diff != "" {
		t.Errorf("files (-there +listed):\n%s", diff)
	}
}

// TestTwice wants two runs to give the same bytes.
func TestTwice(t *testing.T) {
	d, err := dossier.Read(os.DirFS("../dossier/testdata/harbour"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, name := range []string{"one", "two"} {
		if err := publishDossier(filepath.Join(folder, name), d); err != nil {
			t.Fatal(err)
		}
	}
	one, two := tree(t, filepath.Join(folder, "one")), tree(t, filepath.Join(folder, "two"))
	if diff := cmp.Diff(one, two); diff != "" || len(one) < 100 {
		t.Errorf("two runs of %d files differ (-one +two):\n%.2000s", len(one), diff)
	}
}

// TestWhole wants every row of a table to be on its page.
func TestWhole(t *testing.T) {
	out := copyOfBundled(t)
	for _, name := range []string{"proposals", "responses"} {
		records, err := csv.NewReader(strings.NewReader(readFile(t, out, "sino-soviet", name+".csv"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		rows := len(records) - 1
		page := readFile(t, out, "sino-soviet", name+".html")
		if got := strings.Count(page, "<tr id="); got != rows || rows <= views.PageSize {
			t.Errorf("%s: %d rows on the page, want the %d of the file, more than a page of %d", name, got, rows, views.PageSize)
		}
	}
}

// TestValid asks the W3C's checker about one page of each folder.
func TestValid(t *testing.T) {
	out := copyOfBundled(t)
	sample := map[string][]byte{}
	seen := map[string]bool{}
	for _, name := range names(t, out) {
		if strings.HasSuffix(name, ".html") && (strings.Count(name, "/") < 2 || !seen[path.Dir(name)]) {
			seen[path.Dir(name)] = true
			sample[name] = []byte(readFile(t, out, name))
		}
	}
	for _, m := range vnu.Check(t, sample) {
		t.Error(m)
	}
}
