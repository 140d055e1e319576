package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"

	"pourparler/domain"
)

// bundledRoot is where the dossier that comes with the program stands on the site.
const bundledRoot = "/sino-soviet"

// bundledPath returns the database with the bundled dossier, which the first start of a server makes.
func (s *session) bundledPath(ctx context.Context) (string, error) {
	path := filepath.Join(s.Dir, "bundled.db")
	v, err := s.serve(ctx, path)
	if err != nil {
		return "", err
	}
	v.stop()
	return path, nil
}

// bundled measures the pages that historians use most, of the dossier that comes with the program, on one core.
func (s *session) bundled(ctx context.Context) ([]*table, error) {
	path, err := s.bundledPath(ctx)
	if err != nil {
		return nil, err
	}
	t := &table{title: "The bundled dossier on one core", lead: "Milliseconds until the last byte, on one connection, from a server that has one core " +
		"(GOMAXPROCS=1) and has read the dossier. First views are of days and of pairs of proposals that nobody asked for before; repeated views those after the second.",
		head: []string{"page", "first view, median", "99th percentile", "slowest", "again", "304", "first views"}}
	names := []string{"state of play", "comparison"}
	first, again, unchanged := cells(1, len(names))[0], cells(1, len(names))[0], cells(1, len(names))[0]
	twice := 0
	for run := range s.Runs {
		s.Progress("the bundled dossier, run %d", run+1)
		strolls, err := s.bundledRun(ctx, path)
		if err != nil {
			return nil, err
		}
		for i, w := range strolls {
			first[i].add(w.first)
			again[i].add(w.again)
			unchanged[i].add(w.unchanged)
			twice += w.twice
		}
	}
	for i, name := range names {
		all := first[i].all
		t.add(name, first[i].medians.String(), figure(all.quantile(0.99)), figure(all.quantile(1)),
			again[i].medians.String(), unchanged[i].medians.String(), thousands(len(all)))
	}
	t.noteTwice(twice, len(first[0].all)+len(first[1].all))
	return []*table{t}, nil
}

// bundledRun walks through the state of play and the comparison.
func (s *session) bundledRun(ctx context.Context, path string) ([]stroll, error) {
	v, err := s.serve(ctx, path, "GOMAXPROCS=1")
	if err != nil {
		return nil, err
	}
	defer v.stop()
	c := newClient(v.address, s.patience)
	defer c.close()
	if a, err := c.page(bundledRoot, ""); err != nil || a.status != 200 { // it reads the dossier
		return nil, unexpected(bundledRoot, a, err)
	}
	ids, err := ids(c)
	if err != nil {
		return nil, err
	}
	var days, pairs []string
	for i := range 3 * s.samples {
		days = append(days, fmt.Sprintf("%s/state?on=%04d-%02d-%02d", bundledRoot, 1960+i%5, 1+i*7%12, 1+i*11%28))
		pairs = append(pairs, fmt.Sprintf("%s/comparison?p=%s&p=%s", bundledRoot, ids[i%len(ids)], ids[(i*7+1+i/len(ids))%len(ids)]))
	}
	state, err := s.walk(ctx, c, unique(days))
	if err != nil {
		return nil, err
	}
	comparison, err := s.walk(ctx, c, unique(pairs))
	return []stroll{state, comparison}, err
}

// ids returns the ids of the proposals of the bundled dossier.
func ids(c *client) (ids []string, err error) {
	_, err = c.get(bundledRoot+"/proposals.csv", "", func(r io.Reader, _ *answer) error {
		rows, err := csv.NewReader(r).ReadAll()
		for _, row := range rows[min(1, len(rows)):] {
			ids = append(ids, row[0])
		}
		return err
	})
	if err == nil && len(ids) == 0 {
		err = domain.Errorf(domain.Internal, "the bundled dossier has no proposals to compare")
	}
	return ids, err
}

// unique returns the words without those that came before.
func unique(words []string) []string {
	seen, once := map[string]bool{}, words[:0]
	for _, word := range words {
		if !seen[word] {
			seen[word] = true
			once = append(once, word)
		}
	}
	return once
}
