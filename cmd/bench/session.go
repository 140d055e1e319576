package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"pourparler/cmd/bench/invented"
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// store is what the measurement needs of a database.
type store interface {
	// Import stores a dossier and reports whether that changed anything.
	Import(ctx context.Context, d *domain.Dossier) (changed bool, err error)
	// RegisterSQL returns a query for the rows of a register, in the columns and the order of its file, or an error of
	// kind [domain.NotFound] if there is no such register.
	RegisterSQL(ctx context.Context, dossier, register string) (string, error)
	Close() error
}

// config says what to measure.
type config struct {
	Program  string                                              // the pourparler program, which is started to serve
	Version  string                                              // of the program, in words
	Day      edtf.Day                                            // of the measurement
	Dir      string                                              // folder of the databases, which are used again if they are there
	Sizes    []int                                               // in proposals
	Runs     int                                                 // at least 1
	Skip     []string                                            // parts to leave out, by partNames
	Quick    bool                                                // few samples: to see that it works, not to rely on
	Open     func(ctx context.Context, db string) (store, error) // opens the database in a file
	Out      io.Writer                                           // takes the tables
	Progress func(format string, args ...any)                    // hears what is being done
}

// part is one of the measurements.
type part struct {
	name    string
	measure func(*session, context.Context) ([]*table, error)
}

// parts are the measurements in their order; the databases are made before them.
var parts = []part{{"csv", (*session).csv}, {"pages", (*session).pages}, {"rates", (*session).rates},
	{"whole", (*session).whole}, {"bundled", (*session).bundled}, {"start", (*session).start}}

// partNames returns the names of the measurements in their order.
func partNames() []string {
	var names []string
	for _, p := range parts {
		names = append(names, p.name)
	}
	return names
}

// session is one measurement under way.
type session struct {
	config
	databases []database
	patience  time.Duration // for one answer
	budget    time.Duration // for the first views of one page in one run
	samples   int           // first views of one page in one run
	period    time.Duration // in which requests are counted
	rest      time.Duration // after which memory is at rest
}

// run measures and prints each table as soon as it is known. It returns an error of kind [domain.Invalid] for a
// configuration that cannot be, and [domain.Conflict] if two ways that are to write the same do not.
func run(ctx context.Context, c config) error {
	s := &session{config: c, patience: 4 * time.Minute, budget: 5 * time.Second, samples: 100, period: 2 * time.Second,
		rest: 3 * time.Second}
	if c.Quick {
		s.budget, s.samples, s.period, s.rest = time.Second, 10, 200*time.Millisecond, 100*time.Millisecond
	}
	if err := s.check(); err != nil {
		return err
	}
	if _, err := io.WriteString(s.Out, s.machine(ctx)); err != nil {
		return err
	}
	imports, err := s.prepare(ctx)
	if err != nil {
		return err
	}
	if err := imports.print(s.Out); err != nil {
		return err
	}
	for _, p := range parts {
		if err := s.take(ctx, p); err != nil {
			return fmt.Errorf("measuring %s: %w", p.name, err)
		}
	}
	return nil
}

// take measures one part, unless it is to be left out, and prints what it found.
func (s *session) take(ctx context.Context, p part) error {
	if slices.Contains(s.Skip, p.name) {
		return nil
	}
	s.Progress("measuring %s", p.name)
	tables, err := p.measure(s, ctx)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := t.print(s.Out); err != nil {
			return err
		}
	}
	return nil
}

// smallest is the least dossier that has a page of a hundred proposals.
const smallest = 100

// check finds what cannot be measured.
func (s *session) check() error {
	if s.Runs < 1 {
		return domain.Errorf(domain.Invalid,
			"%d runs measure nothing: write at least one, and five for figures to rely on", s.Runs)
	}
	if len(s.Sizes) == 0 {
		return domain.Errorf(domain.Invalid, "no size to measure: write how many proposals, such as 1000,100000")
	}
	for _, size := range s.Sizes {
		if size < smallest {
			return domain.Errorf(domain.Invalid,
				"a dossier of %d proposals is too small to measure: write at least %d", size, smallest)
		}
	}
	for _, name := range s.Skip {
		if !slices.Contains(partNames(), name) {
			return domain.Errorf(domain.Invalid,
				"there is no part %q to skip: write one of %s", name, strings.Join(partNames(), ", "))
		}
	}
	if err := os.MkdirAll(s.Dir, 0o755); err != nil {
		return domain.Errorf(domain.Invalid, "cannot make the folder %s: %w", s.Dir, err)
	}
	return nil
}

// where returns where the dossier of a database stands on the site.
func (db database) where() string { return "/" + invented.ID(db.size) }
