package storage

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"

	"gorm.io/gorm"

	"pourparler/domain"
)

// batch is how many rows one INSERT writes. The widest table has 34 columns; PostgreSQL allows 65 535 parameters
// in a statement and SQLite 32 766.
const batch = 500

// table is one table of one dossier: what does not depend on the type of its rows.
type table interface {
	insert(tx *gorm.DB) error
	load(ctx context.Context, tx *gorm.DB, dossier string) error
	clear(tx *gorm.DB, dossier string) error
	encode(enc *json.Encoder) error
}

// tableOf returns the table of that name, filled from rows or filling them.
func tableOf[T any](name string, rows *[]T) table { return &sheet[T]{name, rows} }

// sheet is a table whose rows are of type T.
type sheet[T any] struct {
	name string
	rows *[]T
}

// insert writes all rows and makes sure that all were written.
func (s *sheet[T]) insert(tx *gorm.DB) error {
	if len(*s.rows) == 0 {
		return nil
	}
	result := tx.Table(s.name).CreateInBatches(s.rows, batch)
	if isDuplicate(result.Error) {
		return s.duplicate(result.Error)
	}
	if result.Error != nil {
		return fmt.Errorf("write %s: %w", s.name, result.Error)
	}
	if result.RowsAffected != int64(len(*s.rows)) {
		return fmt.Errorf("write %s: %d of %d rows written", s.name, result.RowsAffected, len(*s.rows))
	}
	return nil
}

// load reads the rows of a dossier in their order.
func (s *sheet[T]) load(ctx context.Context, tx *gorm.DB, dossier string) error {
	found, err := gorm.G[T](tx).Table(s.name).Where("dossier_id = ?", dossier).Order("ord").Find(ctx)
	if err != nil {
		return fmt.Errorf("read %s: %w", s.name, err)
	}
	*s.rows = found
	return nil
}

// clear deletes the rows of a dossier.
func (s *sheet[T]) clear(tx *gorm.DB, dossier string) error {
	if err := tx.Exec("DELETE FROM "+s.name+" WHERE dossier_id = ?", dossier).Error; err != nil {
		return fmt.Errorf("clear %s: %w", s.name, err)
	}
	return nil
}

// encode writes the rows as JSON. Empty and nil are the same to a database.
func (s *sheet[T]) encode(enc *json.Encoder) error {
	for i := range *s.rows {
		if err := enc.Encode((*s.rows)[i]); err != nil {
			return err
		}
	}
	return enc.Encode(s.name)
}

// duplicate says which id is used twice, as SQLite names only the columns.
func (s *sheet[T]) duplicate(cause error) error {
	seen := map[string]bool{}
	for _, row := range *s.rows {
		id := naturalID(row)
		if id != "" && seen[id] {
			return &domain.Error{Kind: domain.Invalid, Err: cause, Message: fmt.Sprintf(
				"two records in %s have the id %q: give one of them another", s.name, id)}
		}
		seen[id] = true
	}
	return fmt.Errorf("write %s: %w", s.name, cause)
}

// naturalID returns the ID of a record's row, with its Section if it has one, or nothing for other rows.
func naturalID(row any) string {
	id := reflect.ValueOf(row).FieldByName("ID")
	if !id.IsValid() {
		return ""
	}
	if section := reflect.ValueOf(row).FieldByName("Section"); section.IsValid() {
		return section.String() + " " + id.String()
	}
	return id.String()
}
