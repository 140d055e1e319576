package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/internal/need"
)

// writing is a command that writes to a place, which it is given last.
type writing struct {
	name  string
	args  []string
	stand bool // whoever calls it stands in the folder
	file  bool // it writes a file
}

// writings are all commands that write files.
var writings = []writing{
	{name: "yaml", args: []string{"export", "--format", "yaml", "--out"}},
	{name: "yaml from within", args: []string{"export", "--format", "yaml", "--out"}, stand: true},
	{name: "csv", args: []string{"export", "--format", "csv", "--out"}},
	{name: "csv from within", args: []string{"export", "--format", "csv", "--out"}, stand: true},
	{name: "datapackage", args: []string{"export", "--format", "datapackage", "--out"}, file: true},
	{name: "publish", args: []string{"publish", "--out"}},
	{name: "publish from within", args: []string{"publish", "--out"}, stand: true},
}

// calls are those by which the program changes what is on the disk.
var calls = []string{"mkdirat", "write", "fsync", "fchmod", "linkat", "renameat", "renameat2", "unlinkat", "utimensat"}

// mostKills is at how many of the calls of one name, spread over all of them, the program is killed; fewer of those that only
// fill what has no name yet.
func mostKills(call string) int {
	if strings.HasPrefix(call, "rename") {
		return 8
	}
	return 3
}

// TestKilled kills each command that writes at the calls by which it does, beside files of others: what bears the name is all of
// the old or all of the new. Where whoever calls it stands in the folder, that is so after the next run at the latest, which
// completes it, and reading says so. The next run leaves nothing behind.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program some hundred times")
	}
	strace := need.Program(t, "strace")
	h := newHarness(t)
	for _, w := range writings {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			place := h.place(t, w)
			before := snapshot(t, place)
			if out, err := h.run(w, "new.db", place).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			after := snapshot(t, place)
			if cmp.Equal(before, after) {
				t.Fatal("the two releases are written alike")
			}
			for call, count := range h.count(t, strace, w) {
				for n := 1; n <= count; n += max(1, count/mostKills(call)) {
					h.kill(t, strace, w, fmt.Sprintf("%s:signal=KILL:when=%d", call, n), before, after)
				}
			}
		})
	}
}

// kill lets the program be killed at a call, and looks at what it leaves and at what the next run makes of it.
func (h *harness) kill(t *testing.T, strace string, w writing, at string, before, after map[string]string) {
	t.Helper()
	place := h.place(t, w)
	cmd := h.traced(w, place, strace, "-f", "-o", os.DevNull, "-e", "trace="+at[:strings.Index(at, ":")], "-e", "inject="+at)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Errorf("%s: %v: %s", at, err, out)
	}
	left := snapshot(t, place)
	unfinished := filepath.Join(place, ".pourparler-unfinished")
	_, halfway := os.Stat(filepath.Join(unfinished, "ready"))
	switch whole := cmp.Equal(left, before) || cmp.Equal(left, after); {
	case w.stand && halfway == nil:
		if out, err := h.command("check", place).CombinedOutput(); !strings.Contains(string(out), "of two releases") {
			t.Errorf("%s: check of a folder that is half replaced: %v: %s", at, err, out)
		}
	case w.stand:
		os.Rename(unfinished, filepath.Join(filepath.Dir(place), "hidden"))
		defer os.RemoveAll(filepath.Join(filepath.Dir(place), "hidden"))
		if left := snapshot(t, place); !cmp.Equal(left, before) && !cmp.Equal(left, after) {
			t.Errorf("%s: neither old nor new:\n%s\n%s", at, cmp.Diff(before, left), cmp.Diff(after, left))
		}
		os.Rename(filepath.Join(filepath.Dir(place), "hidden"), unfinished)
	case !whole:
		t.Errorf("%s: neither old nor new (-old +left), (-new +left):\n%s\n%s", at, cmp.Diff(before, left), cmp.Diff(after, left))
	}
	if out, err := h.run(w, "new.db", place).CombinedOutput(); err != nil {
		t.Errorf("%s: the next run: %v: %s", at, err, out)
	}
	if diff := cmp.Diff(after, snapshot(t, place)); diff != "" {
		t.Errorf("%s: the next run (-want +got):\n%s", at, diff)
	}
	entries, err := os.ReadDir(filepath.Dir(place))
	if err != nil || len(entries) != 1 {
		t.Errorf("%s: the next run leaves %v, %v", at, entries, err)
	}
}

