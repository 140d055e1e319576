package storage

import (
	"context"
	"database/sql"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Stream returns the rows of a register that a query wants, all columns of them, as texts. The rows
// are of the release that is the newest now, and reading them takes the same memory however many there are. Errors are those
// of [Store.Listing]; what goes wrong later ends the batches with an error, which is of kind [domain.Conflict], before
// any row, if there is another release when they are begun.
func (s *Store) Stream(ctx context.Context, id, register string, q table.Query) (st table.Stream, err error) {
	defer wrap(&err, "Stream", id)
	r, err := s.findRegister(s.db.WithContext(ctx), id, register)
	if err != nil {
		return st, translate(ctx, s.engine, err)
	}
	if q.Sort != "" && r.table.Index(q.Sort) < 0 {
		return st, r.table.NoColumn(q.Sort)
	}
	return table.Stream{Table: r.table, Batches: func(yield func([]byte, error) bool) {
		if err := s.batches(ctx, r, q, yield); err != nil {
			err = translate(ctx, s.engine, err)
			wrap(&err, "Stream", id)
			yield(nil, err)
		}
	}}, nil
}

// chunk is how many rows a batch has, and manyRows from how many rows on two are read at once.
const (
	chunk    = 500
	manyRows = 4 * chunk
)

// batches reads in one transaction what is wanted, and in that and perhaps a second one the rows.
func (s *Store) batches(ctx context.Context, r register, q table.Query, yield func([]byte, error) bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	first := &reading{lines: lines{selection: selection{store: s, register: r}}}
	defer first.close()
	if err := first.begin(ctx); err != nil {
		return err
	}
	if err := first.want(q); err != nil {
		return err
	}
	all := []*reading{first}
	if first.size() >= manyRows && !s.engine.inMemory() && runtime.GOMAXPROCS(0) > 1 {
		second, end, err := first.second(ctx)
		if err != nil {
			return err
		}
		defer end()
		if second != nil {
			all = append(all, second)
		}
	}
	return readAll(ctx, all, yield)
}

// second begins a second reading of the same lines, or none while as many streams have one as leave the others and pages a
// connection: who holds one and waits for another would wait for those that do the same. End ends it.
func (r *reading) second(ctx context.Context) (second *reading, end func(), err error) {
	seconds := r.store.seconds
	select {
	case seconds <- struct{}{}:
	default:
		return nil, func() {}, nil
	}
	second = &reading{lines: r.lines}
	end = func() { second.close(); <-seconds }
	if err = second.begin(ctx); err != nil {
		end()
	}
	if domain.KindOf(err) == domain.Conflict { // it changed just now, and the first can go on
		return nil, func() {}, nil
	}
	return second, end, err
}

// begin begins a transaction that sees one state of the database.
func (s *Store) begin(ctx context.Context) (*gorm.DB, error) {
	tx := s.db.WithContext(ctx).Begin(&sql.TxOptions{ReadOnly: true, Isolation: s.engine.snapshot()})
	return tx, tx.Error
}

// sameRegister reports whether a transaction sees the register that another saw. That of another
// release has another version.
func (s *Store) sameRegister(tx *gorm.DB, r register) (bool, error) {
	row, err := s.registerRow(tx, r.Dossier, r.Name)
	return row == r.registerRow, err
}

// lines are rows of a register to be read as texts.
type lines struct {
	selection
	ordinals []uint32 // nil for all rows
}

// want finds the rows that a query wants.
func (l *lines) want(q table.Query) error {
	if q == (table.Query{}) {
		return nil
	}
	wanted, err := l.rows(q.Filter)
	if err == nil {
		l.ordinals, err = l.part(q, wanted)
	}
	if l.ordinals == nil {
		l.ordinals = []uint32{}
	}
	return err
}

func (l lines) size() int {
	if l.ordinals == nil {
		return int(l.register.Size)
	}
	return len(l.ordinals)
}

// batchRead is a batch of lines, or why there is none.
type batchRead struct {
	lines []byte
	err   error
}

// readAll shares the chunks among the readings in turn and yields them in order.
func readAll(ctx context.Context, all []*reading, yield func([]byte, error) bool) error {
	ctx, cancel := context.WithCancel(ctx)
	var working sync.WaitGroup
	defer working.Wait()
	defer cancel()
	out, ended := make([]chan batchRead, len(all)), make(chan error, len(all))
	for i, r := range all {
		out[i] = make(chan batchRead, 1)
		working.Go(func() { ended <- r.readEach(ctx, i, len(all), out[i]) })
	}
	for i := 0; i*chunk < all[0].size(); i++ {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case b := <-out[i%len(all)]:
			if b.err != nil {
				return b.err
			}
			if !yield(b.lines, nil) {
				return nil
			}
		}
	}
	for range all {
		if err := <-ended; err != nil {
			return err
		}
	}
	return nil
}

