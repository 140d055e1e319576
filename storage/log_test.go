package storage_test

import (
	"context"
	"os"
	"sync"
	"testing"
	"time"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/storage"
)

// mostLog is how large the log beside a database of less than two megabytes may become: what a few imports write.
const mostLog = 6 << 20

// TestLogIsBounded imports again and again while others read without a pause, and one takes all the time that there is.
func TestLogIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("twenty imports of a thousand proposals")
	}
	path := newFile(t)
	s := open(t, path)
	s.KeepTransactions(200 * time.Millisecond)
	mustImport(t, s, sized(t, "full", 1000), true)
	ctx, stop := context.WithCancel(t.Context())
	var working sync.WaitGroup
	defer working.Wait()
	defer stop()
	working.Go(func() { s.KeepFolded(ctx) })
	for _, pause := range []time.Duration{0, 10 * time.Millisecond, 100 * time.Millisecond, time.Minute} {
		working.Go(func() { readOn(ctx, s, pause) })
	}
	most := make(chan int64, 1)
	working.Go(func() { most <- largest(ctx, path+"-wal") })
	importer := open(t, path)
	for i := range 20 {
		mustImport(t, importer, sized(t, "full", 1000+i%2+1), true)
		if _, err := importer.Fold(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	stop()
	file, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	got := <-most
	t.Logf("the log had %.1f MB at most beside a file of %.1f", float64(got)/(1<<20), float64(file.Size())/(1<<20))
	if got > mostLog {
		t.Errorf("the log had %d bytes, want %d at most", got, mostLog)
	}
}

// readOn reads a list and a file, of which it takes so long for each part.
func readOn(ctx context.Context, s *storage.Store, pause time.Duration) {
	for ctx.Err() == nil {
		_, _ = s.Listing(ctx, "full", "proposals", table.Query{Limit: 100})
		st, err := s.Stream(ctx, "full", "proposals", table.Query{})
		if err != nil {
			continue
		}
		for range st.Batches {
			select {
			case <-time.After(pause):
			case <-ctx.Done():
			}
		}
	}
}

// largest watches the size of a file.
func largest(ctx context.Context, path string) (most int64) {
	for ; ctx.Err() == nil; time.Sleep(5 * time.Millisecond) {
		if info, err := os.Stat(path); err == nil {
			most = max(most, info.Size())
		}
	}
	return most
}

// TestFileReplaced puts another database in the place of one that is open, and removes it.
func TestFileReplaced(t *testing.T) {
	path, other := newFile(t), newFile(t)
	s, o := open(t, path), open(t, other)
	mustImport(t, s, sized(t, "full", 3), true)
	mustImport(t, o, sized(t, "full", 4), true)
	for _, store := range []*storage.Store{s, o} {
		if whole, err := store.Fold(t.Context()); !whole || err != nil {
			t.Fatal(whole, err)
		}
	}
	refused := func(what string) {
		t.Helper()
		for range 3 {
			_, err := s.Version(t.Context(), "full")
			wantError(t, err, domain.Unavailable, what)
			_, err = s.Dossier(t.Context(), "full")
			wantError(t, err, domain.Unavailable, what)
			_, err = s.Import(t.Context(), sized(t, "full", 5))
			wantError(t, err, domain.Unavailable, what)
		}
	}
	mustRename(t, path, path+".kept")
	refused("is gone: put it back")
	if _, err := os.Stat(path); err == nil {
		t.Error("another file was made in place of the one that was removed")
	}
	mustRename(t, path+".kept", path)
	diff(t, sized(t, "full", 3), mustRead(t, s, "full"))
	mustRename(t, other, path)
	refused("was replaced while it was open: stop the program and start it again")
	diff(t, sized(t, "full", 4), mustRead(t, open(t, path), "full"))
}

func mustRename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// TestSlowReader reads a file slower than a transaction is kept open, with and without another release between.
func TestSlowReader(t *testing.T) {
	for name, address := range addresses() {
		t.Run(name, func(t *testing.T) {
			s := open(t, address(t))
			mustImport(t, s, sized(t, "full", 3500), true)
			want := slowly(t, s, table.Query{}, func() {})
			s.KeepTransactions(time.Millisecond)
			pause := func() { time.Sleep(20 * time.Millisecond) }
			for _, q := range []table.Query{{}, {Sort: "id"}} {
				if got := slowly(t, s, q, pause); len(got) != len(want) {
					t.Errorf("%v: %d bytes, want %d", q, len(got), len(want))
				}
			}
			imports := sync.OnceFunc(func() { mustImport(t, s, sized(t, "full", 3499), true) })
			if got := slowly(t, s, table.Query{}, imports); got != "conflict" {
				t.Errorf("with another release between, the file is %.80q, want a conflict", got)
			}
		})
	}
}

// slowly reads a file, and does something between its parts.
func slowly(t *testing.T, s *storage.Store, q table.Query, pause func()) string {
	t.Helper()
	st, err := s.Stream(t.Context(), "full", "proposals", q)
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for batch, err := range st.Batches {
		if err != nil {
			return string(domain.KindOf(err))
		}
		all = append(all, batch...)
		pause()
	}
	return string(all)
}
