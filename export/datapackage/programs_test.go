package datapackage_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/internal/need"
)

// program is one whose lines README.md has: what it is run by, and a line that prints the roles of all persons one by one.
type program struct {
	language string // of its block
	roles    string
	command  func(t *testing.T) []string // before the name of a file
}

var programs = []program{
	{"r", `writeLines(paste("role", roles), useBytes = TRUE)`, func(t *testing.T) []string {
		return []string{need.Program(t, "Rscript")}
	}},
	{"python", `for role in roles: print("role", role)`, func(t *testing.T) []string { return []string{pandas(t)} }},
	{"sql", `SELECT 'role', role FROM roles;`, func(t *testing.T) []string {
		need.ModuleFile(t, "@duckdb/node-api/package.json")
		return []string{need.Program(t, "node"), absolute(t, "testdata/duckdb.mjs"), absolute(t, need.Variable(t, need.Modules))}
	}},
}

// pandas returns a Python that has it: that of Debian comes first, since others seldom do.
func pandas(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.CommandContext(t.Context(), name, "-c", "import pandas").Run() == nil {
			return name
		}
	}
	need.Missing(t, "Python with pandas")
	return ""
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// awkward is the harbour dossier with ids, names and roles that programs which guess take for something else.
func awkward(t *testing.T) *domain.Index {
	t.Helper()
	d := *harbour(t).Dossier
	d.Proposals, d.Persons = slices.Clone(d.Proposals), slices.Clone(d.Persons)
	for i, id := range []string{"na", "true", "007", "null", "1e5", "nan"} {
		p := d.Proposals[i%len(d.Proposals)]
		p.ID, p.By = id, []string{id}
		d.Proposals = append(d.Proposals, p)
		d.Parties = append(slices.Clone(d.Parties), domain.Party{ID: id, Name: "NA", Kind: domain.PartyParty})
	}
	d.Persons[0].Roles = []domain.Role{{Text: `pilot; "later" clerk`}, {Text: `of a\b;\ c`}, {Text: `\`}, {Text: "NA"}, {Text: "领航员, ; и"}}
	early, err := edtf.Parse("1850/1870") // the first to have been made, but not the first to have been made at the latest
	if err != nil {
		t.Fatal(err)
	}
	between, err := edtf.Parse("1860")
	if err != nil {
		t.Fatal(err)
	}
	d.Proposals[0].Made.Value, d.Proposals[1].Made.Value = early, between
	return domain.NewIndex(&d)
}

// numbers is the harbour dossier with parties and roles that all look like numbers.
func numbers(t *testing.T) *domain.Index {
	t.Helper()
	d := *harbour(t).Dossier
	d.Proposals, d.Persons = slices.Clone(d.Proposals), slices.Clone(d.Persons)
	d.Parties = append(slices.Clone(d.Parties), domain.Party{ID: "1e5", Name: "7", Kind: domain.PartyParty})
	for i := range d.Proposals {
		d.Proposals[i].By, d.Proposals[i].To = []string{"1e5"}, []string{"1e5"}
	}
	for i := range d.Persons {
		d.Persons[i].Roles = []domain.Role{{Text: "1.50"}}
	}
	return domain.NewIndex(&d)
}

// TestLinesForPrograms runs the lines of README.md as they stand there and holds what they print to the record.
func TestLinesForPrograms(t *testing.T) {
	for name, index := range map[string]func(*testing.T) *domain.Index{
		"sino-soviet": func(t *testing.T) *domain.Index { return bundled(t) }, "awkward": awkward, "numbers": numbers} {
		for _, p := range programs {
			t.Run(name+" in "+p.language, func(t *testing.T) {
				ix := index(t)
				if diff := cmp.Diff(told(ix), p.run(t, ix)); diff != "" {
					t.Errorf("printed (-record +%s):\n%s", p.language, diff)
				}
			})
		}
	}
}

// told is what the lines have to print: by what it is called the number or the day, by party the proposals it made, and the
// roles of persons in their order.
func told(ix *domain.Index) map[string][]string {
	want, number, firstHand := map[string][]string{}, map[string]int{}, 0
	var first edtf.Day
	for i := range ix.Dossier.Proposals {
		p := &ix.Dossier.Proposals[i]
		if p.FirstHand() {
			firstHand++
		}
		for _, party := range p.By {
			number[party]++
		}
		if day, edge := ix.Made(p).Earliest(); edge == edtf.Known && (first.IsZero() || day.Compare(first) < 0) {
			first = day
		}
	}
	for party, n := range number {
		want[party] = []string{fmt.Sprint(n)}
	}
	for _, p := range ix.Dossier.Persons {
		for _, r := range p.Roles {
			want["role"] = append(want["role"], r.Text)
		}
	}
	want["first-hand:"], want["first made:"] = []string{fmt.Sprint(firstHand)}, []string{first.String()}
	want["roles of persons:"] = []string{fmt.Sprint(len(want["role"]))}
	return want
}

// run unpacks a package, runs a program's lines of its README.md in it and returns what they print.
func (p program) run(t *testing.T, ix *domain.Index) map[string][]string {
	t.Helper()
	command := p.command(t)
	_, files := packed(t, ix)
	dir := unpacked(t, files)
	blocks := regexp.MustCompile("(?ms)^```"+p.language+"\n(.*?)^```$").FindAllStringSubmatch(string(files["README.md"]), -1)
	if len(blocks) != 1 {
		t.Fatalf("README.md has %d blocks of %s, want one", len(blocks), p.language)
	}
	script := filepath.Join(dir, "lines")
	if err := os.WriteFile(script, []byte(blocks[0][1]+p.roles+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), command[0], append(command[1:], script)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", p.language, err, out)
	}
	return printed(string(out))
}

// unpacked writes the files of a package to a folder.
func unpacked(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// printed reads lines of a name and a value; the head of a table of R is passed over.
func printed(out string) map[string][]string {
	line := regexp.MustCompile(`^(first-hand:|first made:|roles of persons:|role|[a-z0-9-]+) +(.+?) ?$`)
	all := map[string][]string{}
	for s := range strings.Lines(out) {
		if m := line.FindStringSubmatch(strings.Trim(s, " \r\n")); m != nil && m[2] != "Freq" {
			all[m[1]] = append(all[m[1]], m[2])
		}
	}
	return all
}

// TestEveryBlockIsRun wants no block of lines in the manual that is for none of the programs.
func TestEveryBlockIsRun(t *testing.T) {
	_, files := packed(t, harbour(t))
	known := map[string]bool{}
	for _, p := range programs {
		known[p.language] = true
	}
	found := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^```([a-z-]+)$").FindAllStringSubmatch(string(files["README.md"]), -1) {
		found[m[1]] = true
	}
	if !maps.Equal(known, found) {
		t.Errorf("README.md has lines in %v, run are those in %v", found, known)
	}
}
