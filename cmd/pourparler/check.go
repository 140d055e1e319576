package main

import (
	"fmt"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/storage"
)

type checkCommand struct {
	Dir   string `arg:"" help:"Folder of the dossier."`
	Since string `help:"Folder of an earlier release, whose ids must all be kept or retired." placeholder:"DIR"`
}

// Run reads the folder and says what is in it, or every problem.
func (cmd *checkCommand) Run(c *console) error {
	d, err := dossier.ReadDir(cmd.Dir)
	if err != nil {
		return err
	}
	if cmd.Since != "" {
		if err := since(cmd.Since, d); err != nil {
			return err
		}
	}
	fmt.Fprintf(c.out, "%s: no problem found in %s\n", d.ID, summary(d))
	return nil
}

// since holds a dossier to the rules between releases.
func since(dir string, d *domain.Dossier) error {
	earlier, err := dossier.ReadDir(dir)
	if err != nil {
		return domain.Errorf(domain.Invalid, "the earlier release in %s: %w", dir, err)
	}
	return domain.Since(earlier, d).Err()
}

type importCommand struct {
	Dir string `arg:"" help:"Folder of the dossier."`
}

// Run reads the folder and, if it has no problem, puts the dossier into the database.
func (cmd *importCommand) Run(c *console) error {
	d, err := dossier.ReadDir(cmd.Dir)
	if err != nil {
		return err
	}
	store, err := c.open()
	if err != nil {
		return err
	}
	defer store.Close()
	before, err := releaseOf(c, store, d.ID)
	if err != nil {
		return err
	}
	changed, err := store.Import(c.ctx, d)
	if err != nil {
		return err
	}
	if !changed {
		fmt.Fprintf(c.out, "%s: already in the database, nothing changed\n", d.ID)
		return nil
	}
	fmt.Fprintf(c.out, "%s: imported %s\n", d.ID, summary(d))
	if whole, err := store.Fold(c.ctx); err != nil || !whole {
		fmt.Fprintf(c.out, "%s: note: others are reading the earlier state of %s: until they are done, a copy of that file alone lacks what is new\n",
			d.ID, c.db)
	}
	if before != "" && before == d.Release {
		fmt.Fprintf(c.out, "%s: warning: the database had other content as release %s; if that was published its content must not change: raise the number\n",
			d.ID, before)
	}
	return nil
}

// releaseOf returns the number of the release in the database, or "" if there is none.
func releaseOf(c *console, store *storage.Store, id string) (string, error) {
	d, err := store.Heading(c.ctx, id)
	switch {
	case domain.KindOf(err) == domain.NotFound:
		return "", nil
	case err != nil:
		return "", err
	}
	return d.Release, nil
}
