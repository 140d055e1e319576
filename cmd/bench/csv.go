package main

import (
	"context"
	"io"

	"pourparler/domain"
)

// register is the one that is written as a file.
const register = "proposals"

// turn is what one run measured of the file of one database.
type turn struct{ ours, theirs, ratio, cpu, theirCPU, peak, program sample }

// csv measures the file of all proposals over HTTP beside what sqlite3 writes from the same table.
func (s *session) csv(ctx context.Context) ([]*table, error) {
	t := &table{title: "CSV of all proposals", lead: "The file over HTTP on this machine, from a server just started, beside what the sqlite3 " +
		"program writes with -csv from the same database, columns and order, in turns. One program reads both, from a " +
		"connection and from a pipe, and counts them; that they hold the same cells is checked first. Memory is that of the server at most.",
		head: []string{"proposals", "seconds", "sqlite3, seconds", "ratio", "rows/s", "processor time, s", "sqlite3, processor time, s", "peak, MiB", "of it the program's code"}}
	beside := installed()
	if !beside {
		t.note("Not compared, because the sqlite3 program is not installed")
	}
	turns := make([]turn, len(s.databases))
	for run := range s.Runs {
		for i, db := range s.databases {
			s.Progress("csv of %s, run %d", thousands(db.size), run+1)
			if err := s.files(ctx, db, beside, run == 0, &turns[i]); err != nil {
				return nil, err
			}
		}
	}
	for i, db := range s.databases {
		v := turns[i]
		t.add(thousands(db.size), v.ours.String(), v.theirs.String(), v.ratio.String(), per(db.size, v.ours),
			v.cpu.String(), v.theirCPU.String(), v.peak.String(), v.program.String())
	}
	return []*table{t}, nil
}

// files measures one run of one database: our file and sqlite3's by turns, small ones several times.
func (s *session) files(ctx context.Context, db database, beside, first bool, t *turn) error {
	v, err := s.serve(ctx, db.path)
	if err != nil {
		return err
	}
	defer v.stop()
	c := newClient(v.address, s.patience)
	defer c.close()
	if first {
		if err := s.verify(ctx, c, db, beside); err != nil {
			return err
		}
	}
	var ours, theirs, cpu, theirCPU sample
	for range max(1, min(20, 20_000/db.size)) {
		before := processorTime(v.pid())
		took, err := s.file(c, db)
		if err != nil {
			return err
		}
		cpu = append(cpu, since(before, processorTime(v.pid()))...)
		ours = append(ours, took)
		if !beside {
			continue
		}
		a, err := sqlite3(ctx, db.path, db.query, c.drain)
		if err != nil {
			return err
		}
		theirs, theirCPU = append(theirs, a.took.Seconds()), append(theirCPU, a.cpu...)
	}
	t.ours = append(t.ours, ours.median())
	t.cpu = append(t.cpu, cpu.mean()...)
	t.peak = append(t.peak, memory(v.pid(), peakMemory)...)
	t.program = append(t.program, memory(v.pid(), programMemory)...)
	if beside {
		t.theirs, t.theirCPU = append(t.theirs, theirs.median()), append(t.theirCPU, theirCPU.mean()...)
		t.ratio = append(t.ratio, ours.median()/theirs.median())
	}
	return nil
}

// file asks for the file and returns how many seconds it took.
func (s *session) file(c *client, db database) (seconds float64, err error) {
	a, err := c.file(db.where() + "/" + register + ".csv")
	if err != nil {
		return 0, err
	}
	if a.status != 200 || a.lines != int64(db.size)+1 {
		return 0, domain.Errorf(domain.Conflict, "the file of %d proposals has status %d and %d lines", db.size, a.status, a.lines)
	}
	return a.took.Seconds(), nil
}

// verify makes sure that both write the same rows, and warms both up.
func (s *session) verify(ctx context.Context, c *client, db database, beside bool) error {
	if !beside {
		_, err := s.file(c, db)
		return err
	}
	_, err := c.get(db.where()+"/"+register+".csv", "", func(ours io.Reader, _ *answer) error {
		_, err := sqlite3(ctx, db.path, db.query, func(theirs io.Reader, _ *answer) error {
			rows, err := same(ours, theirs)
			if err == nil && rows != db.size {
				err = domain.Errorf(domain.Conflict, "both have %d rows for %d proposals", rows, db.size)
			}
			return err
		})
		return err
	})
	return err
}
