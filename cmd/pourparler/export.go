package main

import (
	"fmt"
	"os"
	"path/filepath"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/dossier"
	"pourparler/export"
	"pourparler/storage"
)

type exportCommand struct {
	Format  string `help:"What to write: the dossier as yaml, or its tables as csv." enum:"yaml,csv" required:""`
	Out     string `help:"Folder to write to; it is made if it does not exist." required:"" placeholder:"DIR"`
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
	if cmd.Format == "yaml" {
		return cmd.yaml(c, d)
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

// file writes one table under another name first, so that a file that bears its name is whole.
func (cmd *exportCommand) file(path string, t compare.Table) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return domain.Errorf(domain.Invalid, "cannot write to %s: %w", filepath.Dir(path), err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if _, err := export.CSV(f, t.Stream(), export.CSVOptions{BOM: cmd.BOM, Safe: cmd.Safe}); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
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
