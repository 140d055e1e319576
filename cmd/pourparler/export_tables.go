package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/export"
	"pourparler/storage"
)

// tables writes every register of a dossier as a file, straight from the database. A dossier that changes meanwhile would
// give files that do not belong together, and is an error of kind [domain.Conflict].
func (cmd *exportCommand) tables(c *console, store *storage.Store, id string, format export.Format) error {
	before, err := store.Version(c.ctx, id)
	if err != nil {
		return err
	}
	d, err := store.Heading(c.ctx, id)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(cmd.Out, 0o755); err != nil {
		return domain.Errorf(domain.Invalid, "cannot make the folder %s: %w", cmd.Out, err)
	}
	for _, name := range compare.RegisterNames() {
		s, err := store.Stream(c.ctx, id, name, compare.Query{})
		if err != nil {
			return err
		}
		f := export.File{Stream: s, About: export.NewAbout(d), CSV: export.CSVOptions{BOM: cmd.BOM, Safe: cmd.Safe}}
		if err := cmd.table(c, format, f); err != nil {
			return err
		}
	}
	if after, err := store.Version(c.ctx, id); err != nil || after != before {
		return domain.Errorf(domain.Conflict, "the dossier %s changed while its tables were written: export it again", id)
	}
	return nil
}

// table writes one table and says how many rows it has.
func (cmd *exportCommand) table(c *console, format export.Format, f export.File) (err error) {
	name := f.Name + "." + string(format)
	if format == export.FormatCSV && cmd.Safe {
		name = f.Name + "-safe.csv"
	}
	rows := 0
	err = writeWhole(filepath.Join(cmd.Out, name), func(w io.Writer) error {
		rows, err = format.Write(w, f)
		return err
	})
	if err == nil {
		fmt.Fprintf(c.out, "%s: %d rows\n", name, rows)
	}
	return err
}
