// Package vnu asks the Nu Html Checker, the W3C's validator, whether pages are
// valid HTML. It is a Java program from the npm package vnu-jar and takes
// seconds to start, so it is asked once about many pages.
package vnu

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"pourparler/internal/need"
)

// Message is an error that the checker found.
type Message struct {
	Page    string // the key of the page in what was checked
	Line    int    // of the page, from 1; 0 where the whole page is meant
	Text    string // what is wrong
	Extract string // the text of the page around it
}

// String puts the place before what is wrong there.
func (m Message) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", m.Page, m.Line, m.Text, m.Extract)
}

// Check returns the errors in the pages, whose keys are names of any form.
// Without Java or the npm packages the test is skipped, or fails if CI=true.
func Check(tb testing.TB, pages map[string][]byte) []Message {
	tb.Helper()
	java := need.Program(tb, "java")
	jar := need.ModuleFile(tb, "vnu-jar/build/dist/vnu.jar")
	folder, names := save(tb, pages)
	command := exec.CommandContext(tb.Context(), java, "-jar", jar,
		"--skip-non-html", "--errors-only", "--format", "json", "--stdout",
		"--exit-zero-always", folder)
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		tb.Fatalf("vnu: %v", err)
	}
	messages, err := read(output, names)
	if err != nil {
		tb.Fatalf("vnu: %v", err)
	}
	return messages
}

// save writes each page to a file with a plain name, for the names of pages
// may hold anything, and returns which page each file is.
func save(tb testing.TB, pages map[string][]byte) (folder string, names map[string]string) {
	tb.Helper()
	folder = tb.TempDir()
	names = map[string]string{}
	for name, page := range pages {
		file := fmt.Sprintf("%04d.html", len(names))
		names[file] = name
		if err := os.WriteFile(filepath.Join(folder, file), page, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return folder, names
}

// read takes the checker's JSON apart.
func read(output []byte, names map[string]string) ([]Message, error) {
	var report struct {
		Messages []struct {
			URL      string
			LastLine int
			Message  string
			Extract  string
		}
	}
	if err := json.Unmarshal(output, &report); err != nil {
		return nil, fmt.Errorf("%w in its answer %q", err, output)
	}
	var messages []Message
	for _, m := range report.Messages {
		messages = append(messages,
			Message{names[filepath.Base(m.URL)], m.LastLine, m.Message, m.Extract})
	}
	return messages, nil
}
