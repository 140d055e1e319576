package main

import (
	"context"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"pourparler/domain"
)

// sqlite3 runs the sqlite3 program on a database that it does not change, and has read take in what it writes.
func sqlite3(ctx context.Context, db, sql string, read func(io.Reader, *answer) error) (a answer, err error) {
	cmd := exec.CommandContext(ctx, "sqlite3", "-readonly", "-batch", "-csv", "-header", db, sql)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return a, err
	}
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		return a, err
	}
	err = read(out, &a)
	out.Close() // it does not wait for a reader that has given up
	if ended := cmd.Wait(); err == nil {
		err = ended
	}
	a.took = time.Since(begun)
	a.cpu = sample{(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()}
	if err != nil {
		return a, domain.Errorf(domain.Internal, "sqlite3 on %s: %w", db, err)
	}
	return a, nil
}

// installed reports whether the sqlite3 program is there.
func installed() bool {
	_, err := exec.LookPath("sqlite3")
	return err == nil
}

// databaseRows counts the rows of all tables that the program keeps in a database, or returns 0 without sqlite3.
func databaseRows(ctx context.Context, db string) int {
	tables, err := words(ctx, db, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
	if err != nil || len(tables) == 0 {
		return 0
	}
	var counts []string
	for _, name := range tables {
		counts = append(counts, `(SELECT count(*) FROM "`+name+`")`)
	}
	total, err := words(ctx, db, "SELECT "+strings.Join(counts, "+"))
	if err != nil || len(total) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(total[0])
	return n
}

// words returns what a query of one column finds, a word each.
func words(ctx context.Context, db, sql string) ([]string, error) {
	out, err := exec.CommandContext(ctx, "sqlite3", "-readonly", "-batch", db, sql).Output()
	return strings.Fields(string(out)), err
}
