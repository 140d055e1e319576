package storage

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// project makes the registers of a dossier, in place of those it has.
func (s *Store) project(tx *gorm.DB, dossier string, registers []gathered) error {
	if err := s.engine.alone(tx, "registers"); err != nil {
		return err
	}
	if err := clearRegisters(tx, dossier); err != nil {
		return err
	}
	for _, g := range registers {
		if err := s.projectOne(tx, dossier, g); err != nil {
			return fmt.Errorf("register %s: %w", g.Name, err)
		}
	}
	return nil
}

// gathered is a register with what its rows have in common, once that is known.
type gathered struct {
	compare.Register
	places <-chan *places
}

// gatherAll gathers what the rows of registers have in common, one register after another and while
// something else goes on. It stops early if the context ends.
func gatherAll(ctx context.Context, ix *domain.Index) []gathered {
	var all []gathered
	var out []chan *places
	for _, g := range compare.Registers(ix) {
		done := make(chan *places, 1)
		all, out = append(all, gathered{g, done}), append(out, done)
	}
	go func() {
		for i, g := range all {
			p := newPlaces(g.Table)
			for n := 0; n < g.Size && ctx.Err() == nil; n++ {
				p.note(uint32(n), g.Row(n))
			}
			out[i] <- p
		}
	}()
	return all
}

// clearRegisters deletes the registers of a dossier.
func clearRegisters(tx *gorm.DB, dossier string) error {
	ctx := tx.Statement.Context
	found, err := gorm.G[registerRow](tx).Table("registers").Where("dossier_id = ?", dossier).Find(ctx)
	if err != nil {
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
	return tx.Exec("DELETE FROM registers WHERE dossier_id = ?", dossier).Error
}

func (s *Store) projectOne(tx *gorm.DB, dossier string, g gathered) error {
	row := registerRow{DossierID: dossier, Name: g.Name, Size: int64(g.Size), Form: registerForm}
	if err := tx.Raw(nextKey).Scan(&row.ID).Error; err != nil {
		return err
	}
	if err := s.writeRows(tx, row.ID, g.Register); err != nil {
		return err
	}
	p := <-g.places
	if err := s.writeSets(tx, row.ID, p); err != nil {
		return err
	}
	if err := s.writeOrders(tx, row.ID, p); err != nil {
		return err
	}
	fields, err := json.Marshal(p.fields())
	if err != nil {
		return err
	}
	row.Fields = string(fields)
	return tx.Table("registers").Create(&row).Error
}

// nextKey is the key after those of all registers. One without rows has a key of its own too.
const nextKey = `SELECT max(k) FROM (SELECT coalesce(max(id + CASE WHEN size > 0 THEN size ELSE 1 END), 1) AS k
	FROM registers UNION ALL SELECT coalesce(max(id) + 1, 1) FROM register_rows) AS keys`

// prepared is a row ready to be written.
type prepared struct {
	ref, shown string
	cells      []any // texts
}

// ahead is how many rows may be ready before they are written.
const ahead = 256

// writeRows writes the rows of a register. Rows are made by one processor and written by another.
func (s *Store) writeRows(tx *gorm.DB, first int64, g compare.Register) (err error) {
	cells := s.newBulk(tx, "register_cells", append([]string{"id"}, columnNames(len(g.Columns))...))
	rows := s.newBulk(tx, "register_rows", []string{"id", "ref", "shown"})
	ctx, cancel := context.WithCancel(tx.Statement.Context)
	ready := make(chan prepared, ahead)
	go func() {
		defer close(ready)
		prepare(ctx, g, ready)
	}()
	id := first
	for row := range ready {
		if err != nil {
			continue
		}
		if err = rows.add(id, row.ref, row.shown); err == nil {
			err = cells.add(append([]any{id}, row.cells...)...)
		}
		if id++; err != nil {
			cancel()
		}
	}
	cancel()
	if err = rows.close(err); err != nil {
		return cells.close(err)
	}
	if err = cells.close(nil); err == nil && cells.written != int64(g.Size) {
		err = fmt.Errorf("write register_cells: %d of %d rows written: %w", cells.written, g.Size, context.Cause(tx.Statement.Context))
	}
	return err
}

func prepare(ctx context.Context, g compare.Register, ready chan<- prepared) {
	shown := shownColumns(g.Table)
	var packed []byte
	for i := range g.Size {
		row := g.Row(i)
		packed = pack(packed[:0], row, shown)
		next := prepared{ref: row.Ref.ID, shown: string(packed), cells: make([]any, len(row.Cells))}
		for j, cell := range row.Cells {
			next.cells[j] = cell.String()
		}
		select {
		case ready <- next:
		case <-ctx.Done():
			return
		}
	}
}

// writeSets writes the sets in the order of their keys, which is the fastest.
func (s *Store) writeSets(tx *gorm.DB, id int64, p *places) (err error) {
	w := s.newBulk(tx, "register_sets", []string{"register", "facet", "value", "places"})
	keys := make([]setKey, 0, len(p.sets))
	for key := range p.sets {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, setKey.compare)
	for _, key := range keys {
		set := p.sets[key]
		set.RunOptimize()
		data, err := set.ToBytes()
		if err == nil {
			err = w.add(id, key.facet, []byte(key.value), data)
		}
		if err != nil {
			return w.close(err)
		}
	}
	return w.close(nil)
}

// orderPart is how many places one row of register_orders has.
const orderPart = 4096

func (s *Store) writeOrders(tx *gorm.DB, id int64, p *places) error {
	w := s.newBulk(tx, "register_orders", []string{"register", "column_name", "part", "places"})
	for i, order := range p.orders {
		if order == nil {
			continue
		}
		ordering, name := order.Ordering(), p.table.Columns[i].Name
		starts, err := bitmapOf(ordering.Starts)
		if err == nil {
			err = w.add(id, name, -1, starts)
		}
		for part := 0; err == nil && part*orderPart < len(ordering.Places); part++ {
			end := min((part+1)*orderPart, len(ordering.Places))
			err = w.add(id, name, part, littleEndian(ordering.Places[part*orderPart:end]))
		}
		if err != nil {
			return w.close(err)
		}
		p.orders[i] = nil // the memory is wanted for the next
	}
	return w.close(nil)
}

func littleEndian(numbers []uint32) []byte {
	data := make([]byte, 0, 4*len(numbers))
	for _, n := range numbers {
		data = binary.LittleEndian.AppendUint32(data, n)
	}
	return data
}

// refresh makes the registers of every dossier that has none, or some of another form.
func (s *Store) refresh(ctx context.Context) error {
	const stale = `SELECT id FROM dossiers WHERE (SELECT count(*) FROM registers
		WHERE dossier_id = dossiers.id AND form = ?) <> ?`
	var ids []string
	if err := s.db.WithContext(ctx).Raw(stale, registerForm, len(s.heads)).Scan(&ids).Error; err != nil {
		return err
	}
	for _, id := range ids {
		d, err := s.Dossier(ctx, id)
		if err != nil {
			return err
		}
		err = s.write(ctx, func(tx *gorm.DB) error { return s.project(tx, id, gatherAll(ctx, domain.NewIndex(d))) })
		if err != nil {
			return fmt.Errorf("making the registers of %q: %w", id, err)
		}
	}
	return nil
}
