package main

import "context"

// pages measures pages of a hundred proposals at each size.
func (s *session) pages(ctx context.Context) ([]*table, error) {
	t := &table{title: "Pages of proposals", lead: "Milliseconds until the last byte of a page of a hundred proposals, asked for one after another " +
		"on one connection: the median of the runs / the 99th percentile of all answers. Every run asks a server just started, each " +
		"page at addresses that nobody asked for before; then the same addresses a second time, at which bodies are compressed; " +
		"then again; then as a client that has the page (304).",
		head: s.sizes("first view", "last / first column")}
	first := cells(len(registerViews), len(s.databases))
	second, again, unchanged := cells(1, len(s.databases)), cells(1, len(s.databases)), cells(1, len(s.databases))
	twice, views := 0, 0
	for run := range s.Runs {
		for i, db := range s.databases {
			s.Progress("pages of %s, run %d", db.name(), run+1)
			strolls, err := s.strolls(ctx, db, t)
			if err != nil {
				return nil, err
			}
			var all stroll
			for j, w := range strolls {
				first[j][i].add(w.first)
				all.second, all.again = append(all.second, w.second...), append(all.again, w.again...)
				all.unchanged = append(all.unchanged, w.unchanged...)
				twice, views = twice+w.twice, views+len(w.first)
			}
			second[0][i].add(all.second)
			again[0][i].add(all.again)
			unchanged[0][i].add(all.unchanged)
		}
	}
	for j, v := range registerViews {
		t.addLatencies(v.name, first[j])
	}
	t.addLatencies("all of them a second time", second[0])
	t.addLatencies("and again", again[0])
	t.addLatencies("304", unchanged[0])
	t.noteTwice(twice, views)
	return []*table{t}, nil
}

// strolls walks through all views of one database on a server just started. A view that fails is left out, and a note says so.
func (s *session) strolls(ctx context.Context, db database, t *table) ([]stroll, error) {
	v, err := s.serve(ctx, db.path)
	if err != nil {
		return nil, err
	}
	defer v.stop()
	c := newClient(v.address, s.patience)
	defer c.close()
	strolls := make([]stroll, len(registerViews))
	for j, view := range registerViews {
		if strolls[j], err = s.walk(ctx, c, view.addresses(db, s.samples)); err != nil {
			t.note("%s of %s: %v", view.name, db.name(), err)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return strolls, nil
}

// cells returns a field of empty latencies.
func cells(rows, columns int) [][]*latency {
	field := make([][]*latency, rows)
	for i := range field {
		for range columns {
			field[i] = append(field[i], &latency{})
		}
	}
	return field
}

// addLatencies adds a row with the latencies at each size, and how they grow.
func (t *table) addLatencies(name string, cells []*latency) {
	row := []string{name}
	for _, c := range cells {
		row = append(row, c.String())
	}
	t.add(append(row, growth(cells))...)
}
