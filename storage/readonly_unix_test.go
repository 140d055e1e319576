//go:build unix

package storage_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"pourparler/storage"
)

// openToOthers is a folder that unlike t.TempDir others may look into.
func openToOthers(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "pourparler")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.Chmod(dir, 0o755)
		os.RemoveAll(dir)
	})
	chmod(t, 0o755, dir)
	return dir
}

// chmod changes the mode of files, where they are there.
func chmod(t *testing.T, mode os.FileMode, paths ...string) {
	t.Helper()
	for _, path := range paths {
		if err := os.Chmod(path, mode); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
}

// TestReadOnly has a user who may only read the file read from it and import, while another process has it open. Root may
// write to anything, so the child is nobody.
func TestReadOnly(t *testing.T) {
	dir := openToOthers(t)
	path := filepath.Join(dir, "p.db")
	mustImport(t, open(t, path), full(t), true)
	chmod(t, 0o444, path, path+"-wal", path+"-shm")
	cmd, lines := child(t, "open and import", path, func(cmd *exec.Cmd) { runAsNobody(t, cmd, dir) })
	said := readAll(lines)
	if err := cmd.Wait(); err == nil {
		t.Error("the child imported into a file that it may not write to")
	}
	if want := "is read-only: allow writing to it"; !strings.Contains(said, want) {
		t.Errorf("the child said %s, want %q", said, want)
	}
}

// TestReadOnlyFolder has a user read a file that is closed, where that user can write neither to the file nor beside it,
// or not to one of them.
func TestReadOnlyFolder(t *testing.T) {
	for _, c := range []struct {
		name         string
		file, folder os.FileMode
	}{{"the file and its folder", 0o444, 0o555}, {"the folder", 0o666, 0o555}, {"the file", 0o444, 0o777}} {
		t.Run(c.name, func(t *testing.T) {
			dir := openToOthers(t)
			path := closedFile(t, dir)
			chmod(t, c.file, path)
			wantSaid(t, dir, c.folder, "read 2 claims\nready: the database is read-only <nil>\nread version 1-")
		})
	}
}

// closedFile makes a database that no process has open, and nothing beside it.
func closedFile(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(dir, "p.db")
	s, err := storage.Open(t.Context(), storage.Config{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, s, full(t), true)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// wantSaid runs a child that reads the database in a folder of that mode.
func wantSaid(t *testing.T, dir string, mode os.FileMode, want string) {
	t.Helper()
	cmd, lines := child(t, "open and read", filepath.Join(dir, "p.db"), func(cmd *exec.Cmd) {
		runAsNobody(t, cmd, dir)
		chmod(t, mode, dir)
	})
	said := readAll(lines)
	_ = cmd.Wait() // what it said says more
	if !strings.Contains(said, want) {
		t.Errorf("the child said %s, want %q", said, want)
	}
}

// TestReadOnlyFollows changes a file that a user who can only read it has open.
func TestReadOnlyFollows(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may write where another may not")
	}
	dir := openToOthers(t)
	path := closedFile(t, dir)
	var stdin io.WriteCloser
	cmd, lines := child(t, "open and read", path, func(cmd *exec.Cmd) {
		runAsNobody(t, cmd, dir)
		chmod(t, 0o444, path)
		chmod(t, 0o555, dir)
		var err error
		if stdin, err = cmd.StdinPipe(); err != nil {
			t.Fatal(err)
		}
	})
	if !lines.Scan() || lines.Text() != "read 2 claims" {
		t.Fatalf("the child said %q", lines.Text())
	}
	s, err := storage.Open(t.Context(), storage.Config{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, s, sized(t, "full", 50), true)
	want := "read version " + mustVersion(t, s, "full")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	stdin.Close()
	if said := readAll(lines); !strings.Contains(said, want+"\n") {
		t.Errorf("the child said %s, want %q", said, want)
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

// TestReadOnlyOlder opens what has to be changed first.
func TestReadOnlyOlder(t *testing.T) {
	for name, c := range map[string]struct {
		make func(*testing.T, string)
		want string
	}{
		"other registers": {func(t *testing.T, path string) {
			closedFile(t, filepath.Dir(path))
			mustExecIn(t, "sqlite", path, "UPDATE registers SET form = 0")
		}, "was made by an older version of Pourparler (its tables are made in another way) and is read-only"},
		"a log that nobody keeps": {func(t *testing.T, path string) { logged(t, path) },
			"has a log beside it, which cannot be read where nothing may be written"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := openToOthers(t)
			c.make(t, filepath.Join(dir, "p.db"))
			chmod(t, 0o444, filepath.Join(dir, "p.db"))
			wantSaid(t, dir, 0o555, c.want)
		})
	}
}

// logged makes a copy of a database with a log, as one of an open file has.
func logged(t *testing.T, path string) {
	t.Helper()
	from := newFile(t)
	mustImport(t, open(t, from), full(t), true)
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(from + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+end, data, 0o644); err != nil {
			t.Fatal(err)
		}
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
