package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/alecthomas/kong"

	"pourparler/domain"
)

// Exit codes: success, a fault of ours or of the system, and input that has to be mended.
const (
	exitOK      = 0
	exitFailure = 1
	exitInput   = 2
)

// commands is the command tree. Its help is what the user reads first.
type commands struct {
	DB string `name:"db" help:"Database: a file, :memory:, or a postgres:// address." default:"pourparler.db" placeholder:"PATH" env:"POURPARLER_DB"`

	Serve    serveCommand    `cmd:"" help:"Show the dossiers in the browser. The first start loads the bundled one."`
	Check    checkCommand    `cmd:"" help:"Read a folder of dossier files, or the database, and report every problem. Changes nothing."`
	Import   importCommand   `cmd:"" help:"Put a dossier into the database: all of it or, if it has problems, nothing."`
	Export   exportCommand   `cmd:"" help:"Write a dossier from the database as YAML, its tables as CSV, or a data package."`
	Publish  publishCommand  `cmd:"" help:"Write the site as plain files that need no server, with every link checked."`
	Releases releasesCommand `cmd:"" help:"List the releases of a dossier, and what was taken out of them."`
	Blank    blankCommand    `cmd:"" help:"Take for ever out of the database what a record once said, such as a name that must not be there."`
	Upgrade  upgradeCommand  `cmd:"" help:"Bring the database, or a folder of dossier files, to the form of this program."`
	Licences licencesCommand `cmd:"" help:"Print the licence of the program and of everything in it."`
	Version  versionCommand  `cmd:"" help:"Print the version of the program."`
}

// console is where a command reads its surroundings and writes its words.
type console struct {
	ctx    context.Context
	out    io.Writer
	errOut io.Writer // for progress, which is not what a command was asked for
	log    *slog.Logger
	db     string
}

// exited carries an exit code out of kong, which ends the program by calling a function.
type exited int

// run parses the arguments, carries out the command and returns the exit code. It is the one place that turns an
// error into an exit code.
func run(ctx context.Context, args []string, out, errOut io.Writer) (code int) {
	defer func() {
		if e, ok := recover().(exited); ok {
			code = int(e)
		}
	}()
	var tree commands
	parser, err := kong.New(&tree, kong.Name("pourparler"),
		kong.Description("The record of a negotiation about holding a negotiation: who proposed which talks, when, where and with whom, and who answered."),
		kong.Writers(out, errOut), kong.Exit(func(code int) { panic(exited(code)) }), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		fmt.Fprintln(errOut, "pourparler:", err)
		return exitFailure
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(errOut, "pourparler: %v\ntry: pourparler --help\n", err)
		return exitInput
	}
	// What a command has to say it says on out; the log is for what somebody has to look into.
	log := slog.New(slog.NewTextHandler(errOut, &slog.HandlerOptions{Level: slog.LevelWarn}))
	c := &console{ctx: ctx, out: out, errOut: errOut, log: log, db: tree.DB}
	return exitCode(command.Run(c), errOut)
}

func exitCode(err error, errOut io.Writer) int {
	if err == nil {
		return exitOK
	}
	fmt.Fprintf(errOut, "pourparler: %v\n", err)
	var known *domain.Error
	if errors.As(err, &known) && known.Kind != domain.Internal {
		return exitInput
	}
	return exitFailure
}
