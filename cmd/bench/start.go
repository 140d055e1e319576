package main

import (
	"context"
	"time"
)

// start measures how long the program takes from its start to the first page, and how much memory it then needs.
func (s *session) start(ctx context.Context) ([]*table, error) {
	bundled, err := s.bundledPath(ctx)
	if err != nil {
		return nil, err
	}
	t := &table{title: "Start and memory at rest", lead: "Milliseconds from the start of the process, on a database that is there already, until the last byte of " +
		"its first page: once the list of dossiers, once a page of the dossier. Memory is that of the process after that, when nobody asks any more.",
		head: []string{"dossier", "first page: dossiers", "first page: the dossier", "memory at rest, MiB", "of it the program's code"}}
	names, paths, pages := []string{"bundled dossier, overview"}, []string{bundled}, []string{bundledRoot}
	for _, db := range s.databases {
		names, paths, pages = append(names, db.name()+", first page"), append(paths, db.path), append(pages, db.where()+"/proposals")
	}
	home, page := make([]sample, len(names)), make([]sample, len(names))
	rest, program := make([]sample, len(names)), make([]sample, len(names))
	for run := range s.Runs {
		for i := range names {
			s.Progress("start with %s, run %d", names[i], run+1)
			took, _, _, err := s.firstPage(ctx, paths[i], "/", 0)
			if err != nil {
				return nil, err
			}
			home[i] = append(home[i], took)
			took, present, code, err := s.firstPage(ctx, paths[i], pages[i], s.rest)
			if err != nil {
				return nil, err
			}
			page[i], rest[i], program[i] = append(page[i], took), append(rest[i], present...), append(program[i], code...)
		}
	}
	for i, name := range names {
		t.add(name, home[i].String(), page[i].String(), rest[i].String(), program[i].String())
	}
	t.note("Memory is measured %v after the first page", s.rest)
	return []*table{t}, nil
}

// firstPage starts a server, asks for a page, and returns how many milliseconds that took from the start; and, after a
// rest, the memory of the server in MiB and how much of it is the program's code.
func (s *session) firstPage(ctx context.Context, db, path string, rest time.Duration) (took float64, present, code sample, err error) {
	v, err := s.serve(ctx, db)
	if err != nil {
		return 0, nil, nil, err
	}
	defer v.stop()
	c := newClient(v.address, s.patience)
	defer c.close()
	a, err := c.page(path, "")
	if err != nil || a.status != 200 {
		return 0, nil, nil, unexpected(path, a, err)
	}
	took = milliseconds(time.Since(v.begun))
	select {
	case <-time.After(rest):
	case <-ctx.Done():
		return 0, nil, nil, ctx.Err()
	}
	return took, memory(v.pid(), presentMemory), memory(v.pid(), programMemory), nil
}
