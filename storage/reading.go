package storage

import (
	"cmp"
	"context"
	"errors"
	"time"

	"pourparler/domain"
)

// longestRead is how long a stream keeps a transaction open. A database keeps everything that a transaction may still ask
// for: the log of SQLite grows with every import meanwhile. Who takes longer for a file is read to the end by others after
// it, as long as no other release came.
const longestRead = 5 * time.Second

// reading reads lines in one transaction after the other.
type reading struct {
	lines // its tx is nil while there is none
	begun time.Time
	read  func([]byte, int, int) ([]byte, error)
}

// begin begins a transaction. The error is of kind [domain.Conflict] if it sees another register.
func (r *reading) begin(ctx context.Context) (err error) {
	if r.tx, err = r.store.begin(ctx); err != nil {
		r.tx = nil
		return err
	}
	r.begun, r.read = time.Now(), nil
	same, err := r.store.sameRegister(r.tx, r.register)
	if err == nil && !same {
		err = domain.Errorf(domain.Conflict, "the dossier %q changed while it was read: ask again", r.register.Dossier)
	}
	return err
}

// rest ends the transaction, whose end says whether all was of one state.
func (r *reading) rest() error {
	if r.tx == nil {
		return nil
	}
	err := r.tx.Commit().Error
	r.tx = nil
	return err
}

// close ends the transaction of who gives up, if there is one.
func (r *reading) close() {
	if r.tx != nil {
		r.tx.Rollback()
		r.tx = nil
	}
}

// chunk appends the lines of a chunk.
func (r *reading) chunk(ctx context.Context, batch []byte, i int) (_ []byte, err error) {
	if r.tx != nil && time.Since(r.begun) > r.store.longestRead {
		err = r.rest()
	}
	if err == nil && r.tx == nil {
		err = r.begin(ctx)
	}
	if err == nil && r.read == nil {
		r.read, err = r.reader(ctx)
	}
	if err != nil {
		return batch, err
	}
	batch, err = r.read(batch, i*chunk, min((i+1)*chunk, r.size()))
	if domain.KindOf(err) == domain.Damaged { // or changed while it was read
		err = cmp.Or(r.rest(), err)
	}
	return batch, err
}

// readEach reads every chunk of that turn. Three buffers go round: one is being filled, one waits,
// one is with whoever writes it out.
func (r *reading) readEach(ctx context.Context, turn, turns int, out chan<- batchRead) error {
	var buffers [3][]byte
	for i, n := turn, 0; i*chunk < r.size(); i, n = i+turns, n+1 {
		b := batchRead{}
		b.lines, b.err = r.chunk(ctx, buffers[n%3][:0], i)
		buffers[n%3] = b.lines
		if err := r.hand(ctx, b, out); err != nil || b.err != nil {
			return err
		}
	}
	return r.rest()
}

// hand hands a batch on. The transaction does not wait for who takes long.
func (r *reading) hand(ctx context.Context, b batchRead, out chan<- batchRead) error {
	patience := time.NewTimer(r.store.longestRead - time.Since(r.begun))
	defer patience.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case out <- b:
			return nil
		case <-patience.C:
			if err := r.rest(); err != nil {
				b.err = errors.Join(b.err, err)
			}
		}
	}
}