// TestOnDisk wants every file and every folder to be on the disk before it gets its name, and the name when the program ends.
func TestOnDisk(t *testing.T) {
	strace := need.Program(t, "strace")
	h := newHarness(t)
	synced := regexp.MustCompile(`fsync\([0-9]+<([^>]*)>`)
	for _, w := range writings {
		if w.stand {
			continue
		}
		for _, there := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, there: %v", w.name, there), func(t *testing.T) {
				t.Parallel()
				place := filepath.Join(t.TempDir(), "place")
				if there {
					place = h.place(t, w)
				}
				log := filepath.Join(t.TempDir(), "log")
				if out, err := h.traced(w, place, strace, "-f", "-y", "-o", log, "-e", "trace=fsync,renameat,renameat2").CombinedOutput(); err != nil {
					t.Fatalf("%v: %s", err, out)
				}
				text, err := os.ReadFile(log)
				if err != nil {
					t.Fatal(err)
				}
				put := regexp.MustCompile(`rename.*"` + regexp.QuoteMeta(place) + `"`).FindIndex(text)
				if put == nil {
					t.Fatalf("nothing is renamed to %s:\n%s", place, text)
				}
				var first, last []string
				for _, m := range synced.FindAllSubmatch(text[:put[0]], -1) {
					first = append(first, string(m[1]))
				}
				for _, m := range synced.FindAllSubmatch(text[put[1]:], -1) {
					last = append(last, string(m[1]))
				}
				work := filepath.Join(filepath.Dir(place), ".place.pourparler-unfinished", "new")
				for name := range snapshot(t, place) {
					path := filepath.Join(work, name)
					if !contains(first, path) && !foreign[name] {
						t.Errorf("%s is not on the disk before it gets its name", name)
					}
				}
				if !contains(last, filepath.Dir(place)) {
					t.Errorf("the name of the place is not on the disk: after the rename only %q", last)
				}
			})
		}
	}
}

func contains(all []string, s string) bool {
	return strings.Contains("\n"+strings.Join(all, "\n")+"\n", "\n"+s+"\n")
}

// harness has what the tests of a killed program share.
type harness struct {
	dir     string // with old.db and new.db
	program string

	mu   sync.Mutex
	olds map[string]string // where the old release was written, by the name of the command
}

func newHarness(t *testing.T) *harness {
	t.Helper()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	h := &harness{dir: t.TempDir(), olds: map[string]string{}}
	h.program = filepath.Join(h.dir, "pourparler") // a name by which the test binary knows which program to be
	if err := os.Symlink(own, h.program); err != nil {
		t.Fatal(err)
	}
	for _, release := range []string{"old", "new"} {
		dir := filepath.Join(h.dir, release)
		write(t, filepath.Join(dir, "dossier.yaml"), "dossier:\n  id: small\n  title: The "+release+" one\n  licence: CC0-1.0\n")
		write(t, filepath.Join(dir, "parties.yaml"), "parties:\n  - id: "+release+"-party\n    name: The "+release+" party\n    kind: party\n")
		write(t, filepath.Join(dir, "tracks.yaml"), "tracks:\n  - id: talks\n    title: The "+release+" talks\n")
		if out, err := h.command("import", "--db", filepath.Join(h.dir, release+".db"), dir).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	return h
}

// old is where the old release was written by a command.
func (h *harness) old(t *testing.T, w writing) string {
	t.Helper()
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.olds[w.name] == "" {
		place := filepath.Join(h.dir, "olds", w.name, "place")
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		w.stand = false
		if out, err := h.run(w, "old.db", place).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", w.name, err, out)
		}
		h.olds[w.name] = place
	}
	return h.olds[w.name]
}

