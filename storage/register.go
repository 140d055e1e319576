package storage

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// registerRow says where the rows of a register are: at the keys from ID to ID + Size - 1.
type registerRow struct {
	Dossier string
	Version int64
	Name    string
	ID      int64
	Size    int64
	Form    int
	Fields  string
	Sum     int64  // see sum.go
	SHA256  string `gorm:"-"` // of the release
}

// TableName names the table for gorm.
func (registerRow) TableName() string { return "registers" }

// register is a register as it is in the database.
type register struct {
	registerRow
	table  table.Table // its columns
	fields []table.Field
}

func (r register) damaged() error { return damaged(r.Dossier, "the table "+r.Name) }

// columnNames are the columns of register_cells that a register of so many columns uses.
func columnNames(width int) []string {
	names := make([]string, width)
	for i := range names {
		names[i] = fmt.Sprintf("c%02d", i)
	}
	return names
}

// heads are the registers without rows, by name.
func heads() map[string]table.Table {
	all := map[string]table.Table{}
	for _, g := range compare.Registers(domain.NewIndex(&domain.Dossier{})) {
		all[g.Name] = g.Table
	}
	return all
}

// findRegister returns a register of a dossier, or an error of kind [domain.NotFound].
func (s *Store) findRegister(tx *gorm.DB, id, name string) (register, error) {
	table, ok := s.heads[name]
	if !ok {
		return register{}, domain.Errorf(domain.NotFound, "a dossier has no register %q: write one of %s",
			name, strings.Join(compare.RegisterNames(), ", "))
	}
	row, err := s.registerRow(tx, id, name)
	if domain.KindOf(err) == domain.NotFound {
		if _, err = s.shownRelease(tx, id); err == nil {
			err = damaged(id, "it has no table "+name)
		}
	}
	if err != nil {
		return register{}, err
	}
	if !row.sound() {
		return register{}, damaged(id, "the table "+name)
	}
	fields, err := s.fields(row)
	return register{registerRow: row, table: table, fields: fields}, err
}

func (s *Store) registerRow(tx *gorm.DB, id, name string) (row registerRow, err error) {
	rows, err := s.ask(tx, aRegister, id, name)
	if err != nil {
		return row, err
	}
	defer rows.Close()
	if rows.Next() {
		return row, rows.Scan(&row.Dossier, &row.Version, &row.Name, &row.ID, &row.Size, &row.Form, &row.Fields, &row.Sum, &row.SHA256)
	}
	return row, cmp.Or(rows.Err(), noDossier(id))
}

// knownFields are the fields of a register with the text they were read from.
type knownFields struct {
	text   string
	fields []table.Field
}

// fields reads what a register can be filtered by, and keeps that until it changes.
func (s *Store) fields(row registerRow) ([]table.Field, error) {
	key := [2]string{row.Dossier, row.Name}
	if known, ok := s.known.Load(key); ok && known.(knownFields).text == row.Fields {
		return known.(knownFields).fields, nil
	}
	read := knownFields{text: row.Fields}
	if err := json.Unmarshal([]byte(row.Fields), &read.fields); err != nil {
		return nil, fmt.Errorf("read registers: %w", err)
	}
	s.known.Store(key, read)
	return read.fields, nil
}
