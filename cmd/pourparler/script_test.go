package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

// patience is how long a script waits for a server to start or to stop.
const patience = 2 * time.Minute

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"pourparler": main})
}

// TestScript runs the scripts of testdata/script, each in a folder of its own. $HARBOUR is the invented dossier and
// $BUNDLED the folder of the one that comes with the program.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			for name, dir := range map[string]string{"HARBOUR": "../../dossier/testdata/harbour", "BUNDLED": "../../seeds/sino-soviet"} {
				path, err := filepath.Abs(dir)
				if err != nil {
					return err
				}
				env.Setenv(name, path)
			}
			env.Values[serversKey{}] = servers{}
			return nil
		},
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": exitsWith, "start": start, "ready": ready, "end": end, "get": get, "samefiles": sameFiles, "unzip": unzip, "sql": execSQL,
		},
	})
}

// exitsWith is "code N PROGRAM ...": the program ends with that exit code.
func exitsWith(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// servers are the programs that a script has started, by name.
type servers map[string]*running

// serversKey is where a script keeps its servers.
type serversKey struct{}

// running is a program under way. Its first line comes through line, and the rest is counted.
type running struct {
	cmd    *exec.Cmd
	stderr *bytes.Buffer
	line   chan string
	rest   bytes.Buffer
	read   sync.WaitGroup
}

// start is "start NAME ARGUMENTS": pourparler serve with these arguments, on a free port, in the background.
func start(ts *testscript.TestScript, _ bool, args []string) {
	program, err := os.Executable()
	ts.Check(err)
	cmd := exec.Command(program, append([]string{"serve", "--addr", "127.0.0.1:0"}, args[1:]...)...)
	cmd.Args[0] = "pourparler" // by which the test binary knows which program to be
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "POURPARLER_") })
	r := &running{cmd: cmd, stderr: &bytes.Buffer{}, line: make(chan string, 1)}
	cmd.Stderr = r.stderr
	out, err := cmd.StdoutPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	ts.Defer(func() {
		if cmd.ProcessState == nil {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
	})
	r.read.Go(func() { r.listen(out) })
	ts.Value(serversKey{}).(servers)[args[0]] = r
}

func (r *running) listen(out io.Reader) {
	b := bufio.NewReader(out)
	line, _ := b.ReadString('\n') // at the end of the output there is no line
	r.line <- line
	_, _ = io.Copy(&r.rest, b)
}

// ready is "ready NAME": waits for the line that the server prints and puts the address in it into $NAME.
func ready(ts *testscript.TestScript, _ bool, args []string) {
	r := ts.Value(serversKey{}).(servers)[args[0]]
	select {
	case line := <-r.line:
		ts.Logf("%s", line)
		_, address, found := strings.Cut(line, "http://")
		address, _, _ = strings.Cut(address, "/")
		if !found {
			ts.Fatalf("%s says %q and no address; on its error output: %s", args[0], line, r.stderr)
		}
		ts.Setenv(args[0], address)
		fmt.Fprint(ts.Stdout(), line)
	case <-time.After(patience):
		ts.Fatalf("%s has said nothing in %v; on its error output: %s", args[0], patience, r.stderr)
	}
}

// end is "end NAME SIGNAL": the server ends with exit code 0 and has printed nothing but its one line.
func end(ts *testscript.TestScript, _ bool, args []string) {
	r := ts.Value(serversKey{}).(servers)[args[0]]
	signals := map[string]os.Signal{"INT": os.Interrupt, "TERM": syscall.SIGTERM}
	ts.Check(r.cmd.Process.Signal(signals[args[1]]))
	over := time.AfterFunc(patience, func() { _ = r.cmd.Process.Kill() })
	defer over.Stop()
	r.read.Wait()
	if err := r.cmd.Wait(); err != nil {
		ts.Fatalf("%s after %s: %v; on its error output: %s", args[0], args[1], err, r.stderr)
	}
	if r.rest.Len() > 0 || r.stderr.Len() > 0 {
		ts.Fatalf("%s prints more than its line: %s%s", args[0], r.rest.String(), r.stderr)
	}
}

// get is "get URL": asks a server, and fails unless the status is 200; "! get URL" unless it is not.
func get(ts *testscript.TestScript, neg bool, args []string) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, args[0], nil)
	ts.Check(err)
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		if !neg {
			ts.Fatalf("%v", err)
		}
		return
	}
	defer res.Body.Close()
	if _, err := io.Copy(ts.Stdout(), res.Body); err != nil {
		ts.Fatalf("%v", err)
	}
	if (res.StatusCode == http.StatusOK) == neg {
		ts.Fatalf("status %d", res.StatusCode)
	}
}

// sameFiles is "samefiles A B": two files, or two folders, have the same bytes.
func sameFiles(ts *testscript.TestScript, neg bool, args []string) {
	a, b := filesBelow(ts, args[0]), filesBelow(ts, args[1])
	if len(a) == 0 {
		ts.Fatalf("%s has no file", args[0])
	}
	if same := maps.Equal(a, b); same == neg {
		names := slices.Sorted(maps.Keys(a))
		ts.Fatalf("the same files: %t (of %q)\n%s", same, names, cmp.Diff(a, b))
	}
}

// unzip is "unzip FILE DIR": puts the files of a zip into a folder.
func unzip(ts *testscript.TestScript, _ bool, args []string) {
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), z))
}

// execSQL is "sql FILE STATEMENT": does to a database what no command would.
func execSQL(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(args[1])
	ts.Check(err)
}

func filesBelow(ts *testscript.TestScript, root string) map[string]string {
	root = ts.MkAbs(root)
	files := map[string]string{}
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		files[name] = string(data)
		return err
	}))
	return files
}
