package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"pourparler/bench/invented"
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Store is what the measurement needs of a database.
type Store interface {
	// Import stores a dossier and reports whether that changed anything.
	Import(ctx context.Context, d *domain.Dossier) (changed bool, err error)
	// RegisterSQL returns a query for the rows of a register, in the columns and the order of its file, or an error of
	// kind [domain.NotFound] if there is no such register.
	RegisterSQL(ctx context.Context, dossier, register string) (string, error)
	Close() error
}

// Config says what to measure.
type Config struct {
	Program  string                                              // the pourparler program, which is started to serve
	Version  string                                              // of the program, in words
	Day      edtf.Day                                            // of the measurement
	Dir      string                                              // folder of the databases, which are used again if they are there
	Sizes    []int                                               // in proposals
	Runs     int                                                 // at least 1
	Skip     []string                                            // parts to leave out, by [Parts]
	Quick    bool                                                // few samples: to see that it works, not to rely on
	Garbage  int                                                 // that an import may make, in percent of what is in use, as the program has it; 0 is as Go has it
	Open     func(ctx context.Context, db string) (Store, error) // opens the database in a file
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

// Parts returns the names of the measurements in their order.
func Parts() []string {
	var names []string
	for _, p := range parts {
		names = append(names, p.name)
	}
	return names
}

// session is one measurement under way.
type session struct {
	Config
	databases []database
	patience  time.Duration // for one answer
	budget    time.Duration // for the first views of one page in one run
	samples   int           // first views of one page in one run
	period    time.Duration // in which requests are counted
	rest      time.Duration // after which memory is at rest
}

// Run measures and prints each table as soon as it is known. It returns an error of kind [domain.Invalid] for a
// configuration that cannot be, and [domain.Conflict] if two ways that are to write the same do not.
func Run(ctx context.Context, c Config) error {
	s := &session{Config: c, patience: 4 * time.Minute, budget: 5 * time.Second, samples: 100, period: 2 * time.Second,
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
		if !slices.Contains(Parts(), name) {
			return domain.Errorf(domain.Invalid,
				"there is no part %q to skip: write one of %s", name, strings.Join(Parts(), ", "))
		}
	}
	if err := os.MkdirAll(s.Dir, 0o755); err != nil {
		return domain.Errorf(domain.Invalid, "cannot make the folder %s: %w", s.Dir, err)
	}
	return nil
}

// where returns where the dossier of a database stands on the site.
func (db database) where() string { return "/" + invented.ID(db.size) }
