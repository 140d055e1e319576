package dossier

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestManyRecordsCostLittle reads 12 MB of records that say nothing. They are refused before they cost
// more than the file itself.
func TestManyRecordsCostLittle(t *testing.T) {
	text := []byte("proposals: [" + strings.Repeat("{id: a}, ", 12<<20/9) + "]")
	fsys := fstest.MapFS{"many.yaml": {Data: text}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	r := newReading()
	r.file(fsys, "many.yaml")
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if len(r.problems) != 1 || !strings.Contains(r.problems[0].Message, "more than 300000 lines, commas") {
		t.Errorf("problems = %v, want the bound", r.problems)
	}
	if took > 2*time.Second {
		t.Errorf("read in %v, want 2 s at most", took)
	}
	const most = 200 << 20
	if got := after.TotalAlloc - before.TotalAlloc; got > most {
		t.Errorf("%d bytes were allocated, want %d at most", got, most)
	}
}

// TestAllFilesTogether reads files each of which would do alone. Too many of them are refused before any is parsed, in one
// message, whatever else is wrong.
func TestAllFilesTogether(t *testing.T) {
	list := []byte("tracks: [" + strings.Repeat("a,", maxSigns-2) + "a]") // as many signs as one file may have
	many := fstest.MapFS{"notes.doc": {}}
	for i := range maxAllSigns/maxSigns + 1 {
		many[fmt.Sprintf("documents/%d.yaml", i)] = &fstest.MapFile{Data: list}
	}
	long := fstest.MapFS{}
	comment := append([]byte("# "), make([]byte, maxFile-2)...)
	for i := range maxAllBytes/maxFile + 1 {
		long[fmt.Sprintf("documents/%d.yaml", i)] = &fstest.MapFile{Data: comment}
	}
	for _, test := range []struct {
		name  string
		files fstest.MapFS
		want  string
		most  uint64 // that may be allocated
	}{
		{"signs", many, ".: more than 10000000 lines, commas, colons, hyphens before a space, question marks and opening brackets in all files: divide the dossier", 200 << 20},
		{"bytes", long, ".: more than 512 MB in all files: divide the dossier", 10 * maxAllBytes},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(test.files)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.HasPrefix(err.Error(), test.want+"\n") || strings.Count(err.Error(), "\n") != 1 {
			t.Errorf("%s: %.200v, want %q", test.name, err, test.want)
		}
		if got := after.TotalAlloc - before.TotalAlloc; got > test.most {
			t.Errorf("%s: %d bytes were allocated, want %d at most", test.name, got, test.most)
		}
	}
	delete(many, "documents/0.yaml")
	r := newReading()
	if names := r.files(many); r.tooMuch(many, names) != "" {
		t.Errorf("%d files are refused, want one more to be", len(names))
	}
}

// TestHopeless reads files that are wrong throughout: after the first nothing is read, so that many cost no more than one.
func TestHopeless(t *testing.T) {
	wrong := []byte("proposals: [" + strings.Repeat("{id: a}, ", maxSigns/4) + "]")
	allocated := func(n int) uint64 {
		files := fstest.MapFS{}
		for i := range n {
			files[fmt.Sprintf("documents/%02d.yaml", i)] = &fstest.MapFile{Data: wrong}
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(files)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), "documents/00.yaml: so much is wrong") || strings.Contains(err.Error(), "documents/01.yaml") {
			t.Errorf("%d files: %.300v, want the problems of the first alone", n, err)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	if one, many := allocated(1), allocated(20); many > 2*one {
		t.Errorf("20 files allocate %d bytes, one %d: want no more than twice", many, one)
	}
}

// TestDeepAndWide reads what is as deep and as wide as may be, and what is more.
func TestDeepAndWide(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	wide := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "k%d: 1\n", i)
		}
		return b.String()
	}
	tests := []struct {
		name, text string
		ok         bool
	}{
		{"deep enough", "a: " + deep(maxDepth), true},
		{"too deep", "a: " + deep(maxDepth+1), false},
		{"wide enough", wide(maxKeys), true},
		{"too wide", wide(maxKeys + 1), false},
	}
	for _, test := range tests {
		if got := newReading().read(test.text) != nil; got != test.ok {
			t.Errorf("%s: read %v, want %v", test.name, got, test.ok)
		}
	}
}

// TestProblemsAreBounded finds more problems than anyone reads.
func TestProblemsAreBounded(t *testing.T) {
	r := newReading()
	for i := range 2 * maxAllProblems {
		r.reportFile(fmt.Sprint(i), "wrong")
	}
	if got, want := len(r.problems), maxAllProblems+1; got != want {
		t.Errorf("%d problems are listed, want %d", got, want)
	}
	if last := r.problems[len(r.problems)-1].Message; !strings.Contains(last, "more than 10000 problems") {
		t.Errorf("the list ends with %q", last)
	}
}
