package handlers

import (
	"context"
	"sync"
	"time"

	"pourparler/domain"
)

// versions remembers for a moment which version each dossier has, so that an answer from what is kept asks the library
// nothing. What another process changes is seen when the moment is over.
type versions struct {
	library Library
	moment  time.Duration // 0 asks every time
	back    func()        // called when the library answers
	mu      sync.RWMutex
	known   map[string]versionAt
}

type versionAt struct {
	version string
	at      time.Time
}

func newVersions(l Library, moment time.Duration, back func()) *versions {
	return &versions{library: l, moment: moment, back: back, known: map[string]versionAt{}}
}

// forget has the library be asked again.
func (v *versions) forget(id string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	delete(v.known, id)
}

// of returns the version of a dossier, no older than a moment; or while the database cannot be read, the one that was known
// last, so that what is kept can still be had.
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
	if err != nil && ok && domain.KindOf(err) == domain.Unavailable {
		v.known[id] = versionAt{known.version, time.Now()}
		return known.version, nil
	}
	if err != nil {
		delete(v.known, id)
		return "", err
	}
	v.back()
	v.known[id] = versionAt{version, now}
	return version, nil
}
