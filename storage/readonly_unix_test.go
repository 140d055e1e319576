//go:build unix

package storage_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestReadOnly has a user who may only read the file read from it and import. Root may write to
// anything, so the child is nobody.
func TestReadOnly(t *testing.T) {
	dir, err := os.MkdirTemp("", "pourparler") // unlike t.TempDir, open to others
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	path := filepath.Join(dir, "p.db")
	mustImport(t, open(t, path), full(t), true)
	for name, mode := range map[string]os.FileMode{dir: 0o755, path: 0o444, path + "-wal": 0o444,
		path + "-shm": 0o444} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	cmd, lines := child(t, "open and import", path, func(cmd *exec.Cmd) { runAsNobody(t, cmd, dir) })
	said := readAll(lines)
	if err := cmd.Wait(); err == nil {
		t.Error("the child imported into a file that it may not write to")
	}
	if want := "is read-only: allow writing to it"; !strings.Contains(said, want) {
		t.Errorf("the child said %s, want %q", said, want)
	}
}

// runAsNobody copies the program to where nobody can reach it, if we are root.
func runAsNobody(t *testing.T, cmd *exec.Cmd, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	program, err := os.ReadFile(cmd.Path)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Path = filepath.Join(dir, "child")
	if err := os.WriteFile(cmd.Path, program, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}
