package storage_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/storage"
)

// writersWait lets several writers replace one dossier and write their own, all at once.
func writersWait(t *testing.T, s *storage.Store) {
	var group sync.WaitGroup
	for i := range 4 {
		shared, own := sized(t, "shared", i), sized(t, fmt.Sprint("own-", i), i)
		group.Go(func() {
			for _, d := range []*domain.Dossier{shared, own, shared} {
				if _, err := s.Import(t.Context(), d); err != nil {
					t.Errorf("Import(%q): %v", d.ID, err)
				}
			}
		})
	}
	group.Wait()
	got := mustRead(t, s, "shared")
	diff(t, sized(t, "shared", len(got.Proposals)-2), got)
	for i := range 4 {
		id := fmt.Sprint("own-", i)
		diff(t, sized(t, id, i), mustRead(t, s, id))
	}
}

// readersSeeOneState replaces a dossier by another of a different size again and again while it is
// read.
func readersSeeOneState(t *testing.T, s *storage.Store) {
	states := []*domain.Dossier{sized(t, "full", 5), sized(t, "full", 40)}
	mustImport(t, s, states[0], true)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 12 {
			if _, err := s.Import(t.Context(), states[(i+1)%2]); err != nil {
				t.Error(err)
			}
		}
	}()
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() { readUntil(t, s, done, states) })
	}
	group.Wait()
}

func readUntil(t *testing.T, s *storage.Store, done <-chan struct{}, states []*domain.Dossier) {
	for {
		select {
		case <-done:
			return
		default:
		}
		got, err := s.Dossier(t.Context(), "full")
		if err != nil {
			t.Error(err)
			return
		}
		if !cmp.Equal(got, states[0]) && !cmp.Equal(got, states[1]) {
			t.Errorf("a reader saw a mixture: %d proposals, %d responses, %d citations of the first",
				len(got.Proposals), len(got.Responses), len(got.Proposals[0].Citations))
		}
	}
}

// TestReadersDoNotWait holds an import half way and reads what was there before it.
func TestReadersDoNotWait(t *testing.T) {
	for name, open := range map[string]func(testing.TB) *storage.Store{
		"SQLite file": openFile, "PostgreSQL": openPostgres,
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			before, after := sized(t, "full", 2), sized(t, "full", 5)
			mustImport(t, s, before, true)
			halfway, release := pause(t, s)
			finished := make(chan error)
			go func() { _, err := s.Import(t.Context(), after); finished <- err }()
			<-halfway
			diff(t, before, mustRead(t, s, "full"))
			close(release)
			if err := <-finished; err != nil {
				t.Fatal(err)
			}
			diff(t, after, mustRead(t, s, "full"))
		})
	}
}

// pause stops the next import after it has written some of the log, until release is closed.
func pause(t *testing.T, s *storage.Store) (halfway <-chan struct{}, release chan<- struct{}) {
	t.Helper()
	reached, let := make(chan struct{}), make(chan struct{})
	var once sync.Once
	err := s.AfterInsert(func(table string) {
		if table == "changes" {
			once.Do(func() { close(reached); <-let })
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return reached, let
}

// TestLocked finds the database in the hands of another process for longer than it is ready to
// wait.
func TestLocked(t *testing.T) {
	path := newFile(t)
	other, s := open(t, path), open(t, path)
	halfway, release := pause(t, other)
	finished := make(chan error)
	go func() { _, err := other.Import(t.Context(), full(t)); finished <- err }()
	<-halfway
	if err := s.Exec(t.Context(), "PRAGMA busy_timeout = 20"); err != nil {
		t.Fatal(err)
	}
	started := time.Now()
	_, err := s.Import(t.Context(), full(t))
	wantError(t, err, domain.Unavailable, "is locked by another process: try again, or stop that process")
	if waited := time.Since(started); waited > 5*time.Second {
		t.Errorf("waited for %s", waited)
	}
	close(release)
	if err := <-finished; err != nil {
		t.Fatal(err)
	}
	mustImport(t, s, full(t), false)
}
