package storage

import (
	"context"
	"database/sql"
	"strings"

	"gorm.io/gorm"
)

// query is what pages ask again and again, so that its statement is prepared once for each
// connection. A question mark stands for a value.
type query string

const (
	aRelease query = "SELECT version, sha256 FROM releases WHERE dossier = ? ORDER BY version DESC LIMIT 1"
	aHeading query = `SELECT after FROM changes WHERE dossier = ? AND section = 'dossier' AND id = ? AND version <= ?
		ORDER BY version DESC LIMIT 1`
	aRegister query = "SELECT dossier, version, name, id, size, form, fields FROM registers WHERE dossier = ? AND name = ?"
	aSet      query = "SELECT ordinals FROM register_sets WHERE register = ? AND facet = ? AND value = ?"
	manySets  query = "SELECT ordinals FROM register_sets WHERE register = ? AND facet = ? AND value >= ? AND value < ?"
	anOrder   query = "SELECT ordinals FROM register_orders WHERE register = ? AND column_name = ? AND part = ?"
	rowsAbout query = "SELECT id FROM register_rows WHERE ref = ? AND id >= ? AND id < ?"
)

// someRows reads what pages show of as many rows as a page mostly has.
var someRows = query("SELECT id, shown FROM register_rows WHERE id IN (?" + strings.Repeat(", ?", someRowsLen-1) + ")")

const someRowsLen = 100

// prepareQueries prepares every query.
func (s *Store) prepareQueries(ctx context.Context, pool *sql.DB) (err error) {
	s.queries = map[query]*sql.Stmt{}
	for _, q := range []query{aRelease, aHeading, aRegister, aSet, manySets, anOrder, rowsAbout, someRows} {
		if s.queries[q], err = pool.PrepareContext(ctx, q.numbered(s.engine)); err != nil {
			return err
		}
	}
	return nil
}

// numbered is the query with the marks of an engine.
func (q query) numbered(e engine) string {
	var text strings.Builder
	for i, part := range strings.Split(string(q), "?") {
		if i > 0 {
			text.WriteString(e.placeholder(i))
		}
		text.WriteString(part)
	}
	return text.String()
}

// ask returns the answer to a query, in a transaction or without. It has to be closed before the same
// is asked again.
func (s *Store) ask(tx *gorm.DB, q query, values ...any) (*sql.Rows, error) {
	statement, ctx := s.queries[q], tx.Statement.Context
	if tx, ok := tx.Statement.ConnPool.(gorm.Tx); ok {
		statement = tx.StmtContext(ctx, statement)
	}
	return statement.QueryContext(ctx, values...)
}
