package storage_test

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/storage"
)

// TestStreamIsOfOneVersion imports another version while a stream is read: all rows are of the version that there was when it
// was begun.
func TestStreamIsOfOneVersion(t *testing.T) {
	for name, open := range map[string]func(testing.TB) *storage.Store{"SQLite file": openFile, "PostgreSQL": openPostgres} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			versions := []*domain.Dossier{sized(t, "full", 2600), sized(t, "full", 2500)} // so many are read by two
			for i := range versions[1].Responses {
				versions[1].Responses[i].Reason = "otherwise"
			}
			mustImport(t, s, versions[0], true)
			stream, err := s.Stream(t.Context(), "full", "responses", table.Query{})
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for batch, err := range stream.Batches {
				if err != nil {
					t.Fatal(err)
				}
				if got.Len() == 0 {
					mustImport(t, s, versions[1], true)
				}
				got.Write(batch)
			}
			g, err := compare.Find(domain.NewIndex(versions[0]), "responses")
			if err != nil {
				t.Fatal(err)
			}
			var want []byte
			for i := range g.Size {
				want = table.AppendLine(want, g.Row(i))
			}
			if got.String() != string(want) {
				t.Errorf("another version imported after the first rows: %d bytes, want %d", got.Len(), len(want))
			}
			diff(t, versions[1], mustRead(t, s, "full"))
		})
	}
}

// TestManyStreams reads many long streams at once. Each gives all its rows, though they are more than there are connections and
// each would like two.
func TestManyStreams(t *testing.T) {
	for name, open := range map[string]func(testing.TB) *storage.Store{"SQLite file": openFile, "PostgreSQL": openPostgres} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			d := sized(t, "full", 2600)
			mustImport(t, s, d, true)
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			var reading sync.WaitGroup
			for range 150 {
				reading.Go(func() {
					stream, err := s.Stream(ctx, "full", "proposals", table.Query{})
					if err != nil {
						t.Error(err)
						return
					}
					rows := 0
					for batch, err := range stream.Batches {
						if err != nil {
							t.Error(err)
						}
						rows += bytes.Count(batch, []byte{table.End})
					}
					if rows != len(d.Proposals) {
						t.Errorf("%d rows, want %d", rows, len(d.Proposals))
					}
				})
			}
			reading.Wait()
		})
	}
}

// TestStreamAgain reads a stream twice, and once more after an import, when it gives an error and no row of another version.
func TestStreamAgain(t *testing.T) {
	for name, open := range map[string]func(testing.TB) *storage.Store{"SQLite file": openFile, "PostgreSQL": openPostgres} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			mustImport(t, s, full(t), true)
			stream, err := s.Stream(t.Context(), "full", "proposals", table.Query{})
			if err != nil {
				t.Fatal(err)
			}
			read := func() (all string, err error) {
				for batch, failed := range stream.Batches {
					all, err = all+string(batch), failed
				}
				return all, err
			}
			first, err := read()
			if err != nil || first == "" {
				t.Fatal(first, err)
			}
			if again, err := read(); again != first || err != nil {
				t.Errorf("again: %q, %v, want the same", again, err)
			}
			mustImport(t, s, sized(t, "full", 3), true)
			again, err := read()
			if again != "" {
				t.Errorf("after an import: %q, want nothing", again)
			}
			wantError(t, err, domain.Conflict, "changed while it was read")
		})
	}
}
