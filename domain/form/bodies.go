package form

import (
	"fmt"
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"

	"pourparler/domain"
)

// Read returns the dossier whose records have those bodies, by section and in their order. It is the inverse of
// [RecordsOf] and uses all processors.
func Read(bodies map[domain.Section][]string) (*domain.Dossier, error) {
	d := &domain.Dossier{}
	work := reading{bodies: bodies}
	for _, s := range sections() {
		all := bodies[s.section]
		if len(all) == 0 {
			continue
		}
		records := s.in(d)
		if !s.listed() {
			work.parts = append(work.parts, part{s, records, 0, 1})
			continue
		}
		records.Set(reflect.MakeSlice(records.Type(), len(all), len(all)))
		for from := 0; from < len(all); from += partLen {
			work.parts = append(work.parts, part{s, records, from, min(from+partLen, len(all))})
		}
	}
	return d, work.run()
}

// reading reads the parts of the sections of a dossier.
type reading struct {
	bodies map[domain.Section][]string
	parts  []part
	next   atomic.Int64
}

// part is some records of a section, from one to before another, and where they go.
type part struct {
	*place
	to       reflect.Value
	from, up int
}

const partLen = 256

func (w *reading) run() error {
	workers := min(len(w.parts), runtime.GOMAXPROCS(0))
	errs := make([]error, workers)
	var working sync.WaitGroup
	for i := range workers {
		working.Go(func() { errs[i] = w.work() })
	}
	working.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *reading) work() error {
	for {
		i := int(w.next.Add(1)) - 1
		if i >= len(w.parts) {
			return nil
		}
		if err := w.parts[i].read(w.bodies[w.parts[i].section]); err != nil {
			return err
		}
	}
}

func (p part) read(bodies []string) error {
	for i := p.from; i < p.up; i++ {
		to := p.to
		if p.listed() {
			to = to.Index(i)
		}
		if err := p.parse([]byte(bodies[i]), to); err != nil {
			return fmt.Errorf("record %d: %w", i+1, err)
		}
	}
	return nil
}
