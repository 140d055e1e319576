package main

import (
	"fmt"
	"time"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/export"
	"pourparler/storage"
)

type exportCommand struct {
	Format  string `help:"What to write: the dossier as yaml, its tables as csv, xlsx or json, or all of it as a datapackage." enum:"yaml,csv,xlsx,json,datapackage" required:""`
	Out     string `help:"Folder to write to; it is made if it does not exist. For a datapackage a zip file, a folder that exists, or - for the standard output." required:"" placeholder:"PATH"`
	Dossier string `help:"Id of the dossier; may be left out if the database has only one." placeholder:"ID"`
	BOM     bool   `name:"bom" help:"Begin CSV files with a byte order mark, for Excel."`
	Safe    bool   `help:"Guard CSV cells that a spreadsheet would run as formulas; the file names say so."`
}

// Run writes the files and names them.
func (cmd *exportCommand) Run(c *console) error {
	store, err := c.openExisting()
	if err != nil {
		return err
	}
	defer store.Close()
	id, err := c.which(store, cmd.Dossier)
	if err != nil {
		return err
	}
	if cmd.Out == stdout && cmd.Format != "datapackage" {
		return domain.Errorf(domain.Invalid, "only a datapackage can be written to the standard output: name a folder with --out")
	}
	if format, err := export.ParseFormat(cmd.Format); err == nil {
		return cmd.tables(c, store, id, format)
	}
	d, err := store.Dossier(c.ctx, id)
	if err != nil {
		return err
	}
	if cmd.Format == "yaml" {
		return cmd.yaml(c, d)
	}
	return cmd.datapackage(c, d)
}

func (cmd *exportCommand) yaml(c *console, d *domain.Dossier) error {
	if err := dossier.WriteDir(cmd.Out, d); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s: written to %s\n", d.ID, cmd.Out)
	return nil
}

// open opens the database that the flags name.
func (c *console) open() (*storage.Store, error) {
	return storage.Open(c.ctx, storage.Config{DSN: c.db, Logger: c.log, Now: time.Now})
}

// openExisting opens it to be read: a file that does not exist is an error and is not made.
func (c *console) openExisting() (*storage.Store, error) {
	return storage.Open(c.ctx, storage.Config{DSN: c.db, Existing: true, Logger: c.log})
}

// openUntouched opens it to look for what is damaged.
func (c *console) openUntouched() (*storage.Store, error) {
	return storage.Open(c.ctx, storage.Config{DSN: c.db, Existing: true, Untouched: true, Logger: c.log})
}

// which returns the id, or that of the only dossier there is.
func (c *console) which(store *storage.Store, id string) (string, error) {
	if id != "" {
		return id, nil
	}
	there, err := store.IDs(c.ctx)
	if err != nil {
		return "", err
	}
	switch len(there) {
	case 0:
		return "", domain.Errorf(domain.NotFound, "the database %s has no dossier: import one first, or start serve once", c.db)
	case 1:
		return there[0], nil
	}
	return "", domain.Errorf(domain.Invalid, "the database has %d dossiers: say which with --dossier", len(there))
}
