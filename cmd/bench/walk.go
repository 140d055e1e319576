package main

import (
	"context"
	"fmt"
	"hash/maphash"
	"io"
	"net/http"
	"time"

	"pourparler/domain"
)

// latency is how many milliseconds answers took, over all runs.
type latency struct {
	all     sample
	medians sample // one a run
}

func (l *latency) add(run sample) {
	if len(run) > 0 {
		l.all = append(l.all, run...)
		l.medians = append(l.medians, run.median())
	}
}

// String returns the median of the runs and the 99th percentile of all answers.
func (l *latency) String() string {
	if len(l.all) == 0 {
		return missing
	}
	mark := ""
	if l.medians.wide() {
		mark = wideMark
	}
	return figure(l.medians.median()) + " / " + figure(l.all.quantile(0.99)) + mark
}

// stroll is what one walk through addresses measured, in milliseconds: each asked for the first time, compressed then for
// all who follow; a second time; again; and by a client that has it.
type stroll struct {
	first, second, again, unchanged sample
	twice                           int // bodies that had come before, at another address
}

// walk asks for each address four times, until the time for first views is over. What takes longer than the patience
// for one answer is an error.
func (s *session) walk(ctx context.Context, c *client, addresses []string) (w stroll, err error) {
	seen, seed := map[uint64]bool{}, maphash.MakeSeed()
	begun := time.Now()
	var tags []string
	for _, address := range addresses {
		if len(w.first) > 0 && time.Since(begun) > s.budget {
			break
		}
		var body maphash.Hash
		body.SetSeed(seed)
		a, err := c.get(address, asBrowser, func(r io.Reader, a *answer) error { return c.drain(io.TeeReader(r, &body), a) })
		if err != nil || a.status != http.StatusOK {
			return w, unexpected(address, a, err)
		}
		if seen[body.Sum64()] {
			w.twice++
		}
		seen[body.Sum64()] = true
		w.first, tags = append(w.first, milliseconds(a.took)), append(tags, a.tag)
	}
	return w, s.walkAgain(ctx, c, addresses[:len(tags)], tags, &w)
}

func (s *session) walkAgain(ctx context.Context, c *client, addresses, tags []string, w *stroll) error {
	for _, times := range []*sample{&w.second, &w.again} {
		for _, address := range addresses {
			a, err := c.page(address, "")
			if err != nil || a.status != http.StatusOK {
				return unexpected(address, a, err)
			}
			*times = append(*times, milliseconds(a.took))
		}
	}
	for i, address := range addresses {
		a, err := c.page(address, tags[i])
		if err != nil || a.status != http.StatusNotModified {
			return unexpected(address, a, err)
		}
		w.unchanged = append(w.unchanged, milliseconds(a.took))
	}
	return ctx.Err()
}

// unexpected is the error of an answer that is none.
func unexpected(address string, a answer, err error) error {
	if err != nil {
		return err
	}
	return domain.Errorf(domain.Internal, "GET %s = status %d", address, a.status)
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }

// noteTwice says below a table how many first views were no first views of their content.
func (t *table) noteTwice(twice, views int) {
	if twice > 0 {
		t.note("%s of %s first views had the same body as one before, at another address", thousands(twice), thousands(views))
	}
}

// sizes returns the head of a table with a column for each database.
func (s *session) sizes(first string, more ...string) []string {
	head := []string{first}
	for _, db := range s.databases {
		head = append(head, thousands(db.size))
	}
	return append(head, more...)
}

// growth returns how often the median of the first goes into that of the last.
func growth(cells []*latency) string {
	first, last := cells[0], cells[len(cells)-1]
	return figure(last.medians.median() / first.medians.median())
}

// name says of which database a problem is.
func (db database) name() string { return fmt.Sprintf("%s proposals", thousands(db.size)) }
