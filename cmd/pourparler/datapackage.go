package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/export/datapackage"
)

// datapackage writes the zip, into a folder under the name that says dossier and release, or to the standard output.
func (cmd *exportCommand) datapackage(c *console, d *domain.Dossier) error {
	files, err := dossierFiles(d)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error {
		return datapackage.Write(w, datapackage.Package{Index: domain.NewIndex(d), Dossier: files})
	}
	path := cmd.Out
	if path == stdout {
		return write(c.out)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, datapackage.FileName(d))
	}
	if err := writeWhole(path, write); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s: written to %s\n", d.ID, path)
	return nil
}

// dossierFiles returns the files of a dossier as a data package holds them.
func dossierFiles(d *domain.Dossier) ([]datapackage.File, error) {
	written, err := dossier.Write(d)
	if err != nil {
		return nil, err
	}
	files := make([]datapackage.File, len(written))
	for i, f := range written {
		files[i] = datapackage.File{Name: f.Name, Data: f.Data}
	}
	return files, nil
}
