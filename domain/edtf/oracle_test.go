package edtf_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"pourparler/domain/edtf"
)

// corpus returns the strings of testdata/corpus.txt: one a line, quoted as in Go if it
// starts with a quote; lines that start with # are comments.
func corpus(tb testing.TB) []string {
	tb.Helper()
	var texts []string
	for _, line := range lines(tb, "corpus.txt") {
		texts = append(texts, unquoted(tb, line))
	}
	return texts
}

func unquoted(tb testing.TB, text string) string {
	tb.Helper()
	if !strings.HasPrefix(text, `"`) {
		return text
	}
	plain, err := strconv.Unquote(text)
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return plain
}

func lines(tb testing.TB, name string) []string {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	var kept []string
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			kept = append(kept, line)
		}
	}
	return kept
}

// verdict is "invalid", or the two ends as "first/last".
func verdict(text string) string {
	d, err := edtf.Parse(text)
	if err != nil {
		return "invalid"
	}
	return ends(d)
}

func TestCorpus(t *testing.T) {
	seen := map[string]bool{}
	valid := 0
	for _, text := range corpus(t) {
		if seen[text] {
			t.Errorf("corpus.txt has %q twice", text)
		}
		seen[text] = true
		if verdict(text) != "invalid" {
			valid++
		}
	}
	if invalid := len(seen) - valid; valid < 200 || invalid < 100 {
		t.Errorf("corpus.txt has %d valid and %d invalid strings, want 200 and 100", valid, invalid)
	}
}

// difference is a line of testdata/differences.txt: where we mean to differ, and why.
type difference struct{ ours, theirs, reason string }

func differences(tb testing.TB) map[string]difference {
	tb.Helper()
	listed := map[string]difference{}
	for _, line := range lines(tb, "differences.txt") {
		fields := strings.Split(line, "\t")
		if len(fields) != 4 || fields[3] == "" {
			tb.Fatalf("differences.txt: %q has not four fields: string, ours, theirs, reason", line)
		}
		text := unquoted(tb, fields[0])
		if _, twice := listed[text]; twice {
			tb.Errorf("differences.txt has %q twice", text)
		}
		listed[text] = difference{fields[1], fields[2], fields[3]}
	}
	return listed
}

// TestOracle compares validity and bounds with the npm package edtf. Every difference must
// be listed, and every listed difference must still be one.
func TestOracle(t *testing.T) {
	texts, listed := corpus(t), differences(t)
	theirs := askOracle(t, texts)
	agreed, differed := 0, 0
	for i, text := range texts {
		ours := verdict(text)
		want, isListed := listed[text]
		delete(listed, text)
		switch same := agree(text, ours, theirs[i]); {
		case same && isListed:
			t.Errorf("%q no longer differs: strike it from differences.txt", text)
		case same:
			agreed++
		case !isListed:
			t.Errorf("unlisted difference:\n%s\t%s\t%s\t", text, ours, theirs[i])
		case want.ours != ours || want.theirs != theirs[i]:
			t.Errorf("%q differs otherwise than listed: ours %s, theirs %s", text, ours, theirs[i])
		default:
			differed++
		}
	}
	for text := range listed {
		t.Errorf("differences.txt has %q, which is not in corpus.txt", text)
	}
	t.Logf("%d strings: %d agree, %d differ as listed", len(texts), agreed, differed)
}

// agree reports whether the verdicts are the same, end by end.
func agree(text, ours, theirs string) bool {
	if ours == theirs || ours == "invalid" {
		return ours == theirs
	}
	d, err := edtf.Parse(text)
	if err != nil {
		return false
	}
	first, last, _ := strings.Cut(theirs, "/")
	earliest, start := d.Earliest()
	latest, stop := d.Latest()
	return agreeEnd(earliest, start, first) && agreeEnd(latest, stop, last)
}

// agreeEnd compares one end. Where JavaScript cannot count the day, it must be one that
// JavaScript cannot count: more than 10^8 days from 1970.
func agreeEnd(day edtf.Day, edge edtf.Edge, theirs string) bool {
	if theirs != "beyond" || edge != edtf.Known {
		return end(day, edge) == theirs
	}
	const reach = 100_000_000
	days := edtf.DayOf(time.Unix(0, 0).UTC()).DaysUntil(day)
	return days >= reach || days < -reach
}

// askOracle runs testdata/oracle.mjs on the strings. Without Node or the package it skips
// the test, but not where CI is set to true: there, it fails.
func askOracle(t *testing.T, texts []string) []string {
	t.Helper()
	modules := os.Getenv("POURPARLER_NODE_MODULES")
	if modules == "" {
		unavailable(t, "POURPARLER_NODE_MODULES is not set; name the node_modules folder with edtf")
	}
	if _, err := os.Stat(filepath.Join(modules, "edtf", "package.json")); err != nil {
		unavailable(t, "npm package edtf: "+err.Error())
	}
	node, err := exec.LookPath("node")
	if err != nil {
		unavailable(t, err.Error())
	}
	var input, output, complaints bytes.Buffer
	encoder := json.NewEncoder(&input)
	for _, text := range texts {
		if err := encoder.Encode(text); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.CommandContext(t.Context(), node, filepath.Join("testdata", "oracle.mjs"))
	command.Env = append(os.Environ(), "TZ=UTC")
	command.Stdin, command.Stdout, command.Stderr = &input, &output, &complaints
	if err := command.Run(); err != nil {
		t.Fatalf("oracle.mjs: %v: %s", err, complaints.String())
	}
	return readVerdicts(t, &output, len(texts))
}

func unavailable(t *testing.T, reason string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(reason)
	}
	t.Skip(reason)
}

func readVerdicts(t *testing.T, output *bytes.Buffer, count int) []string {
	t.Helper()
	words := strings.NewReplacer("open", "..", "unknown", "?")
	verdicts := make([]string, 0, count)
	decoder := json.NewDecoder(output)
	for decoder.More() {
		var answer struct {
			Valid    bool
			Min, Max string
		}
		if err := decoder.Decode(&answer); err != nil {
			t.Fatalf("oracle.mjs: %v", err)
		}
		text := "invalid"
		if answer.Valid {
			text = words.Replace(answer.Min + "/" + answer.Max)
		}
		verdicts = append(verdicts, text)
	}
	if len(verdicts) != count {
		t.Fatalf("oracle.mjs answered %d of %d strings", len(verdicts), count)
	}
	return verdicts
}
