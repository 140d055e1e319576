package storage

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"
	"gorm.io/gorm"

	"pourparler/domain/compare"
)

// AfterInsert calls fn after each batch written to a table, so that a test can stop an import half
// way.
func (s *Store) AfterInsert(fn func(table string)) error {
	s.noted = fn
	return nil
}

// Exec runs SQL that no method offers.
func (s *Store) Exec(ctx context.Context, sql string, args ...any) error {
	return translate(ctx, s.engine, s.db.WithContext(ctx).Exec(sql, args...).Error)
}

// Strings returns the first column of a query.
func (s *Store) Strings(ctx context.Context, sql string, args ...any) (values []string, err error) {
	return values, s.db.WithContext(ctx).Raw(sql, args...).Scan(&values).Error
}

// CountQueries calls fn with the SQL of every query from now on.
func (s *Store) CountQueries(fn func()) error {
	return s.db.Callback().Query().After("gorm:query").Register("test:count", func(*gorm.DB) { fn() })
}

// Tables returns the names of the tables that hold a dossier.
func Tables() (names []string) {
	for _, t := range (&rows{}).tables() {
		names = append(names, t.String())
	}
	return names
}

// Packed is a row as pages read it.
func Packed(t compare.Table, row compare.Row) []byte { return pack(nil, row, shownColumns(t)) }

// Unpacked is a row that was packed.
func Unpacked(t compare.Table, packed []byte) compare.Row {
	return newUnpacker(t, 1).unpack(string(packed))
}

// SetOf returns the set of places that were added, as the database has it, and how many additions changed it.
func SetOf(places []uint32) (set *roaring.Bitmap, added int, err error) {
	s := newPlaceSet()
	for _, place := range places {
		if s.add(place) {
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
	pool, err := e.tried(ctx, &sealed{path: path, uri: e.uri})
	if err != nil {
		return nil, err
	}
	s := &Store{engine: e, heads: heads()}
	return s, s.prepare(ctx, pool, nil)
}

// MigrateTo makes an empty database in a file, of an earlier version of the schema.
func MigrateTo(ctx context.Context, path string, version int64) error {
	e, err := newSQLite(path)
	if err != nil {
		return err
	}
	pool, err := e.connect(ctx)
	if err != nil {
		return err
	}
	defer pool.Close()
	provider, err := e.provider(pool)
	if err != nil {
		return err
	}
	_, err = provider.UpTo(ctx, version)
	return err
}

// RegisterForm is the number of the way in which registers are made.
const RegisterForm = registerForm
