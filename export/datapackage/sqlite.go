package datapackage

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"pourparler/domain/table"
)

// SQLite writes an SQLite file of tables to w, each of which comes with the statement that makes it.
type SQLite func(w io.Writer, tables iter.Seq2[string, table.Stream]) error

// sqliteName is where the same tables stand as one SQLite file.
const sqliteName = "tables.sqlite"

// sqlite writes the tables as an SQLite file, if there is what can.
func (z *packer) sqlite(write SQLite, files []written) error {
	if write == nil {
		return nil
	}
	w, err := z.create(sqliteName)
	if err != nil {
		return err
	}
	keys := keysOf(files)
	return write(w, func(yield func(string, table.Stream) bool) {
		for _, t := range files {
			if !yield(t.statement(keys), t.StreamOf(t.rows)) {
				return
			}
		}
	})
}

// statement makes the table, with the keys that the descriptions declare. Days and dates stay texts.
func (t packaged) statement(keys map[string][]string) string {
	var lines []string
	for _, c := range t.Columns {
		kind := "TEXT"
		if !c.List && (c.Type == table.TypeInteger || c.Type == table.TypeBoolean) {
			kind = "INTEGER"
		}
		line := fmt.Sprintf("%q %s", c.Name, kind)
		if target := t.refers[c.Name]; target != "" {
			line += fmt.Sprintf(" REFERENCES %q (%s)", target, columnList(keys[target]))
		}
		lines = append(lines, line)
	}
	if len(t.key) > 0 {
		lines = append(lines, fmt.Sprintf("PRIMARY KEY (%s)", columnList(t.key)))
	}
	return fmt.Sprintf("CREATE TABLE %q (\n  %s\n)", t.Name, strings.Join(lines, ",\n  "))
}

func columnList(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }
