package storage

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"

	"gorm.io/gorm"

	"pourparler/domain"
)

// projection writes the registers of a dossier, in place of those it has, as their rows are made.
type projection struct {
	*builder
	store   *Store
	tx      *gorm.DB
	writing []writing // one for each register
}

// writing is a register being written.
type writing struct {
	row         registerRow
	rows, cells *bulk
	seed        sum
	next        int64 // key of the next row
	done        bool
}

// newProjection begins to write what is gathered.
func (s *Store) newProjection(tx *gorm.DB, release releaseRow, g *builder) (*projection, error) {
	if err := s.engine.alone(tx, "registers"); err != nil {
		return nil, err
	}
	if err := clearRegisters(tx, release.Dossier); err != nil {
		return nil, err
	}
	var next int64
	if err := tx.Raw(nextKey).Scan(&next).Error; err != nil {
		return nil, err
	}
	<-g.begun
	p := &projection{builder: g, store: s, tx: tx}
	for _, r := range g.registers {
		row := registerRow{Dossier: release.Dossier, Version: release.Version, SHA256: release.SHA256, Name: r.Name, ID: next,
			Size: int64(r.Size), Form: registerForm}
		p.writing = append(p.writing, writing{next: next, row: row, seed: row.seed(),
			rows:  s.newBulk(tx, "register_rows", []string{"id", "shown", "sum"}),
			cells: s.newBulk(tx, "register_cells", append([]string{"id", "sum"}, columnNames(len(r.Columns))...))})
		next += max(int64(r.Size), 1)
	}
	return p, nil
}

// meanwhile writes what is ready.
func (p *projection) meanwhile() error {
	for {
		select {
		case row, more := <-p.ready:
			if !more {
				return nil
			}
			if err := p.take(row); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

// finish writes all the rest.
func (p *projection) finish() error {
	p.hasten()
	for row := range p.ready {
		if err := p.take(row); err != nil {
			return err
		}
	}
	for _, w := range p.writing {
		if !w.done {
			return fmt.Errorf("register %s is not whole: %w", w.row.Name, context.Cause(p.tx.Statement.Context))
		}
	}
	return nil
}

// take writes a row, or ends a register.
func (p *projection) take(row prepared) (err error) {
	w := &p.writing[row.register]
	switch {
	case row.err != nil:
		err = row.err
	case row.finished != nil:
		err = p.end(w, row.finished)
	default:
		err = w.add(row)
	}
	if err != nil {
		return fmt.Errorf("register %s: %w", w.row.Name, err)
	}
	return nil
}

func (w *writing) add(row prepared) error {
	if err := w.rows.add(w.next, string(row.shown), int64(w.seed.with(w.next, row.shown))); err != nil {
		return err
	}
	row.cells[0], row.cells[1] = w.next, int64(w.seed.with(w.next, row.line))
	w.next++
	return w.cells.add(row.cells...)
}

// end writes what is known of a register when all its rows are.
func (p *projection) end(w *writing, f *finished) error {
	for _, b := range []*bulk{w.rows, w.cells} {
		if err := b.close(nil); err != nil {
			return err
		}
		if b.written != w.row.Size {
			return fmt.Errorf("write %s: %d of %d rows written", b.table, b.written, w.row.Size)
		}
	}
	if err := p.store.writeSets(p.tx, w.row, f.sets); err != nil {
		return err
	}
	if err := p.store.writeOrders(p.tx, w.row, f.orders); err != nil {
		return err
	}
	w.row.Fields, w.done = f.fields, true
	w.row.Sum = int64(w.row.whole())
	return p.tx.Create(&w.row).Error
}

// clearRegisters deletes the registers of a dossier.
func clearRegisters(tx *gorm.DB, dossier string) error {
	var found []registerRow
	if err := tx.Find(&found, "dossier = ?", dossier).Error; err != nil {
		return err
	}
	for _, r := range found {
		for _, table := range []string{"register_cells", "register_rows"} {
			if err := tx.Exec("DELETE FROM "+table+" WHERE id >= ? AND id < ?", r.ID, r.ID+r.Size).Error; err != nil {
				return err
			}
		}
		for _, table := range []string{"register_sets", "register_orders"} {
			if err := tx.Exec("DELETE FROM "+table+" WHERE register = ?", r.ID).Error; err != nil {
				return err
			}
		}
	}
	return tx.Exec("DELETE FROM registers WHERE dossier = ?", dossier).Error
}

// nextKey is the key after those of all registers. One without rows has a key of its own too.
const nextKey = `SELECT max(k) FROM (SELECT coalesce(max(id + CASE WHEN size > 0 THEN size ELSE 1 END), 1) AS k
	FROM registers UNION ALL SELECT coalesce(max(id) + 1, 1) FROM register_rows UNION ALL SELECT coalesce(max(id) + 1, 1)
	FROM register_cells UNION ALL SELECT coalesce(max(register) + 1, 1) FROM register_sets) AS keys`

func (s *Store) writeSets(tx *gorm.DB, r registerRow, sets []finishedSet) (err error) {
	w, seed := s.newBulk(tx, "register_sets", []string{"register", "facet", "value", "next", "ordinals", "sum"}, r.ID), r.seed()
	for _, set := range sets {
		if err := w.add(set.facet, set.value, set.next, set.ordinals, int64(set.sum(seed))); err != nil {
			return w.close(err)
		}
	}
	return w.close(nil)
}

// orderPart is how many ordinals one row of register_orders has.
const orderPart = 4096

func (s *Store) writeOrders(tx *gorm.DB, r registerRow, orders []finishedOrder) error {
	w, seed := s.newBulk(tx, "register_orders", []string{"register", "column_name", "part", "ordinals", "sum"}, r.ID), r.seed()
	for _, order := range orders {
		for part, ordinals := range order.parts() {
			if err := w.add(order.column, part, ordinals, int64(orderSum(seed, order.column, part, ordinals))); err != nil {
				return w.close(err)
			}
		}
	}
	return w.close(nil)
}

// parts are the rows of an order by their numbers: -1 is where its runs of equal rows begin.
func (o finishedOrder) parts() iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		more := yield(-1, o.starts)
		for part := 0; more && part*orderPart < len(o.ordinals); part++ {
			more = yield(part, littleEndian(o.ordinals[part*orderPart:min((part+1)*orderPart, len(o.ordinals))]))
		}
	}
}

func orderSum(seed sum, column string, part int, ordinals []byte) sum {
	return seed.with(int64(part), []byte(column), ordinals)
}

func littleEndian(numbers []uint32) []byte {
	data := make([]byte, 0, 4*len(numbers))
	for _, n := range numbers {
		data = binary.LittleEndian.AppendUint32(data, n)
	}
	return data
}

// refresh makes the views where they are of another form, and the registers of every newest release that has none, or
// some of another form. It returns the dossiers of those. One that is damaged stays as it is.
func (s *Store) refresh(ctx context.Context) (made []string, err error) {
	if err := s.makeViews(ctx); err != nil {
		return nil, err
	}
	const stale = `SELECT dossier FROM releases GROUP BY dossier HAVING (SELECT count(*) FROM registers
		WHERE registers.dossier = releases.dossier AND registers.version = max(releases.version) AND form = ?) <> ?`
	var ids []string
	if err := s.db.WithContext(ctx).Raw(stale, registerForm, len(s.heads)).Scan(&ids).Error; err != nil {
		return nil, err
	}
	for _, id := range ids {
		switch err := s.project(ctx, id); {
		case domain.KindOf(err) == domain.Damaged: // which its readers are told
		case err != nil:
			return nil, fmt.Errorf("making the registers of %q: %w", id, err)
		default:
			made = append(made, id)
		}
	}
	return made, nil
}

// project makes the registers of the newest release of a dossier.
func (s *Store) project(ctx context.Context, id string) error {
	return s.write(ctx, func(tx *gorm.DB) error {
		if _, err := hold(tx, id); err != nil {
			return err
		}
		r, err := s.lastRelease(tx, id)
		if err != nil {
			return err
		}
		d, err := s.content(tx, r)
		if err != nil {
			return err
		}
		if err := s.writeRegisters(tx, d, r); err != nil {
			return err
		}
		return clearStrays(tx)
	})
}
