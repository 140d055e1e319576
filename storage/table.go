package storage

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"sync"

	"gorm.io/gorm"
	"gorm.io/gorm/schema"
)

// table is one table of one dossier: what does not depend on the type of its rows.
type table interface {
	fmt.Stringer // its name
	insert(s *Store, tx *gorm.DB, meanwhile func() error) error
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
func (t *sheet[T]) String() string { return t.name }

// insert writes all rows and makes sure that all were written. Gorm says which columns there are, of
// which the first is that of the dossier, and what stands in them. After every row something else has its turn.
func (t *sheet[T]) insert(s *Store, tx *gorm.DB, meanwhile func() error) error {
	if len(*t.rows) == 0 {
		return nil
	}
	model, err := schema.Parse(new(T), &sync.Map{}, tx.NamingStrategy)
	if err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	fields := make([]*schema.Field, len(model.DBNames))
	for i, name := range model.DBNames {
		fields[i] = model.FieldsByDBName[name]
	}
	dossier, _ := fields[0].ValueOf(tx.Statement.Context, reflect.ValueOf(&(*t.rows)[0]).Elem())
	w := s.newBulk(tx, t.name, model.DBNames, dossier)
	values := make([]any, len(fields)-1)
	for i := range *t.rows {
		row := reflect.ValueOf(&(*t.rows)[i]).Elem()
		for j, f := range fields[1:] {
			values[j], _ = f.ValueOf(w.ctx, row)
		}
		err := w.add(values...)
		if err == nil {
			err = meanwhile()
		}
		if err != nil {
			return w.close(err)
		}
	}
	*t.rows = nil // of a large dossier they are the most of what is in memory
	return w.close(nil)
}

// load reads the rows of a dossier in their order.
func (t *sheet[T]) load(ctx context.Context, tx *gorm.DB, dossier string) error {
	found, err := gorm.G[T](tx).Table(t.name).Where("dossier_id = ?", dossier).Order("ord").Find(ctx)
	if err != nil {
		return fmt.Errorf("read %s: %w", t.name, err)
	}
	*t.rows = found
	return nil
}

// clear deletes the rows of a dossier.
func (t *sheet[T]) clear(tx *gorm.DB, dossier string) error {
	if err := tx.Exec("DELETE FROM "+t.name+" WHERE dossier_id = ?", dossier).Error; err != nil {
		return fmt.Errorf("clear %s: %w", t.name, err)
	}
	return nil
}

// encode writes the rows as JSON. Empty and nil are the same to a database.
func (t *sheet[T]) encode(enc *json.Encoder) error {
	for i := range *t.rows {
		if err := enc.Encode((*t.rows)[i]); err != nil {
			return err
		}
	}
	return enc.Encode(t.name)
}

// repeated returns the first id that two records have.
func (t *sheet[T]) repeated() (id string, found bool) {
	seen := map[string]bool{}
	for _, row := range *t.rows {
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
