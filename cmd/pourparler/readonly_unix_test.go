//go:build unix

package main

import (
	"bufio"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestReadOnly exports and serves a database from a folder in which its reader may write nothing. Root may write anywhere,
// so the reader is nobody.
func TestReadOnly(t *testing.T) {
	dir, err := os.MkdirTemp("", "pourparler") // unlike t.TempDir, open to others
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.Chmod(dir, 0o755)
		os.RemoveAll(dir)
	})
	db := filepath.Join(dir, "p.db")
	var said strings.Builder
	if code := run(t.Context(), []string{"import", "--db", db, "../../dossier/testdata/harbour"}, &said, &said); code != exitOK {
		t.Fatal(said.String())
	}
	program, out := copyProgram(t, dir), filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		mode os.FileMode
	}{{out, 0o777}, {db, 0o444}, {dir, 0o555}} {
		if err := os.Chmod(c.path, c.mode); err != nil {
			t.Fatal(err)
		}
	}
	said.Reset()
	export := asNobody(program, "export", "--db", db, "--format", "csv", "--out", out)
	export.Stdout, export.Stderr = &said, &said
	if err := export.Run(); err != nil || !strings.Contains(said.String(), "proposals.csv: 3 rows") {
		t.Errorf("export: %v: %s", err, said.String())
	}
	serves(t, asNobody(program, "serve", "--db", db, "--addr", "127.0.0.1:0"))
}

// copyProgram copies this program to where nobody can reach it.
func copyProgram(t *testing.T, dir string) string {
	t.Helper()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "program")
	if err := os.WriteFile(path, data, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// asNobody is a command of the program for a user without rights, if we are root.
func asNobody(program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Args[0] = "pourparler" // by which the test binary knows which program to be
	cmd.Dir = filepath.Dir(program)
	cmd.Env = []string{"HOME=/"}
	if os.Geteuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	return cmd
}

// serves starts a server and asks it for a page.
func serves(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	var said strings.Builder
	cmd.Stderr = &said
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(stdout).ReadString('\n')
	_, address, found := strings.Cut(line, "http://")
	address, _, _ = strings.Cut(address, "/")
	if found {
		res, err := http.Get("http://" + address + "/harbour/proposals")
		if err != nil || res.StatusCode != http.StatusOK {
			t.Errorf("GET: %v, %v", res, err)
		}
	}
	_ = cmd.Process.Signal(os.Interrupt)
	if err := cmd.Wait(); err != nil || !found {
		t.Errorf("serve says %q, then %v: %s", line, err, said.String())
	}
}
