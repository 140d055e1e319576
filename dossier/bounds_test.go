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

// TestSignsOfAllFiles reads files each of which would do alone.
func TestSignsOfAllFiles(t *testing.T) {
	fsys := fstest.MapFS{"a.yaml": {Data: []byte("tracks: [{id: a, title: a}]\n")}}
	const signs = 7 // a line, a comma, three colons, two brackets
	r := newReading()
	r.signs = maxAllSigns - signs
	if r.file(fsys, "a.yaml"); len(r.problems) > 0 {
		t.Fatalf("%d signs are refused: %v", maxAllSigns, r.problems)
	}
	if r.file(fsys, "a.yaml"); len(r.problems) != 1 || !strings.Contains(r.problems[0].Message, "more than 10000000") {
		t.Errorf("problems = %v, want the bound of all files", r.problems)
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
