package main

import (
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
	store, err := c.openExisting()
	if err != nil {
		return err
	}
	defer store.Close()
	snapshot, err := cmd.snapshot(c, store)
	if err != nil {
		return err
	}
	config, err := cmd.config(c, snapshot)
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

// snapshot is what is published: the dossiers of the store, or one of them.
func (cmd *publishCommand) snapshot(c *console, store *storage.Store) (*publish.Snapshot, error) {
	if cmd.Dossier != "" {
		return publish.NewSnapshot(c.ctx, store, cmd.Dossier)
	}
	snapshot, err := publish.NewSnapshot(c.ctx, store)
	if err == nil && len(snapshot.Indexes()) == 0 {
		err = domain.Errorf(domain.NotFound, "the database %s has no dossier: import one first, or start serve once", c.db)
	}
	return snapshot, err
}

// config is the site to be written, with what its search finds.
func (cmd *publishCommand) config(c *console, snapshot *publish.Snapshot) (publish.Config, error) {
	config := publish.Config{Records: records(snapshot), Out: cmd.Out}
	base, err := publicAddress(cmd.URL)
	if err != nil {
		return config, err
	}
	config.URL = base
	config.Handler, err = handlers.New(handlers.Config{Library: snapshot, Logger: c.log, Package: packageOf,
		Copy: &views.Copy{Program: "Pourparler " + version, URL: base}, Address: addressIn(base)})
	return config, err
}

// addressIn returns the address that a page of the site has in a copy with a public address, and "" if it has none.
func addressIn(base string) func(path string) string {
	return func(path string) string {
		file, err := publish.PageFile(path)
		if base == "" || err != nil {
			return ""
		}
		return base + "/" + file
	}
}

// publicAddress reads the address that a site or a copy of it has for its readers, without a slash at its end.
func publicAddress(written string) (string, error) {
	u, err := url.Parse(written)
	switch {
	case written == "":
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.ContainsAny(written, "?#"):
		return "", domain.Errorf(domain.Invalid, "%q is no public address: write one such as https://example.org/talks", written)
	case u.User != nil:
		return "", domain.Errorf(domain.Invalid, "%q is no public address: every page would name its user and password: leave them out", u.Redacted())
	}
	return strings.TrimRight(u.String(), "/"), nil
}

// records are all records, as the search of the copy finds them.
func records(snapshot *publish.Snapshot) []publish.Record {
	var all []publish.Record
	for _, ix := range snapshot.Indexes() {
		for _, f := range views.NewSite(ix).Findings() {
			all = append(all, publish.Record{Kind: f.Kind, Title: f.Title, Words: f.Words, Address: f.Address})
		}
	}
	return all
}

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
