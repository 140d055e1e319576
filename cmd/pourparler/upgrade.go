package main

import (
	"fmt"
	"strings"

	"pourparler/dossier"
)

type upgradeCommand struct {
	Dir string `arg:"" optional:"" help:"Folder of a dossier, instead of the database."`
}

// Run says what was done. Other commands do the same to a database on their way, and say nothing of it.
func (cmd *upgradeCommand) Run(c *console) error {
	if cmd.Dir != "" {
		return cmd.folder(c)
	}
	store, err := c.openExisting()
	if err != nil {
		return err
	}
	defer store.Close()
	done := store.Upgraded()
	switch {
	case done.From < done.To:
		fmt.Fprintf(c.out, "%s: brought from schema %d to %d\n", done.Database, done.From, done.To)
	case len(done.Remade) > 0:
		fmt.Fprintf(c.out, "%s: schema %d already, tables made anew of %s\n", done.Database, done.To, strings.Join(done.Remade, ", "))
	default:
		fmt.Fprintf(c.out, "%s: schema %d already, nothing to do\n", done.Database, done.To)
	}
	return nil
}

// folder looks at a folder. There is one format so far, and nothing to do.
func (cmd *upgradeCommand) folder(c *console) error {
	d, err := dossier.ReadDir(cmd.Dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s: format %d already, nothing to do\n", d.ID, dossier.Format)
	return nil
}
