package handlers_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/export"
	"pourparler/export/datapackage"
	"pourparler/handlers"
)

// flowing is a library whose registers stream what a test wants.
type flowing struct {
	*library
	batches func(ctx context.Context, yield func([]byte, error) bool)
}

// Stream returns the test's rows under the columns of the register.
func (l flowing) Stream(ctx context.Context, id, register string, q table.Query) (table.Stream, error) {
	s, err := l.library.Stream(ctx, id, register, q)
	s.Batches = func(yield func([]byte, error) bool) { l.batches(ctx, yield) }
	return s, err
}

// alike returns n rows of proposals that are alike.
func alike(t testing.TB, n int) []byte {
	t.Helper()
	s, err := newLibrary(harbour(t)).Stream(t.Context(), "harbour", "proposals", table.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for batch, err := range s.Batches {
		if err != nil {
			t.Fatal(err)
		}
		line, _, _ := bytes.Cut(batch, []byte{table.End})
		return bytes.Repeat(append(line, table.End), n)
	}
	return nil
}

// fetched is a file as a client has it, with what came after it.
func fetched(t testing.TB, url string) (*http.Response, []byte, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Close = true
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return res, body, err
}

// TestEveryFile asks for every table as every file: it comes with a count of its rows and a hash of its bytes after it,
// and has the rows that the CSV has.
func TestEveryFile(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	queries := map[string]string{"list-pair": "?a=four&b=norrholm-1921-03-01-conference", "comparison": "?track=conference"}
	for _, path := range append([]string{"documents/norrholm-1921-03-01"}, handlers.Tables()...) {
		rows := -1
		for _, f := range export.Formats() {
			url := h.url + "/harbour/" + path + "." + string(f) + queries[path]
			res, body, err := fetched(t, url)
			if err != nil || res.StatusCode != http.StatusOK {
				t.Errorf("GET %s = %d, %v", url, res.StatusCode, err)
				continue
			}
			sum := sha256.Sum256(body)
			if got, want := res.Trailer.Get("Pourparler-Sha256"), hex.EncodeToString(sum[:]); got != want {
				t.Errorf("%s: the trailer says %q, its hash is %s", url, got, want)
			}
			n, err := strconv.Atoi(res.Trailer.Get("Pourparler-Rows"))
			if err != nil || rows >= 0 && n != rows {
				t.Errorf("%s: the trailer says %q rows, that of the CSV %d", url, res.Trailer.Get("Pourparler-Rows"), rows)
			}
			rows = n
			if got := rowsOf(t, f, body); got != n {
				t.Errorf("%s has %d rows, the trailer says %d", url, got, n)
			}
			if got := res.Header.Get("Content-Type"); got != f.MediaType() {
				t.Errorf("%s is %s, want %s", url, got, f.MediaType())
			}
			if got := res.Header.Get("Content-Disposition"); !strings.Contains(got, "harbour_0.2.0_") || !strings.Contains(got, "."+string(f)) {
				t.Errorf("%s is named %s", url, got)
			}
		}
	}
}

// rowsOf counts the rows of a file as another program reads it.
func rowsOf(t testing.TB, f export.Format, body []byte) int {
	t.Helper()
	switch f {
	case export.FormatJSON:
		var o struct{ Rows []any }
		if err := json.Unmarshal(body, &o); err != nil {
			t.Error(err)
		}
		return len(o.Rows)
	case export.FormatXLSX:
		book, err := excelize.OpenReader(bytes.NewReader(body))
		if err != nil {
			t.Error(err)
			return -1
		}
		defer book.Close()
		rows, err := book.GetRows(book.GetSheetName(0))
		if err != nil {
			t.Error(err)
		}
		return len(rows) - 1
	case export.FormatCSV:
	}
	return strings.Count(string(body), "\r\n") - 1
}

// TestFilesSayWhence wants a file to say where it comes from and how its rows were chosen.
func TestFilesSayWhence(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	var o struct {
		Dossier struct{ ID, Release string }
		AsOf    string `json:"as_of"`
		Filters []struct{ Name, Value string }
		Address string
	}
	path := "/harbour/silence-map.json?on=1921-04-12&track=conference"
	_, body, err := fetched(t, h.url+path)
	if err != nil || json.Unmarshal(body, &o) != nil {
		t.Fatalf("%v: %s", err, body)
	}
	if o.Dossier.ID != "harbour" || o.Dossier.Release != "0.2.0" || o.AsOf != "1921-04-12" || o.Address != h.url+path {
		t.Errorf("the file says %+v", o)
	}
	if diff := cmp.Diff([]struct{ Name, Value string }{{"track", "conference"}}, o.Filters); diff != "" {
		t.Errorf("filters (-want +got):\n%s", diff)
	}
}

// TestFilesNotModified answers 304 to who has the file, for each of its suffixes.
func TestFilesNotModified(t *testing.T) {
	l, h := newCounted(t)
	for _, path := range []string{"/sino-soviet/proposals.csv", "/sino-soviet/proposals.xlsx", "/sino-soviet/state.json", "/sino-soviet/replies.svg"} {
		tag := ask(h, path, "").Header().Get("ETag")
		if got := ask(h, path, tag); tag == "" || got.Code != http.StatusNotModified || got.Body.Len() > 0 {
			t.Errorf("GET %s with its tag %s = %d and %d bytes, want 304 and none", path, tag, got.Code, got.Body.Len())
		}
		l.version.Store("2-" + path)
		if got := ask(h, path, tag); got.Code != http.StatusOK {
			t.Errorf("GET %s with an old tag = %d, want 200", path, got.Code)
		}
	}
}

var errDisk = errors.New("the disk is gone")

// TestBrokenDownload breaks the rows off: before the first byte that is a page like any failure, after it the client sees
// a transfer that did not end, and no trailers.
func TestBrokenDownload(t *testing.T) {
	batch := alike(t, 2000)
	for _, f := range export.Formats() {
		for _, whole := range []int{0, 1, 3} {
			h := serve(t, flowing{newLibrary(harbour(t)), func(_ context.Context, yield func([]byte, error) bool) {
				for range whole {
					if !yield(batch, nil) {
						return
					}
				}
				yield(nil, errDisk)
			}})
			res, body, err := fetched(t, h.url+"/harbour/proposals."+string(f))
			switch {
			case len(body) == 0 || whole == 0 || res.StatusCode == http.StatusInternalServerError:
				if res.StatusCode != http.StatusInternalServerError || err != nil || res.Header.Get("Content-Disposition") != "" ||
					res.Header.Get("Trailer") != "" {
					t.Errorf("%s, no byte sent: status %d, %v, header %v, want the page of a failure", f, res.StatusCode, err, res.Header)
				}
				if whole == 3 {
					t.Errorf("%s: nothing sent of %d batches", f, whole)
				}
			case !errors.Is(err, io.ErrUnexpectedEOF):
				t.Errorf("%s after %d batches: the client reads %d bytes and %v, want an unexpected end", f, whole, len(body), err)
			}
			if got := res.Trailer.Get("Pourparler-Rows") + res.Trailer.Get("Pourparler-Sha256"); got != "" {
				t.Errorf("%s after %d batches has trailers: %s", f, whole, got)
			}
			if got := h.log.String(); !strings.Contains(got, "the disk is gone") || strings.Contains(got, "panic") {
				t.Errorf("%s after %d batches: the log has %s", f, whole, got)
			}
		}
	}
}

// TestPanicInDownload breaks the transfer too: no fault of ours may end a file as if it were whole.
func TestPanicInDownload(t *testing.T) {
	batch := alike(t, 2000)
	h := serve(t, flowing{newLibrary(harbour(t)), func(_ context.Context, yield func([]byte, error) bool) {
		yield(batch, nil)
		panic("the shelf fell")
	}})
	_, body, err := fetched(t, h.url+"/harbour/proposals.csv")
	if len(body) == 0 || !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(h.log.String(), "the shelf fell") {
		t.Errorf("the client reads %d bytes and %v; the log has %s", len(body), err, h.log)
	}
}

// TestOldClient tells a client that speaks HTTP/1.0 how long a file is, since it knows no other end than that of the
// connection; and resets that if the file breaks or is another one the second time it is written.
func TestOldClient(t *testing.T) {
	batch := alike(t, 2000)
	for name, second := range map[string]func(yield func([]byte, error) bool){
		"whole":  func(yield func([]byte, error) bool) { yield(batch, nil) },
		"broken": func(yield func([]byte, error) bool) { _ = yield(batch, nil) && yield(nil, errDisk) },
		"shorter": func(yield func([]byte, error) bool) {
			yield(batch[:bytes.LastIndexByte(batch[:len(batch)-1], table.End)+1], nil)
		},
		"longer": func(yield func([]byte, error) bool) {
			for range 2 {
				if !yield(batch, nil) {
					return
				}
			}
		},
	} {
		for _, f := range export.Formats() {
			times := 0
			h := serve(t, flowing{newLibrary(harbour(t)), func(_ context.Context, yield func([]byte, error) bool) {
				if times++; times == 1 {
					yield(batch, nil)
					return
				}
				second(yield)
			}})
			res, body, err := oldFetched(t, h, "/harbour/proposals."+string(f))
			whole := name == "whole"
			if whole && (err != nil || res.ContentLength != int64(len(body)) || rowsOf(t, f, body) != 2000) {
				t.Errorf("%s: the client is promised %d bytes and reads %d, %v", f, res.ContentLength, len(body), err)
			}
			if !whole && (!errors.Is(err, syscall.ECONNRESET) || h.log.String() == "") {
				t.Errorf("%s the second time, %s: the client reads %d bytes and %v, want a reset connection", name, f, len(body), err)
			}
		}
	}
}

// TestOldClientIsToldOfFailure answers with the page of a failure what fails before the length is known.
func TestOldClientIsToldOfFailure(t *testing.T) {
	batch := alike(t, 2000)
	h := serve(t, flowing{newLibrary(harbour(t)), func(_ context.Context, yield func([]byte, error) bool) {
		_ = yield(batch, nil) && yield(nil, errDisk)
	}})
	res, body, err := oldFetched(t, h, "/harbour/proposals.csv")
	if err != nil || res.StatusCode != http.StatusInternalServerError || !strings.Contains(string(body), "Something went wrong") {
		t.Errorf("the client reads %d bytes and %v, status %d, want the page of a failure", len(body), err, res.StatusCode)
	}
}

// TestOldClientKnowsABrokenPackage tells an old client how long a data package is, answers with the page of a failure where
// that cannot be known, and resets the connection of one that breaks.
func TestOldClientKnowsABrokenPackage(t *testing.T) {
	for broken := range 3 { // the time at which it is written and breaks, or 0
		times := 0
		h := serveAs(t, handlers.Config{Library: newLibrary(harbour(t)), Package: func(ix *domain.Index) (datapackage.Package, error) {
			return datapackage.Package{Index: ix, SQLite: func(w io.Writer, _ iter.Seq2[string, table.Stream]) error {
				if times++; times == broken {
					return errDisk
				}
				_, err := io.WriteString(w, "tables")
				return err
			}}, nil
		}})
		res, body, err := oldFetched(t, h, "/harbour/datapackage.zip")
		switch {
		case broken == 0 && (err != nil || res.ContentLength != int64(len(body)) || res.StatusCode != http.StatusOK):
			t.Errorf("the client is promised %d bytes and reads %d, %v", res.ContentLength, len(body), err)
		case broken == 1 && (err != nil || res.StatusCode != http.StatusInternalServerError):
			t.Errorf("broken the first time, the client reads %d bytes and %v, status %d", len(body), err, res.StatusCode)
		case broken == 2 && (!errors.Is(err, syscall.ECONNRESET) || res.ContentLength <= int64(len(body))):
			t.Errorf("the client is promised %d bytes and reads %d, %v, want a reset connection", res.ContentLength, len(body), err)
		}
	}
}

// oldFetched is a file as a client has it that speaks HTTP/1.0.
func oldFetched(t testing.TB, h *host, path string) (*http.Response, []byte, error) {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := io.WriteString(conn, "GET "+path+" HTTP/1.0\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return &http.Response{}, nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return res, body, err
}

// TestClientGone stops the rows when nobody waits for them, and logs no fault of ours.
func TestClientGone(t *testing.T) {
	batch, stopped := alike(t, 2000), make(chan error, 1)
	h := serve(t, flowing{newLibrary(harbour(t)), func(ctx context.Context, yield func([]byte, error) bool) {
		defer func() { stopped <- ctx.Err() }()
		for ctx.Err() == nil {
			if !yield(batch, nil) {
				return
			}
		}
		yield(nil, ctx.Err())
	}})
	ctx, leave := context.WithCancel(t.Context())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, h.url+"/harbour/proposals.csv", nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if _, err := bufio.NewReader(res.Body).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	leave()
	select {
	case <-stopped:
	case <-time.After(20 * time.Second):
		t.Fatal("the rows go on after the client has left")
	}
	if got := h.log.String(); got != "" {
		t.Errorf("the log has %s", got)
	}
}

// TestSlowDownload lets a file take longer than a request and an answer may.
func TestSlowDownload(t *testing.T) {
	batch := alike(t, 500)
	h, err := handlers.New(handlers.Config{Logger: slog.New(slog.DiscardHandler),
		Library: flowing{newLibrary(harbour(t)), func(ctx context.Context, yield func([]byte, error) bool) {
			for range 8 {
				select {
				case <-ctx.Done():
					yield(nil, ctx.Err())
					return
				case <-time.After(100 * time.Millisecond):
				}
				if !yield(batch, nil) {
					return
				}
			}
		}}})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(h)
	server.Config.ReadTimeout, server.Config.WriteTimeout = 300*time.Millisecond, 300*time.Millisecond
	server.Start()
	t.Cleanup(server.Close)
	res, body, err := fetched(t, server.URL+"/harbour/proposals.csv")
	if err != nil || res.Trailer.Get("Pourparler-Rows") != "4000" {
		t.Errorf("the client reads %d bytes and %v; rows %q, want 4000", len(body), err, res.Trailer.Get("Pourparler-Rows"))
	}
}

// TestDownloadIsNotKept sends more than memory is to hold.
func TestDownloadIsNotKept(t *testing.T) {
	if testing.Short() {
		t.Skip("sends 160 megabytes")
	}
	batch, peak := alike(t, 500), uint64(0)
	const batches, most = 1000, 32 << 20
	var before runtime.MemStats
	h := serve(t, flowing{newLibrary(harbour(t)), func(_ context.Context, yield func([]byte, error) bool) {
		runtime.GC()
		runtime.ReadMemStats(&before)
		for i := range batches {
			if i%50 == 0 {
				var now runtime.MemStats
				runtime.ReadMemStats(&now)
				peak = max(peak, now.HeapAlloc-min(now.HeapAlloc, before.HeapAlloc))
			}
			if !yield(batch, nil) {
				return
			}
		}
	}})
	res, err := http.Get(h.url + "/harbour/proposals.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	n, err := io.Copy(io.Discard, res.Body)
	if err != nil || n < 100<<20 || peak == 0 || peak > most {
		t.Errorf("%d bytes sent (%v) with %d bytes of memory, want more than 100 MiB with at most %d", n, err, peak, most)
	}
}

// TestNoSuchFile tells a reader what the table can be had as.
func TestNoSuchFile(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for path, want := range map[string]string{
		"/harbour/proposals.pdf":                 ".csv, .xlsx or .json",
		"/harbour/proposals.svg":                 "drift.svg, list-sets.svg, replies.svg, silence-map.svg",
		"/harbour/ships.xlsx":                    `no table "ships"`,
		"/harbour/drift.svg":                     "add track= and an id",
		"/harbour/silence-map.svg":               "add party= and an id",
		"/harbour/silence-map.svg?text=zeppelin": "choose another party",
		"/harbour/documents/lost.json":           `"lost"`,
	} {
		if a := h.get(path); a.status != http.StatusNotFound || !strings.Contains(a.words(t), want) {
			t.Errorf("GET %s = %d %q, want 404 and %q", path, a.status, a.words(t), want)
		}
	}
}

// TestPictures answers with the chart of every table that has one.
func TestPictures(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	for _, path := range []string{"drift.svg?track=bilateral-talks", "list-sets.svg", "list-sets.svg?a=seventeen&b=twenty-six", "replies.svg",
		"replies.svg?on=1964-03-07", "silence-map.svg?party=cpsu&track=bilateral-talks"} {
		a := h.get("/sino-soviet/" + path)
		if a.status != 200 || a.header.Get("Content-Type") != "image/svg+xml" || !strings.HasPrefix(a.body, "<svg") ||
			!strings.Contains(a.body, `xmlns="http://www.w3.org/2000/svg"`) {
			t.Errorf("GET %s = %d %s %.80s", path, a.status, a.header.Get("Content-Type"), a.body)
		}
	}
}
