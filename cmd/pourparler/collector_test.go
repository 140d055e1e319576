package main

import (
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

// TestPercentOf wants room for pages while little is in use, and no more than usual while much is.
func TestPercentOf(t *testing.T) {
	for _, c := range []struct {
		used uint64
		want int
	}{{0, 6400}, {16 << 20, 400}, {64 << 20, 100}, {2 << 30, 100}} {
		if got := percentOf(c.used); got != c.want {
			t.Errorf("percentOf(%d) = %d, want %d", c.used, got, c.want)
		}
	}
}

// TestAfterCollection collects garbage until the function was called twice.
func TestAfterCollection(t *testing.T) {
	var calls atomic.Int32
	afterCollection(func() { calls.Add(1) })
	for begun := time.Now(); calls.Load() < 2; runtime.GC() {
		if time.Since(begun) > 10*time.Second {
			t.Fatalf("%d calls after many collections, want 2", calls.Load())
		}
	}
}
