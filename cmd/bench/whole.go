package main

import (
	"context"
	"fmt"
	"strings"

	"pourparler/cmd/bench/invented"
)

// wholeViews are pages for which the server needs the whole dossier in memory.
var wholeViews = []view{
	{"state of play on a day", func(db database, i int) string {
		return fmt.Sprintf("%s/state?on=%04d-%02d-%02d", db.where(), 1950+i%41, 1+i*7%12, 1+i*11%28)
	}},
	{"comparison of four proposals", func(db database, i int) string {
		ids := make([]string, 4)
		for n := range ids {
			ids[n] = "p=" + invented.ProposalID(db.size, (spread(i)+n*31)%db.size)
		}
		return db.where() + "/comparison?" + strings.Join(ids, "&")
	}},
	{"comparison of a dozen of a track", func(db database, i int) string {
		const perTrack, days = 12 * 12, 43 * 365
		from := i * 101 % (days - days*perTrack/db.size)
		return fmt.Sprintf("%s/comparison?track=%s&from=%s&to=%s", db.where(), track(i), invented.Day(from), invented.Day(from+days*perTrack/db.size))
	}},
}

// whole measures pages that are computed from a whole dossier.
func (s *session) whole(ctx context.Context) ([]*table, error) {
	t := &table{title: "Pages computed from the whole dossier, at any size", lead: "The first such page after the start has to read the dossier: seconds " +
		"until its last byte. After it, milliseconds of first views and of repeated ones, median / 99th percentile, and the most memory that the server took.",
		head: s.sizes("")}
	reading := make([]sample, len(s.databases))
	peak := make([]sample, len(s.databases))
	first, again := cells(len(wholeViews), len(s.databases)), cells(len(wholeViews), len(s.databases))
	for run := range s.Runs {
		for i, db := range s.databases {
			if run > 0 && db.size > once {
				continue
			}
			s.Progress("pages from the whole of %s, run %d", db.name(), run+1)
			read, most, strolls, err := s.wholeOf(ctx, db, t)
			if err != nil {
				return nil, err
			}
			reading[i], peak[i] = append(reading[i], read...), append(peak[i], most...)
			for j, w := range strolls {
				first[j][i].add(w.first)
				again[j][i].add(w.again)
			}
		}
	}
	t.addSamples("first page, with reading, s", reading)
	for j, v := range wholeViews {
		t.addCells(v.name, first[j])
		t.addCells("the same again", again[j])
	}
	t.addSamples("peak memory, MiB", peak)
	t.note("Dossiers of more than %s proposals are measured in one run", thousands(once))
	return []*table{t}, nil
}

// wholeOf measures one run of one database: how long the first page took in seconds, the peak of memory, and the views.
func (s *session) wholeOf(ctx context.Context, db database, t *table) (read, most sample, strolls []stroll, err error) {
	v, err := s.serve(ctx, db.path)
	if err != nil {
		return nil, nil, nil, err
	}
	defer v.stop()
	c := newClient(v.address, s.patience)
	defer c.close()
	strolls = make([]stroll, len(wholeViews))
	a, err := c.page(db.where()+"/parties/"+invented.Parties()[0].ID, "")
	if err != nil {
		t.note("The first page of %s: %v", db.name(), err)
		return nil, memory(v.pid(), peakMemory), strolls, ctx.Err()
	}
	for j, view := range wholeViews {
		strolls[j], err = s.walk(ctx, c, view.addresses(db, s.samples))
		if err != nil {
			t.note("The %s of %s: %v", view.name, db.name(), err)
		}
	}
	return sample{a.took.Seconds()}, memory(v.pid(), peakMemory), strolls, ctx.Err()
}

func (t *table) addSamples(name string, samples []sample) {
	row := []string{name}
	for _, s := range samples {
		row = append(row, s.String())
	}
	t.add(row...)
}

func (t *table) addCells(name string, cells []*latency) {
	row := []string{name}
	for _, c := range cells {
		row = append(row, c.String())
	}
	t.add(row...)
}
