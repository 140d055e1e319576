package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/export/datapackage"
	"pourparler/replace"
	"pourparler/storage"
)

// stdout is the --out of a file that goes to the standard output.
const stdout = "-"

// datapackage writes the zip, into a folder under the name that says dossier and release, or to the standard output.
func (cmd *exportCommand) datapackage(c *console, d *domain.Dossier) error {
	p, err := packageOf(domain.NewIndex(d))
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return datapackage.Write(w, p) }
	path := cmd.Out
	if path == stdout {
		return write(c.out)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, datapackage.FileName(d))
	}
	if err := replace.File(path, write); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s: written to %s\n", d.ID, path)
	return nil
}

// packageOf returns what the data package of a dossier is made of.
func packageOf(ix *domain.Index) (p datapackage.Package, err error) {
	written, err := dossier.Write(ix.Dossier)
	if err != nil {
		return p, err
	}
	p = datapackage.Package{Index: ix, SQLite: storage.WriteSQLite}
	for _, f := range written {
		p.Dossier = append(p.Dossier, datapackage.File{Name: f.Name, Data: f.Data})
	}
	return p, nil
}
