// Command bench measures pourparler at sizes that no record has: it makes invented dossiers, puts them into databases,
// starts the program on them as a process of its own, asks it over HTTP as a reader would, and prints what it took as
// tables in Markdown. All that is compared is measured in turns within one run on one machine, and figures are medians
// over runs. Nothing is measured inside the server: its memory is what the system says of its process.
//
//	CGO_ENABLED=0 go run ./cmd/bench --sizes 1000,100000 --runs 3
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/storage"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := bench(ctx, os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return
	case domain.KindOf(err) == domain.Invalid:
		defer os.Exit(2)
	default:
		defer os.Exit(1)
	}
	fmt.Fprintln(os.Stderr, "bench:", err)
}

// bench reads the arguments and measures.
func bench(ctx context.Context, args []string, out, errOut io.Writer) error {
	c := config{Day: edtf.DayOf(time.Now()), Open: open, Out: out,
		Progress: func(format string, args ...any) { fmt.Fprintf(errOut, format+"\n", args...) }}
	if err := c.parse(args, errOut); err != nil {
		return err
	}
	own, err := os.MkdirTemp("", "pourparler-bench-")
	if err != nil {
		return domain.Errorf(domain.Invalid, "cannot make a folder to measure in: %w", err)
	}
	defer os.RemoveAll(own)
	if c.Dir == "" {
		c.Dir = own
	}
	if c.Program == "" {
		if c.Program, err = build(ctx, own, errOut); err != nil {
			return err
		}
	}
	version, err := exec.CommandContext(ctx, c.Program, "version").Output()
	if err != nil {
		return domain.Errorf(domain.Invalid, "cannot start %s: %w: name the program with --program", c.Program, err)
	}
	c.Version = strings.TrimSpace(string(version))
	return run(ctx, c)
}

// parse reads the flags. Those left out have what a whole measurement wants, or a quick one.
func (c *config) parse(args []string, errOut io.Writer) error {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(errOut)
	flags.StringVar(&c.Program, "program", "", "the `FILE` of the pourparler program; built if left out")
	sizes := flags.String("sizes", "", "how many proposals the invented dossiers have, as `N,...`; 1000,100000,1000000 if left out")
	flags.IntVar(&c.Runs, "runs", 0, "how often everything is measured, in turns; 5 if left out")
	flags.StringVar(&c.Dir, "dir", "", "`folder` for the databases, which a later run uses again; removed at the end if left out")
	skip := flags.String("skip", "", "parts to leave out, as `PART,...`: "+strings.Join(partNames(), ", "))
	flags.BoolVar(&c.Quick, "quick", false, "few samples, and one run of a dossier of 1000 unless said otherwise: to see that everything works")
	if err := flags.Parse(args); err != nil {
		return domain.Errorf(domain.Invalid, "%w", err)
	}
	defaultSizes, defaultRuns := "1000,100000,1000000", 5
	if c.Quick {
		defaultSizes, defaultRuns = "1000", 1
	}
	if *sizes == "" {
		*sizes = defaultSizes
	}
	if c.Runs == 0 {
		c.Runs = defaultRuns
	}
	if *skip != "" {
		c.Skip = strings.Split(*skip, ",")
	}
	for word := range strings.SplitSeq(*sizes, ",") {
		size, err := strconv.Atoi(word)
		if err != nil {
			return domain.Errorf(domain.Invalid, "%q is no number of proposals: write --sizes as 1000,100000", word)
		}
		c.Sizes = append(c.Sizes, size)
	}
	return nil
}

// build builds the program into a folder, as a release is built.
func build(ctx context.Context, dir string, errOut io.Writer) (string, error) {
	program := filepath.Join(dir, "pourparler")
	cmd := exec.CommandContext(ctx, "go", "build", "-o", program, "pourparler/cmd/pourparler")
	cmd.Stderr = errOut
	if err := cmd.Run(); err != nil {
		return "", domain.Errorf(domain.Invalid, "cannot build the program: %w: name one with --program", err)
	}
	return program, nil
}

// open opens the database of a measurement.
func open(ctx context.Context, db string) (store, error) {
	s, err := storage.Open(ctx, storage.Config{DSN: db, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return nil, err
	}
	return s, nil
}
