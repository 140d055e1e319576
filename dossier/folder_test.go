package dossier_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/dossier"
)

// names are the entries of a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// TestWriteDirKeepsOthers writes over a dossier in a folder that a person uses for more.
func TestWriteDirKeepsOthers(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "kept")
	d := read(t, os.DirFS("testdata/harbour"))
	put(t, dir, "dossier.yaml", "old")
	put(t, dir, ".git/HEAD", "ref")
	put(t, dir, "documents/README.txt", "mine")
	if err := dossier.WriteDir(dir, d); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, read(t, os.DirFS(dir)), sameDate); diff != "" {
		t.Errorf("ReadDir after WriteDir differs:\n%s", diff)
	}
	for name, want := range map[string]string{".git/HEAD": "ref", "documents/README.txt": "mine"} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s = %q, %v, want it untouched", name, got, err)
		}
	}
	if got := names(t, above); !slices.Equal(got, []string{"kept"}) {
		t.Errorf("beside the folder stands %q", got)
	}
}

// TestWriteDirPutsBack fails halfway: the folder is as before and nothing stands beside it.
func TestWriteDirPutsBack(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "kept")
	put(t, dir, "dossier.yaml", "old")
	put(t, dir, "tracks.yaml", "old tracks")
	put(t, dir, "questions.yaml/README", "mine")
	err := dossier.WriteDir(dir, read(t, os.DirFS("testdata/harbour")))
	if domain.KindOf(err) != domain.Conflict {
		t.Fatalf("WriteDir = %v, want a conflict", err)
	}
	if got, want := names(t, dir), []string{"dossier.yaml", "questions.yaml", "tracks.yaml"}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
	for name, want := range map[string]string{"dossier.yaml": "old", "tracks.yaml": "old tracks", "questions.yaml/README": "mine"} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s = %q, %v, want it as before", name, got, err)
		}
	}
	if got := names(t, above); !slices.Equal(got, []string{"kept"}) {
		t.Errorf("beside the folder stands %q", got)
	}
}

// TestWriteDirFailsCleanly cannot write at all, and leaves no folder that would be in the way of the next try.
func TestWriteDirFailsCleanly(t *testing.T) {
	above := t.TempDir()
	put(t, above, "file", "")
	d := read(t, os.DirFS("testdata/harbour"))
	if err := dossier.WriteDir(filepath.Join(above, "file", "a", "b"), d); err == nil {
		t.Error("WriteDir below a file = nil, want an error")
	}
	if got := names(t, above); !slices.Equal(got, []string{"file"}) {
		t.Errorf("left behind: %q", got)
	}
	if err := dossier.WriteDir(filepath.Join(above, "new", "a", "b"), d); err != nil {
		t.Errorf("WriteDir into folders to be made: %v", err)
	}
}

// TestReadDirWhileReplaced reads a folder again and again while it is replaced by one release and by the other.
func TestReadDirWhileReplaced(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "harbour")
	releases := []*domain.Dossier{read(t, os.DirFS("testdata/harbour")), read(t, os.DirFS("testdata/harbour"))}
	releases[1].Release = "0.3.0"
	for i := range releases[1].Documents {
		releases[1].Documents[i].Title = "another"
	}
	if err := dossier.WriteDir(dir, releases[0]); err != nil {
		t.Fatal(err)
	}
	over, ended := make(chan bool), make(chan error, 1)
	go func() {
		for n := 1; ; n++ {
			select {
			case <-over:
				ended <- nil
				return
			default:
				if err := dossier.WriteDir(dir, releases[n%2]); err != nil {
					ended <- err
					return
				}
			}
		}
	}()
	seen := map[string]int{}
	for range 100 {
		got, err := dossier.ReadDir(dir)
		switch {
		case domain.KindOf(err) == domain.Conflict && err != nil:
			seen["changes"]++
		case err != nil:
			t.Errorf("ReadDir: %v", err)
		case !cmp.Equal(got, releases[0], sameDate) && !cmp.Equal(got, releases[1], sameDate):
			t.Errorf("ReadDir gave something of release %s that is neither", got.Release)
		default:
			seen[got.Release]++
		}
	}
	close(over)
	if err := <-ended; err != nil {
		t.Errorf("WriteDir: %v", err)
	}
	if seen["0.2.0"] == 0 || seen["0.3.0"] == 0 {
		t.Errorf("read: %v, want both releases", seen)
	}
}