// line is an expression for a row as a line of a [table.Stream], without its end.
func (l lines) line() string {
	return "concat_ws(" + l.store.engine.unit() + ", " + strings.Join(columnNames(len(l.register.table.Columns)), ", ") + ")"
}

// reader returns what appends the lines of rows from one to another.
func (l lines) reader(ctx context.Context) (func([]byte, int, int) ([]byte, error), error) {
	if l.ordinals != nil {
		return func(batch []byte, from, to int) ([]byte, error) { return l.chosen(batch, l.ordinals[from:to]) }, nil
	}
	query := fmt.Sprintf("SELECT %s, sum FROM register_cells WHERE id >= %s AND id < %s ORDER BY id",
		l.line(), l.store.engine.placeholder(1), l.store.engine.placeholder(2))
	statement, err := l.tx.Statement.ConnPool.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return func(batch []byte, from, to int) ([]byte, error) {
		key, end := l.register.ID+int64(from), l.register.ID+int64(to)
		rows, err := statement.QueryContext(ctx, key, end)
		if err != nil {
			return batch, err
		}
		return l.appendLines(batch, rows, key, end)
	}, nil
}

// appendLines appends a line for each row from one key to another, and makes sure that they are all.
func (l lines) appendLines(batch []byte, rows *sql.Rows, key, end int64) ([]byte, error) {
	defer rows.Close()
	var line sql.RawBytes
	var had int64
	for seed := l.register.seed(); rows.Next(); key++ {
		if err := rows.Scan(&line, &had); err != nil {
			return batch, err
		}
		if had != int64(seed.with(key, line)) {
			return batch, l.register.damaged()
		}
		batch = append(append(batch, line...), table.End)
	}
	if err := rows.Err(); err != nil || key == end {
		return batch, err
	}
	return batch, l.register.damaged()
}

// chosen appends the lines of rows at ordinals, in that order.
func (l lines) chosen(batch []byte, ordinals []uint32) ([]byte, error) {
	texts := make([]string, len(ordinals))
	rows, err := l.cells(ordinals)
	if err != nil {
		return batch, err
	}
	err = l.each(rows, ordinals, func(at int, line []byte) { texts[at] = string(line) })
	for _, line := range texts {
		batch = append(append(batch, line...), table.End)
	}
	return batch, err
}

// cells asks for the lines of rows at ordinals.
func (l lines) cells(ordinals []uint32) (*sql.Rows, error) {
	keys, marks := make([]any, len(ordinals)), make([]string, len(ordinals))
	for i, ordinal := range ordinals {
		keys[i], marks[i] = l.register.ID+int64(ordinal), l.store.engine.placeholder(i+1)
	}
	query := "SELECT id, " + l.line() + ", sum FROM register_cells WHERE id IN (" + strings.Join(marks, ", ") + ")"
	return l.tx.Statement.ConnPool.QueryContext(l.tx.Statement.Context, query, keys...)
}

// RegisterSQL returns a statement that selects the rows of a register as columns named as files have
// them, so that another program can be given the same work as [Store.Stream] without a query. The
// error is of kind [domain.NotFound] if there is no such dossier or register.
func (s *Store) RegisterSQL(ctx context.Context, id, name string) (query string, err error) {
	defer wrap(&err, "RegisterSQL", id)
	r, err := s.findRegister(s.db.WithContext(ctx), id, name)
	if err != nil {
		return "", translate(ctx, s.engine, err)
	}
	return fmt.Sprintf("SELECT %s FROM register_cells WHERE id >= %d AND id < %d ORDER BY register_cells.id",
		namedColumns(r.table), r.ID, r.ID+r.Size), nil
}
