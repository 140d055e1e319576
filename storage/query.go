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
	aShown   query = `SELECT r.version, r.sha256, g.id, g.size, g.form, g.fields, g.sum FROM releases r LEFT JOIN registers g
		ON g.dossier = r.dossier AND g.version = r.version AND g.name = ? WHERE r.dossier = ? ORDER BY r.version DESC LIMIT 1`
	aHeading query = `SELECT after, hash FROM changes WHERE dossier = ? AND section = 'dossier' AND id = ? AND version <= ?
		ORDER BY version DESC LIMIT 1`
	aRegister query = `SELECT g.dossier, g.version, g.name, g.id, g.size, g.form, g.fields, g.sum, coalesce(r.sha256, '') FROM registers g
		LEFT JOIN releases r ON r.dossier = g.dossier AND r.version = g.version WHERE g.dossier = ? AND g.name = ?`
	someSets query = `SELECT value, next, ordinals, sum FROM register_sets WHERE register = ? AND facet = ? AND value < ? AND value >=
		(SELECT value FROM register_sets WHERE register = ? AND facet = ? AND value <= ? ORDER BY value DESC LIMIT 1) ORDER BY value`
	anOrder query = "SELECT ordinals, sum FROM register_orders WHERE register = ? AND column_name = ? AND part = ?"
)

// someRows reads what pages show of as many rows as a page mostly has.
var someRows = query("SELECT id, shown, sum FROM register_rows WHERE id IN (?" + strings.Repeat(", ?", someRowsLen-1) + ")")

const someRowsLen = 100

// prepareQueries prepares every query.
func (s *Store) prepareQueries(ctx context.Context, pool *sql.DB) (err error) {
	s.queries = map[query]*sql.Stmt{}
	for _, q := range []query{aRelease, aShown, aHeading, aRegister, someSets, anOrder, someRows} {
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