// foreign are files and folders of others.
var foreign = map[string]bool{".git": false, ".git/HEAD": true, ".git/objects": false, ".git/objects/ab": true, ".git/link": true,
	".git/refs": false, "README": true}

// place is a copy of what the old release was written as, beside files of others.
func (h *harness) place(t *testing.T, w writing) string {
	t.Helper()
	place := filepath.Join(t.TempDir(), "place")
	if w.file {
		text, err := os.ReadFile(h.old(t, w))
		if err != nil {
			t.Fatal(err)
		}
		write(t, place, string(text))
		return place
	}
	if err := os.CopyFS(place, os.DirFS(h.old(t, w))); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(place, ".git", "HEAD"), "ref")
	write(t, filepath.Join(place, ".git", "objects", "ab"), "object")
	write(t, filepath.Join(place, "README"), "mine")
	for _, err := range []error{os.Symlink("HEAD", filepath.Join(place, ".git", "link")), os.Mkdir(filepath.Join(place, ".git", "refs"), 0o750),
		os.Chmod(filepath.Join(place, ".git", "objects"), 0o555)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(place, ".git", "objects"), 0o755) })
	return place
}

// command is the program with arguments.
func (h *harness) command(args ...string) *exec.Cmd {
	cmd := exec.Command(h.program, args...)
	cmd.Dir = h.dir
	return cmd
}

// run is a command that writes to a place.
func (h *harness) run(w writing, db, place string) *exec.Cmd {
	cmd := h.command(append(w.args[:len(w.args):len(w.args)], place)...)
	cmd.Env = append(os.Environ(), "POURPARLER_DB="+filepath.Join(h.dir, db))
	if w.stand {
		cmd.Dir = place
	}
	return cmd
}

// traced is a command that writes the new release to a place, under strace.
func (h *harness) traced(w writing, place, strace string, args ...string) *exec.Cmd {
	cmd := h.run(w, "new.db", place)
	cmd.Args = append(append([]string{strace}, args...), cmd.Args...)
	cmd.Path = strace
	return cmd
}

// count says how often a command makes each call, on the thread that makes most of them: strace counts them by thread.
func (h *harness) count(t *testing.T, strace string, w writing) map[string]int {
	t.Helper()
	log := filepath.Join(t.TempDir(), "log")
	cmd := h.traced(w, h.place(t, w), strace, "-f", "-o", log, "-e", "trace="+strings.Join(calls, ","))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	each, most := map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(text)) {
		thread, call, _ := strings.Cut(line, " ")
		call, _, found := strings.Cut(strings.TrimSpace(call), "(")
		if _, err := strconv.Atoi(thread); err == nil && found && !strings.HasPrefix(call, "<") {
			each[thread+call]++
			most[call] = max(most[call], each[thread+call])
		}
	}
	return most
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// snapshot is what stands at a place: of each path below it, its rights and what it holds.
func snapshot(t *testing.T, place string) map[string]string {
	t.Helper()
	all := map[string]string{}
	_ = filepath.WalkDir(place, func(path string, d os.DirEntry, err error) error {
		name, _ := filepath.Rel(place, path)
		if err != nil {
			all[name] = err.Error()
			return nil
		}
		info, err := d.Info()
		if err != nil {
			t.Fatal(err)
		}
		var text []byte
		switch {
		case d.Type()&os.ModeSymlink != 0:
			link, _ := os.Readlink(path)
			text = []byte(link)
		case d.Type().IsRegular():
			text, _ = os.ReadFile(path)
		}
		all[name] = info.Mode().String() + " " + string(bytes.TrimSpace(text))
		return nil
	})
	return all
}
