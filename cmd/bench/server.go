package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"pourparler/domain"
)

// server is the program serving a database as a process of its own.
type server struct {
	cmd     *exec.Cmd
	address string
	begun   time.Time // when the process was started
	stderr  *bytes.Buffer
}

// serve starts a server on a database and waits until it listens. The environment may be given more.
func (s *session) serve(ctx context.Context, db string, env ...string) (*server, error) {
	cmd := exec.CommandContext(ctx, s.Program, "serve", "--db", db, "--addr", "127.0.0.1:0")
	cmd.Args[0] = "pourparler"
	own := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "POURPARLER_") })
	cmd.Env = append(own, env...)
	v := &server{cmd: cmd, stderr: &bytes.Buffer{}}
	cmd.Stderr = v.stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	v.begun = time.Now()
	if err := cmd.Start(); err != nil {
		return nil, domain.Errorf(domain.Internal, "cannot start %s: %w", s.Program, err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n') // at the end of the output there is no address
	_, address, found := strings.Cut(line, "http://")
	if !found {
		v.stop()
		return nil, domain.Errorf(domain.Internal, "the server says %q and no address: %s", line, v.stderr)
	}
	v.address, _, _ = strings.Cut(address, "/")
	go func() { _, _ = io.Copy(io.Discard, out) }() // it says nothing more
	return v, nil
}

// pid returns the number of the server's process.
func (v *server) pid() int { return v.cmd.Process.Pid }

// patienceAtEnd is how long a server may take to end.
const patienceAtEnd = 20 * time.Second

// stop ends the server, gently where the system can.
func (v *server) stop() {
	if v.cmd.Process.Signal(os.Interrupt) != nil {
		_ = v.cmd.Process.Kill()
	}
	over := time.AfterFunc(patienceAtEnd, func() { _ = v.cmd.Process.Kill() })
	defer over.Stop()
	_ = v.cmd.Wait() // how it ends is not measured
}
