package main

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asked is the status and the words of an answer, or 0 if there is none.
func asked(address string) (int, string) {
	res, err := http.Get(address)
	if err != nil {
		return 0, ""
	}
	defer res.Body.Close()
	body, _ := io.ReadAll(res.Body)
	return res.StatusCode, string(body)
}

// TestOpening has another process keep the database from being brought up to date: meanwhile the server says that it is alive
// and not ready, and why; then it is ready.
func TestOpening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	other, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"PRAGMA journal_mode = WAL", "BEGIN IMMEDIATE"} {
		if _, err := other.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := free.Addr().String()
	free.Close()
	ctx, cancel := context.WithCancel(t.Context())
	var out bytes.Buffer
	ended := make(chan error, 1)
	go func() {
		ended <- (&serveCommand{Addr: &addr}).Run(&console{ctx: ctx, out: &out, errOut: &out, log: slog.New(slog.DiscardHandler), db: path})
	}()
	wait := func(path string, status int, words string) {
		t.Helper()
		for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
			code, body := asked(fmt.Sprintf("http://%s%s", addr, path))
			if code == status && strings.Contains(body, words) {
				return
			}
			if time.Now().After(end) {
				t.Fatalf("GET %s = %d %q, want %d %q", path, code, body, status, words)
			}
		}
	}
	wait("/readyz", http.StatusServiceUnavailable, "not ready: the database is being opened")
	wait("/livez", http.StatusOK, "ok")
	wait("/sino-soviet", http.StatusServiceUnavailable, "not ready")
	if _, err := other.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	wait("/readyz", http.StatusOK, "ready")
	wait("/sino-soviet", http.StatusOK, "<html")
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
