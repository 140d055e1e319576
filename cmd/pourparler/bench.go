package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"pourparler/bench"
	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/storage"
)

type benchCommand struct {
	Sizes []int    `help:"How many proposals the invented dossiers have; 1000,100000,1000000 if left out." placeholder:"N,..."`
	Runs  int      `help:"How often everything is measured, in turns; figures are medians. 5 if left out." placeholder:"N"`
	Dir   string   `help:"Folder for the databases, which a later run uses again; without it they are removed at the end." placeholder:"DIR"`
	Skip  []string `help:"Parts to leave out: csv, pages, rates, whole, bundled, start." placeholder:"PART,..."`
	Quick bool     `help:"Few samples, and one run of a dossier of 1000 unless said otherwise: to see that everything works."`
}

// Run measures and prints tables in Markdown.
func (cmd *benchCommand) Run(c *console) error {
	program, err := os.Executable()
	if err != nil {
		return domain.Errorf(domain.Internal, "cannot find the program to start: %w", err)
	}
	dir, clean, err := cmd.folder()
	if err != nil {
		return err
	}
	defer clean()
	config := bench.Config{Program: program, Version: "pourparler " + described() + cgo(), Day: edtf.DayOf(time.Now()), Dir: dir,
		Sizes: cmd.sizes(), Runs: cmd.runs(), Skip: cmd.Skip, Quick: cmd.Quick, Garbage: garbageOfImports, Open: c.openBench, Out: c.out,
		Progress: func(format string, args ...any) { fmt.Fprintf(c.errOut, format+"\n", args...) }}
	return bench.Run(c.ctx, config)
}

func (cmd *benchCommand) sizes() []int {
	switch {
	case len(cmd.Sizes) > 0:
		return cmd.Sizes
	case cmd.Quick:
		return []int{1000}
	}
	return []int{1000, 100_000, 1_000_000}
}

func (cmd *benchCommand) runs() int {
	switch {
	case cmd.Runs != 0:
		return cmd.Runs
	case cmd.Quick:
		return 1
	}
	return 5
}

// cgo says whether the program was built with a C compiler, which makes it a third larger in memory.
func cgo() string {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "CGO_ENABLED" {
			return ", built with CGO_ENABLED=" + s.Value
		}
	}
	return ""
}

// folder returns where the databases are to be, and what to do with it at the end.
func (cmd *benchCommand) folder() (dir string, clean func(), err error) {
	if cmd.Dir != "" {
		return cmd.Dir, func() {}, nil
	}
	dir, err = os.MkdirTemp("", "pourparler-bench-")
	if err != nil {
		return "", nil, domain.Errorf(domain.Invalid, "cannot make a folder for the databases: %w: name one with --dir", err)
	}
	return dir, func() { _ = os.RemoveAll(dir) }, nil // what is left the system removes
}

// openBench opens a database of the measurement.
func (c *console) openBench(ctx context.Context, db string) (bench.Store, error) {
	store, err := storage.Open(ctx, storage.Config{DSN: db, Logger: c.log})
	if err != nil {
		return nil, err
	}
	return store, nil
}
