package storage

import (
	"database/sql/driver"
	"fmt"

	"pourparler/domain"
)

// ref is the id of another record, or NULL where there is none, so that foreign keys hold.
type ref string

// Value implements [driver.Valuer].
func (r ref) Value() (driver.Value, error) {
	if r == "" {
		return nil, nil
	}
	return string(r), nil
}

// Scan implements [database/sql.Scanner].
func (r *ref) Scan(value any) error {
	switch v := value.(type) {
	case nil:
		*r = ""
	case string:
		*r = ref(v)
	case []byte:
		*r = ref(v)
	default:
		return fmt.Errorf("scan %T as an id", value)
	}
	return nil
}

// owner names the record, or the part of one, that a child row belongs to. Section stays empty
// where the table of the child row says it; Part and At where the record as a whole is meant.
type owner struct {
	Section string
	ID      string
	Part    string
	At      int
}

// part returns the owner of what belongs to the at-th row of a child table.
func (o owner) part(table string, at int) owner {
	o.Part, o.At = table, at
	return o
}

// link appends a row for each of ids.
func link[T any](rows *[]T, ids []string, row func(ord int, id string) T) {
	for i, id := range ids {
		*rows = append(*rows, row(i, id))
	}
}

// group gathers the values of rows by their owner, in the order of the rows.
func group[T, V any](rows []T, split func(T) (owner, V)) map[owner][]V {
	m := map[owner][]V{}
	for _, row := range rows {
		o, v := split(row)
		m[o] = append(m[o], v)
	}
	return m
}

// of returns the owner of what belongs to a record as a whole.
func of(section domain.Section, id string) owner { return owner{Section: string(section), ID: id} }
