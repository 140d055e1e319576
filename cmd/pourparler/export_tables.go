package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/export"
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
	out, err := outFolder(cmd.Out)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return domain.Errorf(domain.Invalid, "cannot make the folder %s: %w", cmd.Out, err)
	}
	var files []aside
	var said strings.Builder
	for _, name := range compare.RegisterNames() {
		file, err := cmd.table(c, store, d, name, format, &said)
		if err != nil {
			dropAll(files)
			return err
		}
		files = append(files, file)
	}
	if after, err := store.Version(c.ctx, id); err != nil || after != before {
		dropAll(files)
		return domain.Errorf(domain.Conflict, "the dossier %s changed while its tables were written: export it again", id)
	}
	if err := takeAll(files); err != nil {
		return err
	}
	fmt.Fprint(c.out, said.String())
	return nil
}

// table writes one table aside and says how many rows it has.
func (cmd *exportCommand) table(c *console, store *storage.Store, d *domain.Dossier, register string, format export.Format,
	said io.Writer) (file aside, err error) {
	s, err := store.Stream(c.ctx, d.ID, register, table.Query{})
	if err != nil {
		return file, err
	}
	f := export.File{Stream: s, About: export.NewAbout(d), CSV: export.CSVOptions{BOM: cmd.BOM, Safe: cmd.Safe}}
	name := f.Name + "." + string(format)
	if format == export.FormatCSV && cmd.Safe {
		name = f.Name + "-safe.csv"
	}
	rows := 0
	file, err = writeAside(filepath.Join(cmd.Out, name), func(w io.Writer) error {
		rows, err = format.Write(w, f)
		return err
	})
	fmt.Fprintf(said, "%s: %d rows\n", name, rows)
	return file, err
}
