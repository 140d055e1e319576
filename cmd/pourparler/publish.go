package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"time"

	"pourparler/domain"
	"pourparler/handlers"
	"pourparler/publish"
	"pourparler/storage"
	"pourparler/views"
)

type publishCommand struct {
	Out     string `help:"Folder to write to. A copy that stands there already is replaced, anything else is left alone." required:"" placeholder:"DIR"`
	Dossier string `help:"Id of the one dossier to publish; all of the database if left out." placeholder:"ID"`
	URL     string `name:"url" help:"Public address that the copy will have, for its footnotes." placeholder:"URL"`
}

// Run writes the copy, showing how far it has come on the error output, and says what was written.
func (cmd *publishCommand) Run(c *console) error {
	store, err := c.open()
	if err != nil {
		return err
	}
	defer store.Close()
	library, err := cmd.library(c, store)
	if err != nil {
		return err
	}
	config, err := cmd.config(c, library)
	if err != nil {
		return err
	}
	start := time.Now()
	bar := &progress{out: c.errOut, terminal: isTerminal(c.errOut), last: start}
	config.Progress = bar.show
	sum, err := publish.Write(c.ctx, config)
	bar.end()
	if err != nil {
		return broken(c.errOut, err)
	}
	fmt.Fprintf(c.out, "%s: %s, %d of them pages, %.1f MB, every link checked, in %.1f s\nopen %s/index.html\n", cmd.Out,
		count(sum.Files, "file"), sum.Pages, float64(sum.Bytes)/1e6, time.Since(start).Seconds(), strings.TrimRight(cmd.Out, "/"))
	return nil
}

// library is what is published: the dossiers of the store, or one of them.
func (cmd *publishCommand) library(c *console, store *storage.Store) (handlers.Library, error) {
	if cmd.Dossier != "" {
		_, err := store.Version(c.ctx, cmd.Dossier)
		return only{store, cmd.Dossier}, err
	}
	ids, err := store.IDs(c.ctx)
	if err == nil && len(ids) == 0 {
		err = domain.Errorf(domain.NotFound, "the database %s has no dossier: import one first, or start serve once", c.db)
	}
	return store, err
}

// config is the site to be written, with what its search finds.
func (cmd *publishCommand) config(c *console, library handlers.Library) (publish.Config, error) {
	config := publish.Config{Out: cmd.Out}
	base, err := publicAddress(cmd.URL)
	if err != nil {
		return config, err
	}
	config.Handler, err = handlers.New(handlers.Config{Library: library, Logger: c.log, Files: dossierFiles,
		Copy: &views.Copy{Program: "Pourparler " + version, URL: base}})
	if err != nil {
		return config, err
	}
	config.Records, err = records(c.ctx, library)
	return config, err
}

// publicAddress reads the address that a copy will have, without a slash at its end.
func publicAddress(written string) (string, error) {
	u, err := url.Parse(written)
	if written != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "") {
		return "", domain.Errorf(domain.Invalid, "%q is no public address: write one such as https://example.org/talks", written)
	}
	return strings.TrimRight(written, "/"), nil
}

// records are all records of the library, as the search of the copy finds them.
func records(ctx context.Context, library handlers.Library) ([]publish.Record, error) {
	ids, err := library.IDs(ctx)
	if err != nil {
		return nil, err
	}
	var all []publish.Record
	for _, id := range ids {
		d, err := library.Dossier(ctx, id)
		if err != nil {
			return nil, err
		}
		for _, f := range views.NewSite(domain.NewIndex(d)).Findings() {
			all = append(all, publish.Record{Kind: f.Kind, Title: f.Title, Words: f.Words, Address: f.Address})
		}
	}
	return all, nil
}

// only is a library with one dossier of another.
type only struct {
	handlers.Library
	id string
}

// IDs returns the one id.
func (o only) IDs(context.Context) ([]string, error) { return []string{o.id}, nil }

// broken writes a line for each link that leads nowhere, if that is the error.
func broken(out io.Writer, err error) error {
	var b *publish.Broken
	if errors.As(err, &b) {
		for _, line := range b.Lines {
			fmt.Fprintln(out, line)
		}
	}
	return err
}

// progress shows how far a command has come: on a terminal in one line that is written over, else a line now and then.
type progress struct {
	out      io.Writer
	terminal bool
	last     time.Time
	shown    bool
}

// Pauses between two lines of progress.
const (
	terminalPause = 100 * time.Millisecond
	logPause      = 2 * time.Second
)

func (p *progress) show(at publish.Progress) {
	pause := logPause
	if p.terminal {
		pause = terminalPause
	}
	if time.Since(p.last) < pause {
		return
	}
	p.last = time.Now()
	line := fmt.Sprintf("%d of %d found so far: %s", at.Done, at.Known, at.Current)
	if p.terminal {
		fmt.Fprintf(p.out, "\r\x1b[K%.100s", line)
		p.shown = true
		return
	}
	fmt.Fprintln(p.out, line)
}

// end clears the line of progress.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
