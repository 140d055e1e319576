package handlers

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"pourparler/domain"
)

// How far rows are read ahead of a client, and how long it may keep the reader waiting, in all of a file. From then on what
// it has not taken goes to a temporary file; those of all clients together have so many bytes.
const (
	batchesAhead = 4
	readerWait   = time.Second
	mostSpooled  = 1 << 30
)

// ahead reads the rows of a file ahead of the client, so that nobody who takes them slowly, or not at all, keeps the
// connection and the state of the database that they are read from. All of them are of that one state nonetheless.
type ahead struct {
	out    chan []byte // closed at the end of the rows
	waited time.Duration
	spool  *os.File // what comes after all that went out, or nil
	left   bool     // it could not be removed while it is used
	sizes  []int    // of the batches in it
	err    error    // with which the rows ended

	total *atomic.Int64 // bytes in the files of all clients
	most  int64
}

// readAhead returns the same batches, read ahead.
func (s *server) readAhead(ctx context.Context, batches iter.Seq2[[]byte, error]) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		a := &ahead{out: make(chan []byte, batchesAhead), total: &s.spooled, most: mostSpooled}
		var reading sync.WaitGroup
		reading.Go(func() {
			defer close(a.out)
			a.err = a.read(ctx, s.gates.reading, batches)
		})
		defer a.remove()
		defer reading.Wait()
		defer cancel()
		for batch := range a.out {
			if !yield(batch, nil) {
				return
			}
		}
		err, batch := a.err, []byte(nil)
		for i := 0; err == nil && i < len(a.sizes); i++ {
			batch = slices.Grow(batch[:0], a.sizes[i])[:a.sizes[i]]
			if _, err = io.ReadFull(a.spool, batch); err == nil && !yield(batch, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// read reads all batches. A panic is an error here as elsewhere.
func (a *ahead) read(ctx context.Context, g gate, batches iter.Seq2[[]byte, error]) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = domain.Errorf(domain.Internal, "panic: %v\n%s", fault, debug.Stack())
		}
	}()
	leave, err := g.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	var buffers [batchesAhead + 2][]byte // one is being filled, one is with whoever writes it out
	n := 0
	for batch, err := range batches {
		if err != nil {
			return err
		}
		if a.spool == nil {
			i := n % len(buffers)
			buffers[i] = append(buffers[i][:0], batch...)
			batch = buffers[i]
			n++
		}
		if err := a.give(ctx, batch); err != nil {
			return err
		}
	}
	if a.spool != nil {
		_, err = a.spool.Seek(0, io.SeekStart)
	}
	return err
}

// give hands a batch to the client, or has it wait in the file.
func (a *ahead) give(ctx context.Context, batch []byte) error {
	if a.spool != nil {
		return a.write(ctx, batch)
	}
	select {
	case a.out <- batch:
		return nil
	default:
	}
	began, late := time.Now(), time.NewTimer(readerWait-a.waited)
	defer late.Stop()
	select {
	case a.out <- batch:
		a.waited += time.Since(began)
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-late.C:
	}
	var err error
	if a.spool, err = os.CreateTemp("", "pourparler-rows-"); err != nil {
		return fmt.Errorf("keep what a slow client has not taken: %w", err)
	}
	a.left = os.Remove(a.spool.Name()) != nil // if it can be, it is removed now, so that it is gone however this ends
	return a.write(ctx, batch)
}

func (a *ahead) write(ctx context.Context, batch []byte) error {
	a.sizes = append(a.sizes, len(batch))
	if a.total.Add(int64(len(batch))) > a.most {
		return domain.Errorf(domain.Unavailable, "clients have left more than %d bytes of files untaken: another has to come again", a.most)
	}
	if _, err := a.spool.Write(batch); err != nil {
		return fmt.Errorf("keep what a slow client has not taken: %w", err)
	}
	return ctx.Err()
}

// remove gives back the room of the file.
func (a *ahead) remove() {
	for _, size := range a.sizes {
		a.total.Add(-int64(size))
	}
	if a.spool != nil {
		a.spool.Close()
	}
	if a.left {
		_ = os.Remove(a.spool.Name())
	}
}
