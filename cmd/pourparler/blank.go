package main

import (
	"fmt"
	"time"

	"pourparler/domain"
	"pourparler/storage"
)

type blankCommand struct {
	Section string `arg:"" help:"Section of the record, such as proposals."`
	ID      string `arg:"" name:"id" help:"Id of the record."`
	Reason  string `help:"Why, which is kept for ever. Do not repeat the text." required:""`
	Version int64  `help:"Only what the record said after that version; if left out, all that it ever said but does not say now." placeholder:"N"`
	Dossier string `help:"Id of the dossier; may be left out if the database has only one." placeholder:"ID"`
}

// Run takes former texts of a record out of the database, and says which releases lack it from now on.
func (cmd *blankCommand) Run(c *console) error {
	store, err := storage.Open(c.ctx, storage.Config{DSN: c.db, Existing: true, Logger: c.log, Now: time.Now})
	if err != nil {
		return err
	}
	defer store.Close()
	id, err := c.which(store, cmd.Dossier)
	if err != nil {
		return err
	}
	n, err := store.Blank(c.ctx, id, domain.Section(cmd.Section), cmd.ID, cmd.Version, storage.Act{Reason: cmd.Reason})
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s: %d former texts of %s %s taken out\n", id, n, cmd.Section, cmd.ID)
	if whole, err := store.Fold(c.ctx); err != nil || !whole {
		fmt.Fprintf(c.out, "%s: note: others are reading the earlier state of %s: until they are done, the texts are still in the log beside that file\n", id, c.db)
	}
	return printReleases(c, store, id)
}

type releasesCommand struct {
	Dossier string `help:"Id of the dossier; may be left out if the database has only one." placeholder:"ID"`
}

// Run lists the releases of a dossier.
func (cmd *releasesCommand) Run(c *console) error {
	store, err := c.openExisting()
	if err != nil {
		return err
	}
	defer store.Close()
	id, err := c.which(store, cmd.Dossier)
	if err != nil {
		return err
	}
	return printReleases(c, store, id)
}

func printReleases(c *console, store *storage.Store, id string) error {
	releases, err := store.Releases(c.ctx, id)
	if err != nil {
		return err
	}
	for _, r := range releases {
		fmt.Fprintf(c.out, "%s: version %d, release %s, %s, SHA-256 %s\n", id, r.Version, stated(r.Number), stated(r.At), r.SHA256)
		for _, b := range r.Blanked {
			fmt.Fprintf(c.out, "  without %s %s, taken out %s: %s\n", b.Section, b.ID, stated(b.At), b.Reason)
		}
		if len(r.Blanked) > 0 {
			fmt.Fprintln(c.out, "  its SHA-256 is that of all of it, and can no longer be made again")
		}
	}
	return nil
}

// stated is a text, or a word for none.
func stated(s string) string {
	if s == "" {
		return "not stated"
	}
	return s
}
