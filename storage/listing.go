package storage

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// Heading returns what a dossier says of itself, without its records, or an error of kind
// [domain.NotFound]. It costs one row.
func (s *Store) Heading(ctx context.Context, id string) (d *domain.Dossier, err error) {
	defer wrap(&err, "Heading", id)
	row, err := s.heading(ctx, id)
	if err != nil {
		return nil, err
	}
	return assemble(&rows{Dossier: row})
}

// Listing returns a part of a register of a dossier, see [compare.Registers]: the cells of the
// columns that pages show, with their links and without their dates; all other cells are empty. It
// scans no rows, however many there are, but for an order by a column together with a filter. The error is of kind [domain.NotFound] if there is no such dossier or register, and
// [domain.Invalid] if the register has no column to sort by.
func (s *Store) Listing(ctx context.Context, id, register string, q compare.Query) (l compare.Listing, err error) {
	defer wrap(&err, "Listing", id)
	err = s.read(ctx, func(tx *gorm.DB) error {
		l, err = s.listing(ctx, tx, id, register, q)
		return err
	})
	return l, err
}

func (s *Store) listing(ctx context.Context, tx *gorm.DB, id, name string, q compare.Query) (compare.Listing, error) {
	r, err := s.findRegister(ctx, tx, id, name)
	if err != nil {
		return compare.Listing{}, err
	}
	sel := selection{tx, s.engine, r}
	wanted, err := sel.rows(q.Filter)
	if err != nil {
		return compare.Listing{}, err
	}
	part, err := sel.part(q, wanted)
	if err != nil {
		return compare.Listing{}, err
	}
	l := compare.Listing{Table: r.table, All: int(r.Size), Total: int(r.Size), Fields: r.fields}
	if wanted != nil {
		l.Total = int(wanted.GetCardinality())
	}
	for start := 0; start < len(part); start += chunk {
		rows, err := sel.shown(part[start:min(start+chunk, len(part))])
		if err != nil {
			return l, err
		}
		l.Rows = append(l.Rows, rows...)
	}
	return l, nil
}

// shown reads what pages show of rows, in the order of their places.
func (s selection) shown(places []uint32) ([]compare.Row, error) {
	rows := make([]compare.Row, len(places))
	u := newUnpacker(s.register.table, len(places))
	err := s.scan("shown", "register_rows", places, func(at int, shown string) { rows[at] = u.unpack(shown) })
	return rows, err
}

// scan reads a text of each of some rows, no more than [chunk], and calls found with where in places
// it stands.
func (s selection) scan(text, table string, places []uint32, found func(at int, text string)) error {
	if len(places) == 0 {
		return nil
	}
	at := make(map[int64]int, len(places))
	keys, marks := make([]any, len(places)), make([]string, len(places))
	for i, place := range places {
		key := s.register.ID + int64(place)
		at[key], keys[i], marks[i] = i, key, s.engine.placeholder(i+1)
	}
	query := "SELECT id, " + text + " FROM " + table + " WHERE id IN (" + strings.Join(marks, ", ") + ")"
	rows, err := s.tx.Statement.ConnPool.QueryContext(s.tx.Statement.Context, query, keys...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key int64
		var value string
		if err := rows.Scan(&key, &value); err != nil {
			return err
		}
		found(at[key], value)
	}
	return rows.Err()
}
