package compare

import "sync"

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
