package site_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

var address = regexp.MustCompile(`http://[0-9.:]+`)

// start builds the program and lets it serve the bundled dossier from a
// database in memory on a port of the system's choice. It returns the address
// that the program prints, and stops the program as ctrl-c does.
func start(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "pourparler")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", program, "pourparler/cmd/pourparler")
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, output)
	}
	serve := exec.Command(program, "serve", "--db", ":memory:", "--addr", "127.0.0.1:0")
	serve.Stderr = os.Stderr
	output, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := serve.Process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
		if err := serve.Wait(); err != nil {
			t.Errorf("pourparler serve, interrupted: %v, want a clean end", err)
		}
	})
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		t.Fatalf("pourparler serve ended before it said its address: %v", err)
	}
	found := address.FindString(line)
	if found == "" {
		t.Fatalf("pourparler serve said %q, want its address", line)
	}
	return found
}
