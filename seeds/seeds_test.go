package seeds_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/seeds"
)

func files(t *testing.T) fs.FS {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// bundled is the dossier as it is read, without a problem.
func bundled(t *testing.T) *domain.Dossier {
	t.Helper()
	d, err := dossier.Read(files(t))
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return d
}

// TestCanonical holds the folder to the form in which dossiers are written: the same files and the same bytes. With
// -update it is put in that form.
func TestCanonical(t *testing.T) {
	written, err := dossier.Write(bundled(t))
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := dossier.WriteDir("sino-soviet", bundled(t)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := map[string]string{}
	for _, f := range written {
		want[f.Name] = string(f.Data)
	}
	if diff := cmp.Diff(want, contents(t, files(t))); diff != "" {
		t.Errorf("the folder is not as it would be written (-written +folder); run go test ./seeds -update:\n%s", diff)
	}
}

func contents(t *testing.T, fsys fs.FS) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		texts[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// paragraphs are the held documents with the number of the last paragraph of each edition, read off the editions.
var paragraphs = map[string]int{
	"talks-1960-09":              37,
	"cpsu-1963-02-21":            18,
	"cpc-1963-03-09":             31,
	"cpc-cable-1963-03-13":       23,
	"cpsu-1963-11-29":            35,
	"cpc-1964-02-20":             7,
	"cpsu-1964-02-22":            27,
	"cpc-1964-02-27":             11,
	"cpc-1964-02-29":             71,
	"cpsu-1964-03-07":            42,
	"cpc-1964-05-07":             28,
	"cpsu-1964-07-30":            20,
	"seven-letters-1964-preface": 2,
}

func TestHeldDocuments(t *testing.T) {
	got := map[string]int{}
	for _, d := range bundled(t).Documents {
		if d.Held {
			got[d.ID] = d.Edition.Paragraphs
		}
	}
	if diff := cmp.Diff(paragraphs, got); diff != "" {
		t.Errorf("held documents and their paragraphs differ (-editions +dossier):\n%s", diff)
	}
}

// TestIDs finds the ids that links and exercises outside the program rely on.
func TestIDs(t *testing.T) {
	d := bundled(t)
	cases := []struct {
		section   string
		got, want []string
	}{
		{"tracks", ids(d.Tracks, func(x domain.Track) string { return x.ID }), []string{"bilateral-talks", "preparatory-meeting",
			"international-meeting", "convening", "polemics", "publication", "february-letter", "boundary", "experts",
			"trade-and-aid", "state-relations", "relations", "talks-1960"}},
		{"parties", ids(d.Parties, func(x domain.Party) string { return x.ID }), []string{"cpc", "cpsu", "prc", "ussr", "viet-nam",
			"gdr", "west-germany", "great-britain", "usa", "new-zealand"}},
		{"lists", ids(d.Lists, func(x domain.List) string { return x.ID }), []string{"seventeen", "twenty-six", "eighty-one"}},
	}
	for _, c := range cases {
		for _, id := range c.want {
			if !slices.Contains(c.got, id) {
				t.Errorf("%s: no %q among %q", c.section, id, c.got)
			}
		}
	}
}

func ids[T any](records []T, id func(T) string) []string {
	var all []string
	for _, r := range records {
		all = append(all, id(r))
	}
	return all
}

// TestReadme holds the numbers of the first page of the project to the dossier.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	d := bundled(t)
	want := fmt.Sprintf("%d proposals, %d responses, %d documents", len(d.Proposals), len(d.Responses), len(d.Documents))
	if !strings.Contains(string(readme), want) {
		t.Errorf("the README does not say %q", want)
	}
}
