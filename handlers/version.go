package handlers

import (
	"context"
	"sync"
	"time"
)

// versions remembers for a moment which version each dossier has, so that an answer from what is kept asks the library
// nothing. What another process changes is seen when the moment is over.
type versions struct {
	library Library
	moment  time.Duration // 0 asks every time
	mu      sync.RWMutex
	known   map[string]versionAt
}

type versionAt struct {
	version string
	at      time.Time
}

func newVersions(l Library, moment time.Duration) *versions {
	return &versions{library: l, moment: moment, known: map[string]versionAt{}}
}

// forget has the library be asked again.
func (v *versions) forget(id string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	delete(v.known, id)
}

// of returns the version of a dossier, no older than a moment.
func (v *versions) of(ctx context.Context, id string) (string, error) {
	v.mu.RLock()
	known, ok := v.known[id]
	v.mu.RUnlock()
	now := time.Now()
	if ok && now.Sub(known.at) < v.moment {
		return known.version, nil
	}
	version, err := v.library.Version(ctx, id)
	v.mu.Lock()
	defer v.mu.Unlock()
	if err != nil {
		delete(v.known, id)
		return "", err
	}
	v.known[id] = versionAt{version, now}
	return version, nil
}
