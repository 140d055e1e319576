package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/dossier"
	"pourparler/export"
	"pourparler/storage"
)

type exportCommand struct {
	Format  string `help:"What to write: the dossier as yaml, its tables as csv, or all of it as a datapackage." enum:"yaml,csv,datapackage" required:""`
	Out     string `help:"Folder to write to; it is made if it does not exist. For a datapackage a zip file, or a folder that exists." required:"" placeholder:"PATH"`
	Dossier string `help:"Id of the dossier; may be left out if the database has only one." placeholder:"ID"`
	BOM     bool   `name:"bom" help:"Begin CSV files with a byte order mark, for Excel."`
	Safe    bool   `help:"Guard CSV cells that a spreadsheet would run as formulas; the file names say so."`
}

// Run writes the files and names them.
func (cmd *exportCommand) Run(c *console) error {
	store, err := c.open()
	if err != nil {
		return err
	}
	defer store.Close()
	d, err := c.find(store, cmd.Dossier)
	if err != nil {
		return err
	}
	switch cmd.Format {
	case "yaml":
		return cmd.yaml(c, d)
	case "datapackage":
		return cmd.datapackage(c, d)
	}
	return cmd.csv(c, d)
}

func (cmd *exportCommand) yaml(c *console, d *domain.Dossier) error {
	if err := dossier.WriteDir(cmd.Out, d); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s: written to %s\n", d.ID, cmd.Out)
	return nil
}

func (cmd *exportCommand) csv(c *console, d *domain.Dossier) error {
	if err := os.MkdirAll(cmd.Out, 0o755); err != nil {
		return domain.Errorf(domain.Invalid, "cannot make the folder %s: %w", cmd.Out, err)
	}
	for _, t := range compare.Tables(domain.NewIndex(d)) {
		name := t.Name + ".csv"
		if cmd.Safe {
			name = t.Name + "-safe.csv"
		}
		if err := cmd.file(filepath.Join(cmd.Out, name), t); err != nil {
			return err
		}
		fmt.Fprintf(c.out, "%s: %d rows\n", name, len(t.Rows))
	}
	return nil
}

// file writes one table.
func (cmd *exportCommand) file(path string, t compare.Table) error {
	return writeWhole(path, func(w io.Writer) error {
		_, err := export.CSV(w, t.Stream(), export.CSVOptions{BOM: cmd.BOM, Safe: cmd.Safe})
		return err
	})
}

// open opens the database that the flags name.
func (c *console) open() (*storage.Store, error) {
	return storage.Open(c.ctx, storage.Config{DSN: c.db, Logger: c.log})
}

// find returns the dossier of that id, or the only one there is.
func (c *console) find(store *storage.Store, id string) (*domain.Dossier, error) {
	if id != "" {
		return store.Dossier(c.ctx, id)
	}
	there, err := store.Dossiers(c.ctx)
	if err != nil {
		return nil, err
	}
	switch len(there) {
	case 0:
		return nil, domain.Errorf(domain.NotFound, "the database %s has no dossier: import one first, or start serve once", c.db)
	case 1:
		return store.Dossier(c.ctx, there[0].ID)
	}
	return nil, domain.Errorf(domain.Invalid, "the database has %d dossiers: say which with --dossier", len(there))
}
