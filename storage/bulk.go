package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// bulkParameters is about how many values one INSERT writes. PostgreSQL allows 65 535 and SQLite
// 32 766.
const bulkParameters = 1000

// bulk writes many rows into one table by few statements, each prepared once, where
// gorm would build one for every batch anew.
type bulk struct {
	ctx     context.Context
	tx      *gorm.DB
	engine  engine
	table   string
	columns []string
	shared  int // how many columns, the first, have the same in all rows
	rows    int // that a statement writes
	stmt    *sql.Stmt
	values  []any  // those that are shared, once, and those of the rows that wait
	ending  string // of the statement, such as what to do with a row that is there
	full    int    // how many values that are when a statement has its rows
	written int64
	noted   func(table string) // hears of every statement, for tests
}

// newBulk returns a writer of rows with those columns in a transaction. The first columns have the
// same in all rows, which is given here. Its close must be called.
func (s *Store) newBulk(tx *gorm.DB, table string, columns []string, shared ...any) *bulk {
	rows := max(1, bulkParameters/(len(columns)-len(shared)))
	full := len(shared) + rows*(len(columns)-len(shared))
	return &bulk{ctx: tx.Statement.Context, tx: tx, engine: s.engine, table: table, columns: columns, shared: len(shared), rows: rows,
		noted: s.noted, values: append(make([]any, 0, full), shared...), full: full}
}

// add writes a row, now or later: what it does not share with the others.
func (b *bulk) add(values ...any) error {
	b.values = append(b.values, values...)
	if len(b.values) < b.full {
		return nil
	}
	return b.flush()
}

// waiting is how many rows are not written yet.
func (b *bulk) waiting() int { return (len(b.values) - b.shared) / (len(b.columns) - b.shared) }

func (b *bulk) flush() (err error) {
	if b.stmt == nil {
		if b.stmt, err = b.tx.Statement.ConnPool.PrepareContext(b.ctx, b.insert(b.rows)); err != nil {
			return fmt.Errorf("write %s: %w", b.table, err)
		}
	}
	result, err := b.stmt.ExecContext(b.ctx, b.values...)
	return b.count(result, err)
}

// count makes sure that all rows of a statement were written.
func (b *bulk) count(result sql.Result, err error) error {
	if err != nil {
		return fmt.Errorf("write %s: %w", b.table, err)
	}
	wanted := int64(b.waiting())
	if n, err := result.RowsAffected(); err != nil || n != wanted {
		return fmt.Errorf("write %s: %d of %d rows written: %w", b.table, n, wanted, err)
	}
	b.written += wanted
	if b.noted != nil {
		b.noted(b.table)
	}
	clear(b.values[b.shared:])
	b.values = b.values[:b.shared]
	return nil
}

// close writes the rows that wait, unless err says that all is lost.
func (b *bulk) close(err error) error {
	if b.stmt != nil {
		defer b.stmt.Close()
	}
	if err != nil || b.waiting() == 0 {
		return err
	}
	result, err := b.tx.Statement.ConnPool.ExecContext(b.ctx, b.insert(b.waiting()), b.values...)
	return b.count(result, err)
}

// insert is the statement for so many rows.
func (b *bulk) insert(rows int) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s%s (%s) VALUES ", b.engine.insertInto(), b.table, strings.Join(b.columns, ", "))
	n := b.shared
	for i := range rows {
		if i > 0 {
			s.WriteString(", ")
		}
		for j := range b.columns {
			s.WriteString([]string{"(", ", "}[min(j, 1)])
			if j < b.shared {
				s.WriteString(b.engine.shared(j + 1))
				continue
			}
			n++
			s.WriteString(b.engine.placeholder(n))
		}
		s.WriteString(")")
	}
	s.WriteString(b.ending)
	return s.String()
}
