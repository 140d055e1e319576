package storage

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"

	"gorm.io/gorm"
)

// batch is how many rows one INSERT writes. The widest table has 34 columns; PostgreSQL allows 65
// 535 parameters in a statement and SQLite 32 766.
const batch = 500

// table is one table of one dossier: what does not depend on the type of its rows.
type table interface {
	fmt.Stringer // its name
	insert(tx *gorm.DB) error
	load(ctx context.Context, tx *gorm.DB, dossier string) error
	clear(tx *gorm.DB, dossier string) error
	encode(enc *json.Encoder) error
	repeated() (id string, found bool)
}

// tableOf returns the table of that name, filled from rows or filling them.
func tableOf[T any](name string, rows *[]T) table { return &sheet[T]{name, rows} }

// sheet is a table whose rows are of type T.
type sheet[T any] struct {
	name string
	rows *[]T
}

// String returns the name of the table.
func (s *sheet[T]) String() string { return s.name }

// insert writes all rows and makes sure that all were written.
func (s *sheet[T]) insert(tx *gorm.DB) error {
	if len(*s.rows) == 0 {
		return nil
	}
	result := tx.Table(s.name).CreateInBatches(s.rows, batch)
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

// repeated returns the first id that two records have.
func (s *sheet[T]) repeated() (id string, found bool) {
	seen := map[string]bool{}
	for _, row := range *s.rows {
		id := naturalID(row)
		if id != "" && seen[id] {
			return id, true
		}
		seen[id] = true
	}
	return "", false
}

// naturalID returns the ID of a record's row, with its Section if it has one, or nothing for other
// rows.
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
