package storage

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"iter"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// WriteSQLite writes an SQLite file of tables, each given with the statement that makes it: for who has no other use for
// this program. An empty cell is NULL, true and false are 1 and 0, and all else is what the type of its column in that
// statement makes of the text. The same tables give the same bytes. What has no room in 16 MiB waits in a temporary
// file.
func WriteSQLite(w io.Writer, tables iter.Seq2[string, table.Stream]) (err error) {
	defer domain.Wrap(&err, "storage.WriteSQLite")
	pool, err := sql.Open("sqlite", "") // a database that is nobody else's, and gone in the end
	if err != nil {
		return err
	}
	defer pool.Close()
	ctx := context.Background()
	conn, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "PRAGMA journal_mode = OFF; PRAGMA cache_size = -16384; BEGIN"); err != nil {
		return err
	}
	for statement, t := range tables {
		if err := fillTable(ctx, conn, statement, t); err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
	}
	if _, err := conn.ExecContext(ctx, "COMMIT"); err != nil {
		return err
	}
	return writePages(ctx, conn, w)
}

// fillTable makes a table and puts its rows into it.
func fillTable(ctx context.Context, conn *sql.Conn, statement string, t table.Stream) error {
	if _, err := conn.ExecContext(ctx, statement); err != nil {
		return err
	}
	values := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		values[i] = "nullif(?, '')"
		if c.Type == table.TypeBoolean && !c.List {
			values[i] += " = 'true'"
		}
	}
	insert, err := conn.PrepareContext(ctx, fmt.Sprintf(`INSERT INTO "%s" VALUES (%s)`, t.Name, strings.Join(values, ", ")))
	if err != nil {
		return err
	}
	defer insert.Close()
	row := make([]any, 0, len(values))
	for batch, err := range t.Batches {
		if err != nil {
			return err
		}
		for line := range table.Lines(batch) {
			row = row[:0]
			for cell := range table.Cells(line) {
				row = append(row, string(cell))
			}
			if _, err := insert.ExecContext(ctx, row...); err != nil {
				return err
			}
		}
	}
	return nil
}

// writePages writes what the file of the database would be, see https://www.sqlite.org/dbpage.html.
func writePages(ctx context.Context, conn *sql.Conn, w io.Writer) error {
	rows, err := conn.QueryContext(ctx, "SELECT data FROM sqlite_dbpage ORDER BY pgno")
	if err != nil {
		return err
	}
	defer rows.Close()
	var page sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&page); err != nil {
			return err
		}
		if _, err := w.Write(page); err != nil {
			return err
		}
	}
	return rows.Err()
}
