package dossier

import (
	"bufio"
	"encoding/json"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"pourparler/internal/need"
)

// The reader is held against libyaml, as Debian's python3-yaml has it, from inside: what is compared
// is the tree of a file. POURPARLER_MUTATIONS says how many files are tried, for longer runs.

// libyaml answers requests by testdata/libyaml.py.
type libyaml struct {
	tb  testing.TB
	in  io.Writer
	out *bufio.Reader
}

func startLibyaml(tb testing.TB) *libyaml {
	tb.Helper()
	cmd := exec.Command(python(tb), "testdata/libyaml.py")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		tb.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		in.Close()
		_ = cmd.Wait()
	})
	return &libyaml{tb: tb, in: in, out: bufio.NewReader(out)}
}

// python returns a Python that has PyYAML with libyaml: of several on a machine only Debian's may.
func python(tb testing.TB) string {
	tb.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import yaml; yaml.CBaseLoader").Run() == nil {
			return name
		}
	}
	need.Missing(tb, "a python3 with PyYAML and libyaml (Debian: python3-yaml)")
	return ""
}

// ask sends a request and reads the answer.
func (l *libyaml) ask(request, answer any) {
	l.tb.Helper()
	line, err := json.Marshal(request)
	if err != nil {
		l.tb.Fatal(err)
	}
	if _, err := l.in.Write(append(line, '\n')); err != nil {
		l.tb.Fatal(err)
	}
	if line, err = l.out.ReadBytes('\n'); err != nil {
		l.tb.Fatal(err)
	}
	if err := json.Unmarshal(line, answer); err != nil {
		l.tb.Fatal(err)
	}
}

// times returns the number that an environment variable gives, or another.
func times(tb testing.TB, otherwise int) int {
	tb.Helper()
	const variable = "POURPARLER_MUTATIONS"
	if os.Getenv(variable) == "" {
		return otherwise
	}
	n, err := strconv.Atoi(os.Getenv(variable))
	if err != nil {
		tb.Fatalf("%s: %v", variable, err)
	}
	return n
}

// treeOf returns a node as libyaml.py gives it.
func treeOf(n *node) any {
	if n.kind == scalarNode {
		return n.value
	}
	items := []any{}
	for _, item := range n.items {
		items = append(items, treeOf(item))
	}
	return map[string]any{map[nodeKind]string{listNode: "list", mappingNode: "mapping"}[n.kind]: items}
}

// TestMutations changes the files of two dossiers in one or two places. What libyaml refuses is
// refused, and what is read means the same to it.
func TestMutations(t *testing.T) {
	oracle := startLibyaml(t)
	files := append(filesOf(t, "../seeds/sino-soviet"), filesOf(t, "testdata/harbour")...)
	random := rand.New(rand.NewPCG(1964, 5))
	var taken, valid int
	n := times(t, 3000)
	for range n {
		text := mutated(random, files[random.IntN(len(files))])
		if !utf8.ValidString(text) {
			continue // JSON cannot carry it, and TestReadHostile has such a file
		}
		var theirs struct {
			Tree    any
			Refused string
		}
		oracle.ask(map[string]string{"read": text}, &theirs)
		if theirs.Refused == "" {
			valid++
		}
		r := newReading()
		ours := r.read(text)
		switch {
		case ours == nil:
		case theirs.Refused != "":
			t.Errorf("libyaml says %s of a file that is read:\n%s", theirs.Refused, text)
		case !cmp.Equal(theirs.Tree, treeOf(ours)):
			t.Errorf("a file means something else to libyaml (-libyaml +ours):\n%s", cmp.Diff(theirs.Tree, treeOf(ours)))
		default:
			taken++
		}
	}
	t.Logf("of %d files libyaml takes %d, the reader %d", n, valid, taken)
	if taken < n/5 {
		t.Errorf("only %d of %d files are read: the test does not say much", taken, n)
	}
}

// read returns the tree of one file.
func (r *reading) read(text string) *node {
	src, err := load(fstest.MapFS{"a.yaml": {Data: []byte(text)}}, "a.yaml")
	if err != nil {
		return nil
	}
	return r.parse(src)
}

// filesOf returns the records of a dossier, each as a file of its own: what a change does depends on
// what is near.
func filesOf(tb testing.TB, dir string) []string {
	tb.Helper()
	fsys := os.DirFS(dir)
	var texts []string
	for _, name := range newReading().files(fsys) {
		src, err := load(fsys, name)
		if err != nil {
			tb.Fatal(err)
		}
		section := ""
		for record := range strings.SplitSeq(strings.TrimSpace(src.text), "\n\n") {
			text := section + record + "\n"
			if !strings.HasPrefix(record, " ") {
				section, _, _ = strings.Cut(record, "\n")
				section, text = section+"\n", record+"\n"
			}
			texts = append(texts, text)
		}
	}
	return texts
}

// hostile is what is put into a file: signs that mean something to YAML, and characters that look
// like nothing or like another.
var hostile = []string{":", "-", "#", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "'", `"`, "%", "@", "`", "?", "\\", "~", "<",
	"=", ".", " ", "\n", ": ", " #", "- ", "? ", "---", "...", "\n---\n", "\n...\n", "<<: ", "|2", ">+", "\\x41", "\t", "\u00a0", "\u2028",
	"\u0085", "\r", "\r\n", "\ufeff", "\u0301", "\u202e", "\u200b", "\x07", "\x00", "a", "1964", "北", "🚢"}

// mutated returns a text that was changed in one or two places.
func mutated(random *rand.Rand, text string) string {
	for range 1 + random.IntN(2) {
		text = mutatedOnce(random, text)
	}
	return text
}

func mutatedOnce(random *rand.Rand, text string) string {
	lines := strings.SplitAfter(text, "\n")
	i := random.IntN(len(lines))
	line := []rune(lines[i])
	at := random.IntN(len(line) + 1)
	other := random.IntN(len(lines))
	if random.IntN(2) == 0 {
		other = min(i+1, len(lines)-1)
	}
	switch random.IntN(12) {
	case 0: // lose a line
		lines[i] = ""
	case 1: // double it
		lines[i] += lines[i]
	case 2: // let two change places
		lines[i], lines[other] = lines[other], lines[i]
	case 3: // indent
		lines[i] = strings.Repeat(" ", 1+random.IntN(4)) + lines[i]
	case 4: // the contrary
		lines[i] = strings.TrimPrefix(lines[i], strings.Repeat(" ", 1+random.IntN(2)))
	case 5: // end the file
		lines = append(lines[:i], string(line[:at]))
	case 6: // join two lines
		lines[i] = strings.TrimSuffix(lines[i], "\n") + strings.Repeat(" ", random.IntN(2))
	case 7: // divide one
		lines[i] = string(line[:at]) + "\n" + strings.Repeat(" ", random.IntN(8)) + string(line[at:])
	case 8: // change the quotation marks
		lines[i] = strings.NewReplacer(`"`, "'", "'", `"`).Replace(lines[i])
	case 9, 10: // put something in
		lines[i] = string(line[:at]) + hostile[random.IntN(len(hostile))] + string(line[at:])
	case 11: // take a character out
		lines[i] = string(line[:min(at, max(len(line)-1, 0))]) + string(line[min(at+1, len(line)):])
	}
	return strings.Join(lines, "")
}
