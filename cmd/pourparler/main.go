// Command pourparler keeps and shows the record of a negotiation about holding a negotiation.
//
//	pourparler serve             show the bundled dossier, or those in the database, in the browser
//	pourparler check DIR         read a folder of dossier files and report every problem
//	pourparler import DIR        put a dossier into the database
//	pourparler export ...        write a dossier or its tables to files
//	pourparler releases          list the releases in the database
//	pourparler blank ...         take out of the database what a record once said
//	pourparler upgrade           bring a database of an older version to the form of this one
//	pourparler publish --out DIR write the site as files that need no server
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
