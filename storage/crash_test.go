package storage_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"pourparler/storage"
)

// child starts this test binary again to do one thing with a database and returns its output line
// by line.
func child(t *testing.T, action, dsn string, prepare ...func(*exec.Cmd)) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestChild$", "-test.count=1")
	cmd.Env = append(os.Environ(), "POURPARLER_TEST_CHILD="+action, "POURPARLER_TEST_CHILD_DSN="+dsn)
	cmd.Stderr = os.Stderr
	for _, fn := range prepare {
		fn(cmd)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() }) // where the test gave up; else it has ended
	return cmd, bufio.NewScanner(out)
}

func readAll(lines *bufio.Scanner) string {
	var said strings.Builder
	for lines.Scan() {
		said.WriteString(lines.Text() + "\n")
	}
	return said.String()
}

// TestChild is what a child does; by itself it does nothing.
func TestChild(t *testing.T) {
	action, dsn := os.Getenv("POURPARLER_TEST_CHILD"), os.Getenv("POURPARLER_TEST_CHILD_DSN")
	switch action {
	case "":
		t.Skip("only as a child of another test")
	case "stop half way":
		s := open(t, dsn)
		if err := s.AfterInsert(func(table string) {
			if table == "changes" {
				fmt.Println("half way")
				time.Sleep(time.Hour)
			}
		}); err != nil {
			t.Fatal(err)
		}
		_, err := s.Import(t.Context(), sized(t, "full", 300))
		t.Fatalf("Import came back: %v", err)
	case "open and read":
		s, err := storage.Open(t.Context(), storage.Config{DSN: dsn, Existing: true})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		fmt.Printf("read %d claims\n", len(mustRead(t, s, "full").Claims))
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n') // until the file is another
		note, err := s.Ready(t.Context())
		fmt.Printf("ready: %s %v\nread version %s\n", note, err, mustVersion(t, s, "full"))
	case "open and import":
		s := open(t, dsn)
		if _, err := s.Import(t.Context(), sized(t, "full", 50)); err != nil {
			t.Fatal(err)
		}
	}
}

// addresses are the databases that outlive a process.
func addresses() map[string]func(testing.TB) string {
	return map[string]func(testing.TB) string{"SQLite": newFile, "PostgreSQL": newSchema}
}

// TestKilledHalfWay kills a process that has written half of the records of a dossier over those that
// were there.
func TestKilledHalfWay(t *testing.T) {
	for name, address := range addresses() {
		t.Run(name, func(t *testing.T) {
			dsn := address(t)
			s := open(t, dsn)
			want := full(t)
			mustImport(t, s, want, true)
			version := mustVersion(t, s, "full")
			cmd, lines := child(t, "stop half way", dsn)
			if !lines.Scan() || lines.Text() != "half way" {
				t.Fatalf("child said %q", lines.Text())
			}
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			cmd.Wait() // an error: it was killed
			unchanged(t, s, want, version)
			unchanged(t, open(t, dsn), want, version)
			mustImport(t, s, sized(t, "full", 300), true)
		})
	}
}

// TestProcessesAtOnce lets several processes make, migrate and fill one database at the same
// moment.
func TestProcessesAtOnce(t *testing.T) {
	for name, address := range addresses() {
		t.Run(name, func(t *testing.T) {
			dsn := address(t)
			var group sync.WaitGroup
			for range 4 {
				cmd, lines := child(t, "open and import", dsn)
				group.Go(func() {
					said := readAll(lines)
					if err := cmd.Wait(); err != nil {
						t.Errorf("child: %v\n%s", err, said)
					}
				})
			}
			group.Wait()
			s := open(t, dsn)
			diff(t, sized(t, "full", 50), mustRead(t, s, "full"))
			if got := mustVersion(t, s, "full"); !strings.HasPrefix(got, "1-") {
				t.Errorf("version = %s, want the first: one process wrote, the others changed nothing", got)
			}
		})
	}
}
