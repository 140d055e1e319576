package storage

import (
	"context"

	"gorm.io/gorm"
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

// RegisterForm is the number of the way in which registers are made.
const RegisterForm = registerForm
