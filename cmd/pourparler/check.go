package main

import (
	"fmt"
	"strings"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/storage"
)

type checkCommand struct {
	Dir   string `arg:"" optional:"" help:"Folder of the dossier; left out, the database is checked that --db names."`
	Since string `help:"Folder of an earlier release, whose ids must all be kept or retired." placeholder:"DIR"`
}

// Run reads the folder and says what is in it, or every problem.
func (cmd *checkCommand) Run(c *console) error {
	if cmd.Dir == "" {
		return cmd.database(c)
	}
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

// database checks the database against its hashes.
func (cmd *checkCommand) database(c *console) error {
	if cmd.Since != "" {
		return domain.Errorf(domain.Invalid, "--since compares two folders: name the other one too")
	}
	store, err := c.openUntouched()
	if err != nil {
		return err
	}
	defer store.Close()
	problems, err := store.Check(c.ctx)
	if err != nil {
		return err
	}
	name := store.Upgraded().Database
	if len(problems) == 0 {
		fmt.Fprintf(c.out, "%s: no problem found\n", name)
		return nil
	}
	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = p.String()
	}
	return domain.Errorf(domain.Invalid, "%s: %s\n%s", name, count(len(problems), "problem"), strings.Join(lines, "\n"))
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
	after, err := releaseOf(c, store, d.ID)
	switch {
	case err != nil:
		return err
	case after.SHA256 == before.SHA256:
		fmt.Fprintf(c.out, "%s: note: the database did not have what its release says, and has it again\n", d.ID)
	case before.Number != "" && before.Number == d.Release:
		fmt.Fprintf(c.out, "%s: warning: the database had other content as release %s; if that was published its content must not change: raise the number\n",
			d.ID, before.Number)
	}
	return nil
}

// releaseOf returns the newest release in the database, or an empty one if there is none.
func releaseOf(c *console, store *storage.Store, id string) (storage.Release, error) {
	all, err := store.Releases(c.ctx, id)
	if err != nil || len(all) == 0 {
		return storage.Release{}, err
	}
	return all[len(all)-1], nil
}
