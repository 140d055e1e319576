package soak

import (
	"context"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"pourparler/internal/need"
)

// How long the soak lasts and what its chance begins with, unless these variables of the environment say otherwise.
const (
	lasting = 8 * time.Second
	during  = "POURPARLER_SOAK"         // such as 3m
	seeding = "POURPARLER_SOAK_SEED"    // a number
	another = "POURPARLER_SOAK_PROGRAM" // path of a program that is tried instead of this one
)

// TestSoak runs the program on SQLite and on PostgreSQL at once.
func TestSoak(t *testing.T) {
	if testing.Short() {
		t.Skip("it would be another program than the one that is tested")
	}
	length, seed := lasting, uint64(1)
	if said := os.Getenv(during); said != "" {
		var err error
		if length, err = time.ParseDuration(said); err != nil {
			t.Fatal(err)
		}
	}
	if said := os.Getenv(seeding); said != "" {
		var err error
		if seed, err = strconv.ParseUint(said, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	program := os.Getenv(another)
	if program == "" {
		program = built(t)
	}
	releases := makeReleases(t, program)
	for engine, database := range map[string]func(*testing.T) (string, func() error){"SQLite": newFile, "PostgreSQL": newSchema} {
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			s := newSoak(t, program, releases, seed)
			s.db, s.clear = database(t)
			s.run(length)
		})
	}
}

// built is the program as it is now.
func built(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "pourparler")
	if out, err := exec.Command(need.Program(t, "go"), "build", "-o", program, "pourparler/cmd/pourparler").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}

// soak is the program on one database.
type soak struct {
	*counts
	t        *testing.T
	program  string
	releases []*release
	seed     uint64
	dir      string // for what is written
	db       string
	clear    func() error // removes the database
	address  string       // of the server
	errors   *os.File

	mu     sync.Mutex // of the server's process
	server *exec.Cmd

	writing sync.Mutex // held by who changes what the database is
}

func newSoak(t *testing.T, program string, releases []*release, seed uint64) *soak {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	s := &soak{t: t, program: program, releases: releases, seed: seed, dir: t.TempDir(), address: address, counts: newCounts()}
	if s.errors, err = os.Create(filepath.Join(s.dir, "errors")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.errors.Close() })
	return s
}

// run lets everybody do what they do for so long, and wants everything to be well in the end.
func (s *soak) run(length time.Duration) {
	s.mustImport(s.releases[0])
	if err := s.start(); err != nil {
		s.t.Fatal(err)
	}
	defer s.kill()
	ctx, stop := context.WithTimeout(s.t.Context(), length)
	defer stop()
	var working sync.WaitGroup
	for i, actor := range s.actors() {
		working.Go(func() { actor(ctx, rand.New(rand.NewPCG(s.seed, uint64(i)))) })
	}
	working.Wait()
	s.end()
	s.report(s.t)
	if said, err := os.ReadFile(s.errors.Name()); s.t.Failed() && err == nil {
		s.t.Logf("the servers said last: %s", said[max(0, len(said)-mostSaid):])
	}
}

// mostSaid is how much of what servers said to their operators is shown.
const mostSaid = 4000

// actors are all who act at once.
func (s *soak) actors() []func(context.Context, *rand.Rand) {
	return []func(context.Context, *rand.Rand){s.read, s.read, s.read, s.read, s.download, s.download, s.linger,
		s.importing, s.publishing, s.exporting, s.killing, s.damaging}
}

// end imports a release that nobody disturbs, and wants all of it to be there.
func (s *soak) end() {
	s.writing.Lock()
	defer s.writing.Unlock()
	last := s.releases[len(s.releases)-1]
	s.renew(last, func() error { return nil })
	c := newCounts()
	for _, path := range paths {
		s.ask(s.t.Context(), c, path, 0)
	}
	if c.n["200"] != len(paths) {
		s.t.Errorf("in the end %d of %d answers are given: %v", c.n["200"], len(paths), c.n)
	}
}

// sleep waits about so long, or until the end.
func sleep(ctx context.Context, random *rand.Rand, about time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(about/2 + rand.N(about)):
		return true
	}
}
