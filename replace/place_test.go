package replace_test

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/replace"
)

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// tree is the text of each file below a folder, and where each link leads.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	names, err := replace.Files(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, name := range names {
		path := filepath.Join(dir, name)
		link, err := os.Readlink(path)
		if err == nil {
			all[name] = "-> " + link
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(text)
	}
	return all
}

// folder writes a folder with one file, and replaces another.
func folder(t *testing.T, path string, own ...string) error {
	t.Helper()
	p, err := replace.Folder(path)
	if err != nil {
		return err
	}
	defer p.Abandon()
	put(t, p.New, "new/a", "new")
	return p.Commit(own)
}

func file(path string) error {
	return replace.File(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "new")
		return err
	})
}

// TestFolder says what becomes of what stands at a place and around it.
func TestFolder(t *testing.T) {
	long := strings.Repeat("x", 250)
	for _, test := range []struct {
		name, place string
		before      map[string]string // files, or links after "-> "
		own         []string
		want        map[string]string // beside what was there; "" of what is gone
		refused     string
	}{
		{"nothing", "p", nil, nil, map[string]string{"p/new/a": "new"}, ""},
		{"folders above", "a/b/p", nil, nil, map[string]string{"a/b/p/new/a": "new"}, ""},
		{"a long name", long, nil, nil, map[string]string{long + "/new/a": "new"}, ""},
		{"an older one", "p", map[string]string{"p/new/a": "old", "p/b": "other"}, nil, map[string]string{"p/new/a": "new"}, ""},
		{"an older one with more", "p", map[string]string{"p/old/a": "old", "p/old/b": "other", "p/gone/c": "old"},
			[]string{"old/a", "gone/c"}, map[string]string{"p/new/a": "new", "p/old/a": "", "p/gone/c": ""}, ""},
		{"a file of others in the way", "p", map[string]string{"p/new/a": "mine"}, []string{"b"}, nil, "would be lost"},
		{"a folder in the way", "p", map[string]string{"p/new/a/b": "mine"}, nil, nil, "a is a folder and should be a file"},
		{"a file in the way of a folder", "p", map[string]string{"p/new": "mine"}, nil, nil, "new is no folder and should be one"},
		{"a link in the way", "p", map[string]string{"p/new/a": "-> ../../b", "b": "mine"}, nil, nil, "a is a symbolic link and should be a file"},
		{"a link in the way of a folder", "p", map[string]string{"p/new": "-> ../b", "b/c": "mine"}, nil, nil, "new is no folder and should be one"},
		{"a link to it", "p/", map[string]string{"p": "-> real", "real/b": "mine"}, nil, map[string]string{"real/new/a": "new"}, ""},
		{"a file", "p", map[string]string{"p": "mine"}, nil, nil, "it is a file"},
		{"a file where the work is done", "p", map[string]string{"p/b": "mine", ".p.pourparler-unfinished": "mine"}, nil,
			map[string]string{"p/new/a": "new"}, ""},
		{"a link where the work is done", "p", map[string]string{"p/b": "mine", ".p.pourparler-unfinished": "-> p"}, nil,
			map[string]string{"p/new/a": "new"}, ""},
		{"files of others where the work is done", "p", map[string]string{"p/b": "mine", ".p.pourparler-unfinished/b": "mine"}, nil,
			map[string]string{"p/new/a": "new"}, ""},
		{"a file where a plan would be", "p", map[string]string{"p/.pourparler-unfinished": "mine"}, nil, map[string]string{"p/new/a": "new"}, ""},
		{"work that was killed", "p", map[string]string{"p/b": "mine", ".p.pourparler-unfinished/new/c": "half"}, nil,
			map[string]string{"p/new/a": "new", ".p.pourparler-unfinished/new/c": ""}, ""},
		{"work in it that was killed", "p", map[string]string{"p/b": "mine", "p/.pourparler-unfinished/new/c": "half"}, nil,
			map[string]string{"p/new/a": "new", "p/.pourparler-unfinished/new/c": ""}, ""},
		{"a plan", "p", map[string]string{"p/.pourparler-unfinished/ready/c": "ready", "p/c": "old", "p/d": "old",
			"p/.pourparler-unfinished/plan": `{"New":["b","c"],"Gone":["d","e"]}`}, nil,
			map[string]string{"p/new/a": "new", "p/c": "ready", "p/d": "", "p/.pourparler-unfinished/ready/c": "", "p/.pourparler-unfinished/plan": ""}, ""},
		{"a plan that leads out", "p", map[string]string{"p/.pourparler-unfinished/ready/c": "ready", "b": "mine",
			"p/.pourparler-unfinished/plan": `{"Gone":["../b"]}`}, nil, nil, `the name "../b"`},
		{"a plan that leads to the root", "p", map[string]string{"p/.pourparler-unfinished/ready/c": "ready",
			"p/.pourparler-unfinished/plan": `{"New":["/b"]}`}, nil, nil, `the name "/b"`},
		{"a plan that leads out by a link", "p", map[string]string{"p/.pourparler-unfinished/ready/c": "ready", "b/c": "mine", "p/link": "-> ../b",
			"p/.pourparler-unfinished/plan": `{"Gone":["link/c"]}`}, nil, nil, "cannot be completed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range test.before {
				if link, ok := strings.CutPrefix(text, "-> "); ok {
					put(t, dir, name, "")
					if err := os.Remove(filepath.Join(dir, name)); err != nil {
						t.Fatal(err)
					}
					if err := os.Symlink(link, filepath.Join(dir, name)); err != nil {
						t.Fatal(err)
					}
					continue
				}
				put(t, dir, name, text)
			}
			want := tree(t, dir)
			for name, text := range test.want {
				if want[name] = text; text == "" {
					delete(want, name)
				}
			}
			err := folder(t, dir+"/"+test.place, test.own...)
			switch {
			case test.refused == "" && err != nil:
				t.Errorf("Commit: %v", err)
			case test.refused != "" && (err == nil || !strings.Contains(err.Error(), test.refused)):
				t.Errorf("Commit = %v, want an error with %q", err, test.refused)
			}
			if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

// TestFile says what becomes of what stands where a file belongs.
func TestFile(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "old", "old")
	put(t, dir, ".old.pourparler-unfinished/new", "half")
	put(t, dir, "folder/a", "mine")
	put(t, dir, ".mine.pourparler-unfinished", "mine")
	long := strings.Repeat("x", 250)
	for _, name := range []string{"old", "new", long} {
		if err := file(filepath.Join(dir, name)); err != nil {
			t.Errorf("%.10s: %v", name, err)
		}
	}
	for name, want := range map[string]string{"folder": "a folder has that name", "missing/new": "cannot write to", "mine": "is in the way"} {
		if err := file(filepath.Join(dir, name)); err == nil || !strings.Contains(err.Error(), want) || domain.KindOf(err) == domain.Internal {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
	want := map[string]string{"old": "new", "new": "new", long: "new", "folder/a": "mine", ".mine.pourparler-unfinished": "mine"}
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// TestBusy refuses a second run to a place, also one from within the folder, and leaves the first one alone.
func TestBusy(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "p")
	for _, there := range []string{"not there", "there", "from within"} {
		p, err := replace.Folder(path)
		if err != nil {
			t.Fatal(err)
		}
		put(t, p.New, "a", there)
		err = folder(t, path)
		if domain.KindOf(err) != domain.Conflict || !strings.Contains(err.Error(), "another run") {
			t.Errorf("%s: a second one: %v", there, err)
		}
		if err := p.Commit(nil); err != nil {
			t.Errorf("%s: the first one: %v", there, err)
		}
		if got, err := os.ReadFile(filepath.Join(path, "a")); string(got) != there {
			t.Errorf("%s: %q, %v", there, got, err)
		}
		if there == "there" {
			t.Chdir(path)
		}
	}
	if got := tree(t, dir); len(got) != 1 {
		t.Errorf("left: %v", got)
	}
}

// TestExchanges says which folders are exchanged, and which stay and get other files.
func TestExchanges(t *testing.T) {
	for name, exchanged := range map[string]bool{"notes.txt": true, "notes-wal.txt": true, "p.db": true, "a/p.db-wal": false, "p.db-journal": false} {
		path := filepath.Join(t.TempDir(), "p")
		put(t, path, name, "mine")
		before, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := folder(t, path); err != nil {
			t.Fatal(err)
		}
		after, err := os.Stat(path)
		if err != nil || os.SameFile(before, after) == exchanged && (runtime.GOOS == "linux" || runtime.GOOS == "darwin") {
			t.Errorf("with %s: exchanged: %v, %v, want %v", name, !exchanged, err, exchanged)
		}
		if diff := cmp.Diff(map[string]string{name: "mine", "new/a": "new"}, tree(t, path)); diff != "" {
			t.Errorf("files (-want +got):\n%s", diff)
		}
	}
}

// TestStale writes from within a folder that was replaced, as another shell may stand in it: not into what is left of the old one.
func TestStale(t *testing.T) {
	above := t.TempDir()
	path := filepath.Join(above, "p")
	work := filepath.Join(above, ".p.pourparler-unfinished")
	for _, old := range []string{filepath.Join(work, "new"), filepath.Join(above, "gone")} {
		put(t, path, "a", "old")
		t.Chdir(path)
		if err := os.MkdirAll(work, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path, old); err != nil {
			t.Fatal(err)
		}
		if filepath.Base(old) == "gone" {
			if err := os.RemoveAll(old); err != nil {
				t.Fatal(err)
			}
		}
		put(t, path, "a", "new")
		if err := folder(t, "."); domain.KindOf(err) != domain.Invalid || !strings.Contains(err.Error(), "enter it again") {
			t.Errorf("%s: %v, want that it was replaced", old, err)
		}
	}
}

// TestKeeps replaces a folder with rights of its own and folders of others in it, which keep theirs.
func TestKeeps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p")
	put(t, path, "new/a", "old")
	put(t, path, "other/b", "mine")
	modes := map[string]fs.FileMode{".": 0o750, "new": 0o770, "other": 0o500, "none": 0o711}
	if err := os.Mkdir(filepath.Join(path, "none"), 0o700); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(filepath.Join(path, "other"))
	if err != nil {
		t.Fatal(err)
	}
	for name, mode := range modes {
		if err := os.Chmod(filepath.Join(path, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := folder(t, path); err != nil {
		t.Fatal(err)
	}
	for name, mode := range modes {
		if info, err := os.Stat(filepath.Join(path, name)); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v, want %v", name, info.Mode(), err, mode)
		}
	}
	if after, err := os.Stat(filepath.Join(path, "other")); err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("other: changed at %v, %v, want %v", after.ModTime(), err, before.ModTime())
	}
}
