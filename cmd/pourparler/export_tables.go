package main

import (
	"fmt"
	"io"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/export"
	"pourparler/replace"
	"pourparler/storage"
)

// tables writes every register of a dossier as a file, straight from the database. A dossier that changes meanwhile would
// give files that do not belong together, and is an error of kind [domain.Conflict]. The files of an older export are
// replaced only once all tables are written.
func (cmd *exportCommand) tables(c *console, store *storage.Store, id string, format export.Format) error {
	before, err := store.Version(c.ctx, id)
	if err != nil {
		return err
	}
	d, err := store.Heading(c.ctx, id)
	if err != nil {
		return err
	}
	place, err := replace.Folder(cmd.Out)
	if err != nil {
		return err
	}
	defer place.Abandon()
	var said strings.Builder
	for _, name := range compare.RegisterNames() {
		s, err := store.Stream(c.ctx, d.ID, name, table.Query{})
		if err != nil {
			return err
		}
		f := export.File{Stream: s, About: export.NewAbout(d), CSV: export.CSVOptions{BOM: cmd.BOM, Safe: cmd.Safe}}
		if err := cmd.table(place, format, f, &said); err != nil {
			return err
		}
	}
	if after, err := store.Version(c.ctx, id); err != nil || after != before {
		return domain.Errorf(domain.Conflict, "the dossier %s changed while its tables were written: export it again", id)
	}
	if err := place.Commit(nil); err != nil {
		return err
	}
	fmt.Fprint(c.out, said.String())
	return nil
}

// table writes one table and says how many rows it has.
func (cmd *exportCommand) table(place *replace.Place, format export.Format, f export.File, said io.Writer) error {
	name := f.Name + "." + string(format)
	if format == export.FormatCSV && cmd.Safe {
		name = f.Name + "-safe.csv"
	}
	rows := 0
	err := place.Write(name, func(w io.Writer) (err error) {
		rows, err = format.Write(w, f)
		return err
	})
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	fmt.Fprintf(said, "%s: %d rows\n", name, rows)
	return nil
}
