package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"pourparler/cmd/bench/invented"
)

// connections is how many clients ask at the same time.
const connections = 4

// rate is one way of asking for pages: how many a second were answered.
type rate struct{ first, again, unchanged sample }

// rates measures how many pages of a hundred proposals a server answers in a second.
func (s *session) rates(ctx context.Context) ([]*table, error) {
	bundled, err := s.bundledPath(ctx)
	if err != nil {
		return nil, err
	}
	t := &table{title: "Pages a second", lead: fmt.Sprintf("Pages of a hundred proposals that a server answers in a second to %d connections that stay open. "+
		"The clients run on the same cores as the server. First views are of pages and days from which on that nobody asked for before; "+
		"repeated ones and those answered with 304 are the same addresses again.", connections),
		head: []string{"proposals", "first views", "repeated", "repeated / first", "304"}}
	dossiers := []dossier{{name: "bundled dossier", path: bundled, root: bundledRoot, pages: 1}}
	for _, db := range s.databases {
		dossiers = append(dossiers, dossier{thousands(db.size), db.path, db.where(), max(1, db.size/pageRows-4)})
	}
	found := make([]rate, len(dossiers))
	for run := range s.Runs {
		for i, d := range dossiers {
			s.Progress("pages a second of %s, run %d", d.name, run+1)
			if err := s.rate(ctx, d, &found[i]); err != nil {
				return nil, err
			}
		}
	}
	for i, d := range dossiers {
		r := found[i]
		t.add(d.name, r.first.String(), r.again.String(), figure(r.again.median()/r.first.median()), r.unchanged.String())
	}
	return []*table{t}, nil
}

// dossier is one that is asked for.
type dossier struct {
	name, path, root string
	pages            int // of a hundred proposals, if the first months are left out
}

// addresses returns many addresses of pages of proposals. Of an invented dossier they begin on one of the first days, of
// the bundled one on days before it.
func (d dossier) addresses() []string {
	first := 0
	if d.root == bundledRoot {
		first = -40 * 365
	}
	var all []string
	for i := range 40_000 {
		page, day := 1+i%min(d.pages, 100), i/min(d.pages, 100)
		if day > 400 && d.root != bundledRoot || day > 30*365 {
			break
		}
		all = append(all, fmt.Sprintf("%s/proposals?from=%s&page=%d", d.root, invented.Day(first+day), page))
	}
	return all
}

// rate measures one run of one dossier.
func (s *session) rate(ctx context.Context, d dossier, r *rate) error {
	v, err := s.serve(ctx, d.path)
	if err != nil {
		return err
	}
	defer v.stop()
	addresses := d.addresses()
	first, err := s.load(ctx, v.address, addresses, http.StatusOK, nil)
	if err != nil {
		return err
	}
	few := addresses[len(addresses)-min(len(addresses), 50):]
	c := newClient(v.address, s.patience)
	defer c.close()
	var tags []string
	for _, address := range slices.Concat(few, few) { // the second time they are compressed
		a, err := c.page(address, "")
		if err != nil || a.status != http.StatusOK {
			return unexpected(address, a, err)
		}
		tags = append(tags, a.tag)
	}
	tags = tags[len(few):]
	again, err := s.load(ctx, v.address, few, http.StatusOK, make([]string, len(few)))
	if err != nil {
		return err
	}
	unchanged, err := s.load(ctx, v.address, few, http.StatusNotModified, tags)
	r.first, r.again, r.unchanged = append(r.first, first), append(r.again, again), append(r.unchanged, unchanged)
	return err
}

// load asks for the addresses on several connections, over and over if there are tags and else each once, for some time,
// and returns how many a second were answered with that status.
func (s *session) load(ctx context.Context, address string, paths []string, status int, tags []string) (float64, error) {
	var next, answered atomic.Int64
	var clients sync.WaitGroup
	failures := make(chan error, connections)
	begun := time.Now()
	for range connections {
		clients.Go(func() {
			c := newClient(address, s.patience)
			defer c.close()
			for time.Since(begun) < s.period && ctx.Err() == nil {
				i, tag := int(next.Add(1)-1), ""
				if tags == nil && i >= len(paths) {
					return
				}
				i %= len(paths)
				if tags != nil {
					tag = tags[i]
				}
				if a, err := c.page(paths[i], tag); err != nil || a.status != status {
					failures <- unexpected(paths[i], a, err)
					return
				}
				answered.Add(1)
			}
		})
	}
	clients.Wait()
	took := time.Since(begun).Seconds()
	close(failures)
	return float64(answered.Load()) / took, <-failures
}
