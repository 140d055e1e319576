package storage

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"pourparler/domain/table"
)

// Listing returns a part of a register of a dossier, see [compare.Registers]: the cells of the
// columns that pages show, with their links and without their dates; all other cells are empty. It
// scans no rows, however many there are, but for an order by a column together with a filter. The error is of kind [domain.NotFound] if there is no such dossier or register, and
// [domain.Invalid] if the register has no column to sort by.
func (s *Store) Listing(ctx context.Context, id, register string, q table.Query) (l table.Listing, err error) {
	defer wrap(&err, "Listing", id)
	err = s.read(ctx, func(tx *gorm.DB) error {
		l, err = s.listing(tx, id, register, q)
		return err
	})
	return l, err
}

func (s *Store) listing(tx *gorm.DB, id, name string, q table.Query) (table.Listing, error) {
	r, err := s.findRegister(tx, id, name)
	if err != nil {
		return table.Listing{}, err
	}
	sel := selection{tx, s, r}
	wanted, err := sel.rows(q.Filter)
	if err != nil {
		return table.Listing{}, err
	}
	part, err := sel.part(q, wanted)
	if err != nil {
		return table.Listing{}, err
	}
	l := table.Listing{Table: r.table, All: int(r.Size), Total: int(r.Size), Fields: r.fields}
	if wanted != nil {
		l.Total = int(wanted.GetCardinality())
	}
	l.Rows = make([]table.Row, len(part))
	return l, sel.showAll(part, l.Rows)
}

// showAll reads what pages show of the rows at some ordinals.
func (s selection) showAll(ordinals []uint32, rows []table.Row) error {
	for start := 0; start < len(ordinals); start += someRowsLen {
		end := min(start+someRowsLen, len(ordinals))
		if err := s.shown(ordinals[start:end], rows[start:end]); err != nil {
			return err
		}
	}
	return nil
}

// shown reads what pages show of the rows at some ordinals, no more than [someRowsLen].
func (s selection) shown(ordinals []uint32, rows []table.Row) error {
	u := newUnpacker(s.register.table, len(ordinals))
	keys := make([]any, someRowsLen)
	for i := range keys {
		keys[i] = s.register.ID + int64(ordinals[min(i, len(ordinals)-1)]) // the last again where there are fewer
	}
	answer, err := s.store.ask(s.tx, someRows, keys...)
	if err != nil {
		return err
	}
	return s.each(answer, ordinals, func(at int, shown []byte) { rows[at] = u.unpack(string(shown)) })
}

// each reads the keys of rows, a text of each and its sum, and calls found with where in ordinals the row stands. It makes
// sure that there are all.
func (s selection) each(rows *sql.Rows, ordinals []uint32, found func(at int, text []byte)) error {
	defer rows.Close()
	at, seed := make(map[int64]int, len(ordinals)), s.register.seed()
	for i, ordinal := range ordinals {
		at[s.register.ID+int64(ordinal)] = i
	}
	for rows.Next() {
		var key, had int64
		var text sql.RawBytes
		if err := rows.Scan(&key, &text, &had); err != nil {
			return err
		}
		i, wanted := at[key]
		if !wanted || had != int64(seed.with(key, text)) {
			return s.register.damaged()
		}
		delete(at, key)
		found(i, text)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if len(at) > 0 {
		return s.register.damaged()
	}
	return nil
}
