package storage

import (
	"context"
	"database/sql"
	"time"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/pressly/goose/v3"

	"pourparler/domain/table"
)

// AfterInsert calls fn after each batch written to a table, so that a test can stop an import half
// way.
func (s *Store) AfterInsert(fn func(table string)) error {
	s.noted = fn
	return nil
}

// OpenOlder makes an empty database of an older schema.
func OpenOlder(ctx context.Context, dsn string, schema int) (*sql.DB, error) {
	e, err := engineFor(dsn)
	if err != nil {
		return nil, err
	}
	pool, err := e.connect(ctx)
	if err != nil {
		return nil, err
	}
	all, err := migrations(e)
	if err != nil {
		return nil, err
	}
	provider, err := e.provider(pool, goose.WithGoMigrations(all[:schema]...), goose.WithTableName(versionTable), goose.WithDisableGlobalRegistry(true))
	if err == nil {
		_, err = provider.Up(ctx)
	}
	return pool, err
}

// KeepTransactions changes how long a stream keeps one open.
func (s *Store) KeepTransactions(longest time.Duration) { s.longestRead = longest }

// Exec runs SQL that no method offers.
func (s *Store) Exec(ctx context.Context, sql string, args ...any) error {
	return translate(ctx, s.engine, s.db.WithContext(ctx).Exec(sql, args...).Error)
}

// Strings returns the first column of a query.
func (s *Store) Strings(ctx context.Context, sql string, args ...any) (values []string, err error) {
	return values, s.db.WithContext(ctx).Raw(sql, args...).Scan(&values).Error
}

// Table returns the names of the columns of a query, and its rows as texts.
func (s *Store) Table(ctx context.Context, sql string, args ...any) (table [][]string, err error) {
	rows, err := s.db.WithContext(ctx).Raw(sql, args...).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	table = [][]string{names}
	for rows.Next() {
		cells, into := make([]string, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		table = append(table, cells)
	}
	return table, rows.Err()
}

// Packed is a row as pages read it.
func Packed(t table.Table, row table.Row) []byte { return pack(nil, row, shownColumns(t)) }

// Unpacked is a row that was packed.
func Unpacked(t table.Table, packed []byte) table.Row {
	return newUnpacker(t, 1).unpack(string(packed))
}

// SetOf returns the set of ordinals that were added, as the database has it, and how many additions changed it.
func SetOf(ordinals []uint32) (set *roaring.Bitmap, added int, err error) {
	s := newRowSet()
	for _, ordinal := range ordinals {
		if s.add(ordinal) {
			added++
		}
	}
	data, err := s.bytes()
	if err != nil {
		return nil, added, err
	}
	set, err = bitmap(data)
	return set, added, err
}

// OpenSealed opens a file as one beside which nothing can be written.
func OpenSealed(ctx context.Context, path string) (*Store, error) {
	e, err := newSQLite(path)
	if err != nil {
		return nil, err
	}
	e.sealed = true
	pool, err := e.tried(ctx, &sealed{path: path, uri: e.uri}, ping)
	if err != nil {
		return nil, err
	}
	s := &Store{engine: e, heads: heads()}
	return s, s.prepare(ctx, pool, Config{})
}

// Reorder returns numbers for records in their new order, given those that they had.
func Reorder(had []int64) []int64 { return reorder(had) }
