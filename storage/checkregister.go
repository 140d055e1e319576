package storage

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/table"
)

// registerCheck compares a register in the database with what is made of the dossier.
type registerCheck struct {
	*problems
	store  *Store
	tx     *gorm.DB
	row    registerRow
	seed   sum
	wanted []prepared // rows, of which the first has that ordinal
	first  int64
}

// checkRegisters makes the registers of a release again and compares them with those in the database.
func (s *Store) checkRegisters(tx *gorm.DB, p *problems, release releaseRow, registers []table.Register) error {
	ctx, cancel := context.WithCancel(tx.Statement.Context)
	g := newBuilder()
	g.registers, g.stop = registers, cancel
	defer g.close()
	for i, r := range registers {
		row, err := s.registerRow(tx, p.dossier, r.Name)
		if unless(err, domain.NotFound) != nil {
			return err
		}
		if err != nil || row.Version != release.Version || row.Size != int64(r.Size) || !row.sound() {
			p.add(importAgain, "what is noted of the table %s is missing, wrong or of another release", r.Name)
			continue
		}
		g.working.Go(func() { g.make(ctx, i) })
		c := &registerCheck{problems: p, store: s, tx: tx, row: row, seed: row.seed()}
		if err := c.check(g.ready); err != nil {
			return err
		}
	}
	return nil
}

// check compares what is made with what is there.
func (c *registerCheck) check(ready <-chan prepared) error {
	for {
		next, more := <-ready
		switch {
		case !more:
			return fmt.Errorf("register %s is not whole", c.row.Name)
		case next.err != nil:
			return next.err
		case next.finished != nil:
			if err := c.rows(); err != nil {
				return err
			}
			return c.finish(next.finished)
		}
		if c.wanted = append(c.wanted, next); len(c.wanted) == chunk {
			if err := c.rows(); err != nil {
				return err
			}
		}
	}
}

// rows compares the rows that are wanted.
func (c *registerCheck) rows() error {
	shown := func(p prepared) []byte { return p.shown }
	line := func(p prepared) []byte { return p.line }
	cells := lines{selection: selection{c.tx, c.store, register{registerRow: c.row, table: c.store.heads[c.row.Name]}}}
	if err := c.compare("register_rows", "shown", shown); err != nil {
		return err
	}
	if err := c.compare("register_cells", cells.line(), line); err != nil {
		return err
	}
	c.first += int64(len(c.wanted))
	c.wanted = c.wanted[:0]
	return nil
}

// compare compares a text of the rows that are wanted with a table.
func (c *registerCheck) compare(table, text string, wanted func(prepared) []byte) error {
	from := c.row.ID + c.first
	rows, err := c.tx.Raw("SELECT id, "+text+", sum FROM "+table+" WHERE id >= ? AND id < ?", from, from+int64(len(c.wanted))).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	seen := make([]bool, len(c.wanted))
	for rows.Next() {
		var key, had int64
		var said sql.RawBytes
		if err := rows.Scan(&key, &said, &had); err != nil {
			return err
		}
		i := key - from
		seen[i] = true
		if !bytes.Equal(said, wanted(c.wanted[i])) || had != int64(c.seed.with(key, said)) {
			c.add(importAgain, "row %d of the table %s, about %q, is not what the records say", c.first+i+1, c.row.Name, c.about(i))
		}
	}
	for i, there := range seen {
		if !there {
			c.add(importAgain, "row %d of the table %s, about %q, is missing in %s", c.first+int64(i)+1, c.row.Name, c.about(int64(i)), table)
		}
	}
	return rows.Err()
}

// about is the id of the record that a row that is wanted is about.
func (c *registerCheck) about(i int64) string {
	return newUnpacker(c.store.heads[c.row.Name], 1).unpack(string(c.wanted[i].shown)).Ref.ID
}

// finish compares what is known of all rows.
func (c *registerCheck) finish(f *finished) error {
	if c.row.Fields != f.fields {
		c.add(importAgain, "what the table %s can be filtered by is wrong", c.row.Name)
	}
	sets := map[string]string{}
	for _, set := range f.sets {
		sets["rows with "+set.facet+" "+string(set.value)] = joined(set.next, set.ordinals, int64(set.sum(c.seed)))
	}
	orders := map[string]string{}
	for _, order := range f.orders {
		for part, ordinals := range order.parts() {
			orders[fmt.Sprintf("order by %s, part %d,", order.column, part)] = joined(nil, ordinals, int64(orderSum(c.seed, order.column, part, ordinals)))
		}
	}
	if err := c.compareSets(sets); err != nil {
		return err
	}
	return c.compareOrders(orders)
}

func (c *registerCheck) compareSets(wanted map[string]string) error {
	rows, err := c.tx.Raw("SELECT facet, value, next, ordinals, sum FROM register_sets WHERE register = ?", c.row.ID).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var f finishedSet
		var had int64
		if err := rows.Scan(&f.facet, &f.value, &f.next, &f.ordinals, &had); err != nil {
			return err
		}
		c.note(wanted, "rows with "+f.facet+" "+string(f.value), joined(f.next, f.ordinals, had))
	}
	c.missing(wanted)
	return rows.Err()
}

func (c *registerCheck) compareOrders(wanted map[string]string) error {
	rows, err := c.tx.Raw("SELECT column_name, part, ordinals, sum FROM register_orders WHERE register = ?", c.row.ID).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var column string
		var part, had int64
		var ordinals []byte
		if err := rows.Scan(&column, &part, &ordinals, &had); err != nil {
			return err
		}
		c.note(wanted, fmt.Sprintf("order by %s, part %d,", column, part), joined(nil, ordinals, had))
	}
	c.missing(wanted)
	return rows.Err()
}

// note takes what is there from what is wanted.
func (c *registerCheck) note(wanted map[string]string, what, has string) {
	if text, ok := wanted[what]; !ok || text != has {
		c.add(importAgain, "%s of the table %s are not what the records say", what, c.row.Name)
	}
	delete(wanted, what)
}

func joined(next, ordinals []byte, sum int64) string {
	return fmt.Sprintf("%s\x00%s\x00%d", next, ordinals, sum)
}

// missing notes what was not there.
func (c *registerCheck) missing(wanted map[string]string) {
	for what := range wanted {
		c.add(importAgain, "%s of the table %s are missing", what, c.row.Name)
	}
}
