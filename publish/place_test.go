package publish_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/publish"
)

// TestPlace says what may stand where a copy is to be written.
func TestPlace(t *testing.T) {
	for _, test := range []struct {
		name    string
		prepare func(t *testing.T, out string)
		refused bool
	}{
		{"nothing", func(*testing.T, string) {}, false},
		{"empty folder", func(t *testing.T, out string) { mkdir(t, out) }, false},
		{"older copy", func(t *testing.T, out string) { older(t, out) }, false},
		{"repository", func(t *testing.T, out string) { put(t, out, ".git/HEAD", "x") }, false},
		{"folder of someone else", func(t *testing.T, out string) { put(t, out, "thesis.txt", "x") }, true},
		{"older copy with something added", func(t *testing.T, out string) { older(t, out); put(t, out, "d/thesis.txt", "x") }, false},
		{"older copy with something in the way", func(t *testing.T, out string) { older(t, out); put(t, out, "d/new.html", "x") }, true},
		{"older copy with a folder in the way", func(t *testing.T, out string) { older(t, out); put(t, out, "d/new.html/x", "x") }, true},
		{"older copy without its list", func(t *testing.T, out string) { older(t, out); remove(t, out, "manifest-sha256.txt") }, true},
		{"folder with another marker", func(t *testing.T, out string) { put(t, out, "pourparler-copy.txt", "mine") }, true},
		{"file", func(t *testing.T, out string) { put(t, filepath.Dir(out), filepath.Base(out), "x") }, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "copy")
			test.prepare(t, out)
			before := tree(t, filepath.Dir(out))
			_, err := publish.Write(t.Context(), publish.Config{Handler: pages{"/": page(`<a href="/d/new">x</a>`), "/d/new": page("new")}, Out: out})
			if test.refused {
				if domain.KindOf(err) != domain.Conflict || err == nil {
					t.Errorf("Write = %v, want an error of kind conflict", err)
				}
				if diff := cmp.Diff(before, tree(t, filepath.Dir(out))); diff != "" {
					t.Errorf("the folder has changed (-before +after):\n%s", diff)
				}
				return
			}
			if err != nil {
				t.Fatalf("Write: %v", err)
			}
			want := []string{"copy/404.html", "copy/d/new.html", "copy/index.html", "copy/manifest-sha256.txt", "copy/pourparler-copy.txt"}
			for name, text := range before {
				if text == "x" {
					want = append(want, name)
				}
			}
			slices.Sort(want)
			after := tree(t, filepath.Dir(out))
			if diff := cmp.Diff(want, slices.Sorted(maps.Keys(after))); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			if got := after["copy/d/new.html"]; got != "new" {
				t.Errorf("d/new.html = %q, want new", got)
			}
		})
	}
}

func mkdir(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(path, 0o755); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, folder, name, text string) {
	t.Helper()
	mkdir(t, filepath.Dir(filepath.Join(folder, name)))
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, folder, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(folder, name)); err != nil {
		t.Fatal(err)
	}
}

// older writes a copy with a page that the next one does not have.
func older(t *testing.T, out string) {
	t.Helper()
	site := pages{"/": page(`<a href="/d/old">x</a>`), "/d/old": page("old")}
	if _, err := publish.Write(t.Context(), publish.Config{Handler: site, Out: out}); err != nil {
		t.Fatal(err)
	}
}

// tree is the text of each file below a folder.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, name := range names(t, folder) {
		files[name] = readFile(t, folder, name)
	}
	return files
}

// names are the files below a folder, with slashes, in order.
func names(t *testing.T, folder string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, filepath.ToSlash(strings.TrimPrefix(path, folder+string(filepath.Separator))))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestPageFile says which file the page at an address has.
func TestPageFile(t *testing.T) {
	long := strings.Repeat("c=cpc%401964-02-29&", 12) + "track=x"
	for _, test := range []struct{ address, want string }{
		{"/", "index.html"},
		{"/d", "d/index.html"},
		{"/d/state", "d/state.html"},
		{"/d/state?on=1964-03-07", "d/state/on=1964-03-07.html"},
		{"/d/documents/a.b", "d/documents/a.b.html"},
		{"/d/sheet?track=x&c=cpc%401964-02-29", "d/sheet/c=cpc@1964-02-29,track=x.html"},
		{"/d/sheet?" + long, "d/sheet/" + strings.Repeat("c=cpc@1964-02-29,", 5) + "c=cpc@1964-f05278886506.html"},
		{"/d/p/con", "d/p/x-con-1143da2bc54c.html"},
		{"/d/p/lpt1.a", "d/p/x-lpt1.a-b1be92fedd0e.html"},
		{"/d/p/a%3Ab", "d/p/a-b-6783a31eabf6.html"},
		{"/d/p/%E9%82%93", "d/p/x-9182f5770d6a.html"},
		{"/d/state?track=a%2Cb", "d/state/track=a-2cb-e6aaddb5e7fe.html"},
	} {
		got, err := publish.PageFile(test.address)
		if err != nil || got != test.want {
			t.Errorf("PageFile(%.60q) = %q, %v, want %q", test.address, got, err, test.want)
		}
	}
}
