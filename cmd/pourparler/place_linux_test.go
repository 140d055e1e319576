package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pourparler/internal/need"
)

// delayed starts a command under strace that holds up each exchange, and returns once all is written and linked.
func (h *harness) delayed(t *testing.T, w writing, place string) (cmd *exec.Cmd, said *bytes.Buffer) {
	t.Helper()
	cmd = h.traced(w, place, need.Program(t, "strace"), "-f", "-o", os.DevNull, "-e", "trace=renameat2", "-e", "inject=renameat2:delay_enter=2000000")
	said = &bytes.Buffer{}
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	linked := filepath.Join(filepath.Dir(place), ".place.pourparler-unfinished", "new", "README") // the last of them
	for limit := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		if _, err := os.Lstat(linked); err == nil {
			return cmd, said
		}
		if time.Now().After(limit) {
			t.Fatalf("nothing is written in %v: %s", patience, said)
		}
	}
}

// TestOthersMeanwhile has another program work in the folder between the moment at which its files were linked and the exchange.
func TestOthersMeanwhile(t *testing.T) {
	t.Parallel()
	h := newHarness(t)
	w := writings[0]
	place := h.place(t, w)
	cmd, said := h.delayed(t, w, place)
	in := func(name string) string { return filepath.Join(place, filepath.FromSlash(name)) }
	write(t, in(".git/index.lock"), "index")
	for _, err := range []error{os.Rename(in(".git/index.lock"), in(".git/HEAD")), os.Remove(in(".git/link")), os.Remove(in("README"))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	write(t, in(".git/refs/heads/main"), "main")
	write(t, in("LICENSE"), "mine")
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	got := map[string]string{}
	for name, text := range snapshot(t, place) {
		if _, text, _ := strings.Cut(text, " "); text != "" && !strings.HasSuffix(name, ".yaml") {
			got[name] = text
		}
	}
	want := map[string]string{".git/HEAD": "index", ".git/objects/ab": "object", ".git/refs/heads/main": "main", "LICENSE": "mine"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files of others (-want +got):\n%s", diff)
	}
	if text, err := os.ReadFile(in("dossier.yaml")); err != nil || !strings.Contains(string(text), "The new one") {
		t.Errorf("the dossier: %q, %v", text, err)
	}
}

// TestTwoAtOnce starts a second run to a place while the first is under way, from beside and from within the folder.
func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	h := newHarness(t)
	w := writings[0]
	place := h.place(t, w)
	cmd, said := h.delayed(t, w, place)
	for _, second := range writings[:2] {
		out, err := h.run(second, "old.db", place).CombinedOutput()
		if err == nil || !strings.Contains(string(out), "another run is writing there: wait until it is done") {
			t.Errorf("%s: %v: %s", second.name, err, out)
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if text, err := os.ReadFile(filepath.Join(place, "dossier.yaml")); err != nil || !strings.Contains(string(text), "The new one") {
		t.Errorf("the dossier: %q, %v", text, err)
	}
}

// mounted mounts a file system of a size on a folder, for the time of a test.
func mounted(t *testing.T, dir, size string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("none", dir, "tmpfs", 0, "mode=755,size="+size); err != nil {
		t.Skipf("no file system can be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
}

// TestFull fills the disk: the old release stays, and nothing else.
func TestFull(t *testing.T) {
	h := newHarness(t)
	for _, w := range writings {
		t.Run(w.name, func(t *testing.T) {
			disk := filepath.Join(t.TempDir(), "disk")
			mounted(t, disk, "16m")
			place := filepath.Join(disk, "place")
			if err := exec.Command("cp", "-a", h.place(t, w), place).Run(); err != nil {
				t.Fatal(err)
			}
			before := snapshot(t, place)
			fill, err := os.Create(filepath.Join(disk, "fill"))
			if err != nil {
				t.Fatal(err)
			}
			var full error
			for chunk := make([]byte, 4096); full == nil; {
				_, full = fill.Write(chunk)
			}
			fill.Close()
			out, err := h.run(w, "new.db", place).CombinedOutput()
			if err == nil || !strings.Contains(string(out), "no space left on device") {
				t.Errorf("%v: %s", err, out)
			}
			if diff := cmp.Diff(before, snapshot(t, place)); diff != "" {
				t.Errorf("the old release (-before +after):\n%s", diff)
			}
			if entries, err := os.ReadDir(disk); len(entries) != 2 {
				t.Errorf("beside it: %v, %v", entries, err)
			}
			if err := os.Remove(filepath.Join(disk, "fill")); err != nil {
				t.Fatal(err)
			}
			if out, err := h.run(w, "new.db", place).CombinedOutput(); err != nil {
				t.Errorf("with room again: %v: %s", err, out)
			}
		})
	}
}

// TestMountPoint writes to a folder that is a file system of its own, so that nothing can be renamed into it.
func TestMountPoint(t *testing.T) {
	h := newHarness(t)
	for _, w := range writings {
		if w.file || w.stand {
			continue
		}
		t.Run(w.name, func(t *testing.T) {
			want := h.place(t, w)
			if out, err := h.run(w, "new.db", want).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			place := filepath.Join(t.TempDir(), "place")
			mounted(t, place, "30m")
			if err := exec.Command("cp", "-a", h.place(t, w)+"/.", place).Run(); err != nil {
				t.Fatal(err)
			}
			if out, err := h.run(w, "new.db", place).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if diff := cmp.Diff(snapshot(t, want), snapshot(t, place)); diff != "" {
				t.Errorf("the new release (-want +got):\n%s", diff)
			}
			if entries, err := os.ReadDir(filepath.Dir(place)); len(entries) != 1 {
				t.Errorf("beside it: %v, %v", entries, err)
			}
		})
	}
}

// TestNoExchange writes where the file system has no exchange of folders, or no hard links.
func TestNoExchange(t *testing.T) {
	strace := need.Program(t, "strace")
	h := newHarness(t)
	for _, w := range writings {
		if w.file || w.stand {
			continue
		}
		want := h.place(t, w)
		if out, err := h.run(w, "new.db", want).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		for _, lack := range []string{"renameat2:error=EINVAL", "linkat:error=EPERM", "flock:error=ENOLCK"} {
			t.Run(w.name+" without "+lack, func(t *testing.T) {
				place := h.place(t, w)
				call, _, _ := strings.Cut(lack, ":")
				out, err := h.traced(w, place, strace, "-f", "-o", os.DevNull, "-e", "trace="+call, "-e", "inject="+lack).CombinedOutput()
				if err != nil {
					t.Fatalf("%v: %s", err, out)
				}
				if diff := cmp.Diff(snapshot(t, want), snapshot(t, place)); diff != "" {
					t.Errorf("the new release (-want +got):\n%s", diff)
				}
				if entries, err := os.ReadDir(filepath.Dir(place)); len(entries) != 1 {
					t.Errorf("beside it: %v, %v", entries, err)
				}
			})
		}
	}
}

// TestNotOnDisk has a disk that takes nothing, from the first or from a later file or folder on: the old release stays.
func TestNotOnDisk(t *testing.T) {
	strace := need.Program(t, "strace")
	h := newHarness(t)
	for _, w := range writings {
		if w.args[0] == "publish" {
			continue
		}
		for _, when := range []string{"1+", "2+"} {
			t.Run(w.name+" from "+when, func(t *testing.T) {
				place := h.place(t, w)
				before := snapshot(t, place)
				out, err := h.traced(w, place, strace, "-f", "-o", os.DevNull, "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when="+when).CombinedOutput()
				if w.file && when == "2+" {
					return // the file is there, but perhaps not its name
				}
				if err == nil || !strings.Contains(string(out), "input/output error") {
					t.Errorf("%v: %s", err, out)
				}
				if diff := cmp.Diff(before, snapshot(t, place)); diff != "" {
					t.Errorf("the old release (-before +after):\n%s", diff)
				}
			})
		}
	}
}

// TestProtected writes where the user may not, or not everywhere: what was there stays, whole.
func TestProtected(t *testing.T) {
	dir, err := os.MkdirTemp("", "pourparler") // unlike t.TempDir, open to others
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	db := filepath.Join(dir, "p.db")
	if code := run(t.Context(), []string{"import", "--db", db, "../../dossier/testdata/harbour"}, &said, &said); code != exitOK {
		t.Fatal(said.String())
	}
	program := copyProgram(t, dir)
	for _, test := range []struct {
		name      string
		protected string // below the folder that the place is in
		args      []string
	}{
		{"the folder, yaml", "place", []string{"export", "--format", "yaml"}},
		{"the folder, csv", "place", []string{"export", "--format", "csv"}},
		{"the folder above, and it is not there", ".", []string{"export", "--format", "csv"}},
		{"the folder above a file", ".", []string{"export", "--format", "datapackage"}},
		{"a folder in it, after which files have been moved already", "place/harbour", []string{"publish", "--url", "https://example.net"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			above := filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "_"))
			place := filepath.Join(above, "place")
			write(t, filepath.Join(above, "other"), "mine")
			within := test.args[0] == "publish" // so that files are moved one by one
			switch {
			case within:
				if code := run(t.Context(), []string{"publish", "--db", db, "--out", place}, &said, &said); code != exitOK {
					t.Fatal(said.String())
				}
			case test.protected != ".":
				write(t, filepath.Join(place, "dossier.yaml"), "old")
			}
			nobody(t, above)
			if err := os.Chmod(filepath.Join(above, test.protected), 0o555); err != nil {
				t.Fatal(err)
			}
			before := snapshot(t, above)
			cmd := asNobody(program, append(test.args, "--db", db, "--out", place)...)
			if within {
				cmd.Dir = place
			}
			out, err := cmd.CombinedOutput()
			if err == nil || !strings.Contains(string(out), "permission denied") {
				t.Errorf("%v: %s", err, out)
			}
			if diff := cmp.Diff(before, snapshot(t, above)); diff != "" {
				t.Errorf("what was there (-before +after):\n%s", diff)
			}
		})
	}
}

// nobody gives all that is in a folder to a user without rights, if we are root.
func nobody(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	if err := exec.Command("chown", "-R", "65534:65534", dir).Run(); err != nil {
		t.Fatal(err)
	}
}
