package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	_ "pourparler/internal/golden" // for -update
)

// systems are those for which the program is built; each takes in modules that others do not.
var systems = []string{"linux", "darwin", "windows", "freebsd"}

// notice is how the files are named in which a module keeps what its licence wants to be passed on.
var notice = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|copyright|notice|patents)`)

// TestLicences holds LICENCES.txt to the modules that go.mod puts into the program. With -update it is written anew.
func TestLicences(t *testing.T) {
	texts := notices{}
	texts.add("Pourparler", readNotice(t, "../../LICENSE"))
	for name, dirs := range compiled(t) {
		before := len(texts.of(name))
		for dir := range dirs {
			texts.folder(t, name, dir)
		}
		if len(texts.of(name)) == before {
			t.Errorf("%s has no licence where it is looked for", name)
		}
	}
	got := texts.String()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile("LICENCES.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := gocmp.Diff(licences, got); diff != "" {
		t.Errorf("LICENCES.txt is not current: go test ./cmd/pourparler -run TestLicences -update (-file +modules):\n%s", diff)
	}
}

// TestLicencesOfBuild goes by what the linker says is in this test, as far as it is also in the program.
func TestLicencesOfBuild(t *testing.T) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		t.Fatal("the build says nothing of its modules")
	}
	inProgram, seen := compiled(t), 0
	for _, m := range info.Deps {
		name := m.Path + " " + m.Version
		if inProgram[name] == nil {
			continue
		}
		if seen++; !strings.Contains(licences, "\n  "+name+"\n") {
			t.Errorf("LICENCES.txt has nothing about %s", name)
		}
	}
	if seen == 0 {
		t.Error("no module of the build is known")
	}
}

// TestNoC wants nothing in the program to be compiled from C, also where there is a compiler, but what Go itself brings.
func TestNoC(t *testing.T) {
	for _, p := range listed(t, runtime.GOOS, "CGO_ENABLED=1") {
		if !p.Standard && len(p.CgoFiles) > 0 {
			t.Errorf("%s is compiled from C: %v", p.ImportPath, p.CgoFiles)
		}
	}
}

// compiled returns, for each module in the program, the folders of its packages and those above them in the module.
func compiled(t *testing.T) map[string]map[string]bool {
	t.Helper()
	all := map[string]map[string]bool{}
	for _, system := range systems {
		for _, p := range listed(t, system, "CGO_ENABLED=0") {
			name, root := p.module()
			if name == "" {
				continue
			}
			if all[name] == nil {
				all[name] = map[string]bool{root: true}
			}
			for dir := p.Dir; len(dir) > len(root) && !p.Standard; dir = filepath.Dir(dir) {
				all[name][dir] = true
			}
		}
	}
	return all
}

// listedPackage is a package as go list has it.
type listedPackage struct {
	ImportPath, Dir, Root string
	Standard              bool
	CgoFiles              []string
	Module                *struct {
		Path, Version, Dir string
		Main               bool
		Replace            *struct{ Version string }
	}
}

// module returns the name and the folder of what the package belongs to, or "" for what is ours.
func (p listedPackage) module() (name, root string) {
	switch {
	case p.Standard:
		return "Go (the standard library)", p.Root
	case p.Module.Main, p.Module.Replace != nil && p.Module.Replace.Version == "":
		return "", ""
	}
	return p.Module.Path + " " + p.Module.Version, p.Module.Dir
}

// listed returns the packages that the program is built of.
func listed(t *testing.T, system, cgo string) []listedPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,Root,Standard,CgoFiles,Module", ".")
	cmd.Env = append(os.Environ(), "GOOS="+system, cgo)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listedPackage
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listedPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// notices are names by the text that belongs to them.
type notices map[string][]string

func (n notices) add(name, text string) {
	if !slices.Contains(n[text], name) {
		n[text] = append(n[text], name)
		slices.Sort(n[text])
	}
}

// of returns the texts that belong to a name.
func (n notices) of(name string) (texts []string) {
	for text, names := range n {
		if slices.Contains(names, name) {
			texts = append(texts, text)
		}
	}
	return texts
}

// folder adds what stands in a folder.
func (n notices) folder(t *testing.T, name, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if notice.MatchString(e.Name()) && !e.IsDir() && filepath.Ext(e.Name()) != ".go" {
			n.add(name, readNotice(t, filepath.Join(dir, e.Name())))
		}
	}
}

func readNotice(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n"))
}

// String is the file: each text once, below the names of those to whom it belongs, and ours first.
func (n notices) String() string {
	var b strings.Builder
	b.WriteString(`This program is made of its own code, style sheets and scripts and of the modules below. Each licence stands below
the names of those that are under it. The licence of a dossier stands on its pages and in its files.
`)
	order := slices.SortedFunc(maps.Keys(n), func(a, c string) int {
		ours := func(text string) int { return -strings.Count(strings.Join(n[text], ""), "Pourparler") }
		return cmp.Or(ours(a)-ours(c), slices.Compare(n[a], n[c]), strings.Compare(a, c))
	})
	for _, text := range order {
		fmt.Fprintf(&b, "\n%s\n\n  %s\n\n%s\n", strings.Repeat("=", 80), strings.Join(n[text], "\n  "), text)
	}
	return b.String()
}
