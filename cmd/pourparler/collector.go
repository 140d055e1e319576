package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// How much garbage may gather before it is collected. A server that only writes files stays small. Pages are rendered
// fast and make much of it, while what is in use is little at first: without a least amount, every tenth page would wait.
const (
	garbageOfFiles = 50       // percent of what is in use
	garbageOfPages = 100      // percent, but no less than
	leastGarbage   = 64 << 20 // bytes
)

// tuneCollector collects garbage as files want it, and from when the function that it returns is called on as pages do;
// not if GOGC says how.
func tuneCollector() (forPages func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	debug.SetGCPercent(garbageOfFiles)
	var pages atomic.Bool
	afterCollection(func() {
		if pages.Load() {
			debug.SetGCPercent(percentOf(inUse()))
		}
	})
	return func() {
		pages.Store(true)
		debug.SetGCPercent(percentOf(inUse()))
	}
}

// percentOf is how much garbage pages may make while so many bytes are in use, in percent of them.
func percentOf(used uint64) int { return max(garbageOfPages, int(100*leastGarbage/max(used, 1<<20))) }

// inUse is how many bytes the last collection found in use.
func inUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
}

// afterCollection calls a function after every collection: when what nobody refers to has been collected.
func afterCollection(call func()) {
	runtime.AddCleanup(new(*byte), func(call func()) {
		call()
		afterCollection(call)
	}, call)
}
