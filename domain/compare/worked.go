package compare

import (
	"sync"

	"pourparler/domain"
)

// kept is what is worked out once for a record, whichever day is asked about.
type kept struct {
	courses worked[string, *course] // by track
	says    worked[*domain.Proposal, []statement]
	answers worked[*domain.Proposal, []answer]
	ranks   func() map[string]int                // of parties
	told    func() map[string]bool               // of whose answers others tell
	revised func() map[string][]*domain.Proposal // those that restate or amend one, by its id
}

func newKept(d *domain.Dossier) *kept {
	return &kept{ranks: sync.OnceValue(func() map[string]int {
		ranks := map[string]int{}
		for i, p := range d.Parties {
			ranks[p.ID] = i
		}
		return ranks
	}), told: sync.OnceValue(func() map[string]bool {
		told := map[string]bool{}
		for i := range d.Responses {
			if a := &d.Responses[i]; a.Alleged() {
				told[a.By] = true
			}
		}
		return told
	}), revised: sync.OnceValue(func() map[string][]*domain.Proposal {
		revised := map[string][]*domain.Proposal{}
		for i := range d.Proposals {
			for _, id := range revises(&d.Proposals[i]) {
				revised[id] = append(revised[id], &d.Proposals[i])
			}
		}
		return revised
	})}
}

// worked keeps what was worked out for each key. It is safe for use by several goroutines.
type worked[K comparable, V any] struct {
	sync.Mutex
	out map[K]V
}

// of returns what is kept for a key, or else what work returns, which may ask for other keys.
func (w *worked[K, V]) of(key K, work func() V) V {
	w.Lock()
	v, ok := w.out[key]
	w.Unlock()
	if ok {
		return v
	}
	v = work()
	w.Lock()
	defer w.Unlock()
	if w.out == nil {
		w.out = map[K]V{}
	}
	w.out[key] = v
	return v
}
