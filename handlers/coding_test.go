package handlers_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"pourparler/internal/crawl"
)

// unpacked is the body of an answer as it is.
func unpacked(t testing.TB, a answer) string {
	t.Helper()
	var from io.Reader = strings.NewReader(a.body)
	var err error
	switch a.header.Get("Content-Encoding") {
	case "gzip":
		from, err = gzip.NewReader(from)
	case "zstd":
		from, err = zstd.NewReader(from)
	}
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// TestCodings sends what a client asks for by Accept-Encoding (RFC 9110, section 12.5.3).
func TestCodings(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, tt := range []struct{ said, long, short string }{
		{"gzip", "gzip", ""}, {"zstd", "zstd", ""}, {"gzip, deflate, br, zstd", "zstd", ""}, {"gzip, deflate", "gzip", ""},
		{"GZip", "gzip", ""}, {"x-gzip", "gzip", ""}, {"br", "", ""}, {"deflate;q=0.5", "", ""},
		{"gzip;q=0", "", ""}, {"gzip;q=0.0, zstd;q=0", "", ""}, {"gzip ; Q=0.001", "gzip", ""}, {"gzip;q=0, *", "zstd", ""},
		{"*", "zstd", ""}, {"*;q=0", "", ""}, {"zstd;q=0, *;q=0.1", "gzip", "gzip"[:0]}, {"gzip, *;q=0", "gzip", "gzip"},
		{"gzip;q=1, zstd;q=0.5", "gzip", ""}, {"gzip;q=0.5, identity", "", ""}, {"gzip;q=0.5, identity;q=0.5", "gzip", ""},
		{"identity", "", ""}, {"identity;q=0", "", ""}, {"identity;q=0, gzip", "gzip", "gzip"}, {"identity;q=0, *", "zstd", "zstd"},
		{"gzip;q=2", "", ""}, {"gzip;q=NaN", "", ""}, {"gzip;level=1", "", ""}, {",, gzip ,", "gzip", ""}, {" ", "", ""},
	} {
		for path, want := range map[string]string{"/harbour/proposals": tt.long, "/manual/guide": tt.long, "/harbour/proposals.csv": tt.long,
			"/healthz": tt.short, "/harbour/proposals.xlsx": tt.short, "/harbour/datapackage.zip": tt.short} {
			for range 2 { // the first view, and what is kept of it
				if got := h.do(http.MethodGet, path, "Accept-Encoding", tt.said).header.Get("Content-Encoding"); got != want {
					t.Errorf("GET %s with Accept-Encoding: %s is sent as %q, want %q", path, tt.said, got, want)
				}
			}
		}
	}
}

// TestEveryAnswerCompressed asks for everything that the site leads to, in each coding: it is the same, it is compressed
// unless it is short or compressed by itself, and HEAD has the header that GET has.
func TestEveryAnswerCompressed(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	plain := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	site, err := crawl.Crawl(t.Context(), h.url, crawl.Options{Views: 2, Client: plain})
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{"/api/v1/openapi.json", "/api/v1/dossiers/harbour/proposals", "/api/v1/dossiers/harbour/views/state"}
	for _, p := range site.Pages {
		paths = append(paths, p.Path)
	}
	for _, path := range paths {
		whole := h.do(http.MethodGet, path, "Accept-Encoding", "identity")
		for _, coding := range []string{"gzip", "zstd"} {
			got, head := h.do(http.MethodGet, path, "Accept-Encoding", coding), h.do(http.MethodHead, path, "Accept-Encoding", coding)
			media := whole.header.Get("Content-Type")
			packed := strings.Contains(media, "zip") || strings.Contains(media, "openxml")
			compact := packed || len(whole.body) < 1024 && whole.header.Get("Content-Length") != "" // else it is known too late
			if name := got.header.Get("Content-Encoding"); (name == "") != compact || name != "" && name != coding {
				t.Errorf("GET %s: %d bytes of %s are sent as %q", path, len(whole.body), media, name)
			}
			if !compact && len(whole.body) >= 1024 && len(got.body) > len(whole.body)*3/4 {
				t.Errorf("GET %s takes %d bytes as %s and %d without", path, len(got.body), coding, len(whole.body))
			}
			if body := unpacked(t, got); !packed && body != whole.body {
				t.Errorf("GET %s as %s is another body of %d bytes, want %d", path, coding, len(body), len(whole.body))
			}
			for _, name := range []string{"Content-Encoding", "Content-Type", "ETag", "Vary", "Content-Disposition"} {
				if a, b := head.header.Get(name), got.header.Get(name); a != b {
					t.Errorf("HEAD %s as %s has %s: %s, GET has %s", path, coding, name, a, b)
				}
			}
			if length := got.header.Get("Content-Length"); length != "" && length != strconv.Itoa(len(got.body)) {
				t.Errorf("GET %s as %s: length %s of %d bytes", path, coding, length, len(got.body))
			}
			tag, other := got.header.Get("ETag"), whole.header.Get("ETag")
			if tag != "" && (tag == other) != compact || got.header.Get("Vary") != "Accept-Encoding" {
				t.Errorf("GET %s has the tag %s as %s and %s without; it varies with %q", path, tag, coding, other, got.header.Get("Vary"))
			}
		}
	}
	if len(paths) < 100 {
		t.Errorf("only %d addresses were found", len(paths))
	}
}

// TestTrailersOfCompressed counts and hashes the file, not what was sent of it.
func TestTrailersOfCompressed(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	for _, coding := range []string{"identity", "gzip", "zstd"} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, h.url+"/sino-soviet/responses.csv", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Accept-Encoding", coding)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		sent, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		body := unpacked(t, answer{res.StatusCode, res.Header, string(sent)})
		sum := sha256.Sum256([]byte(body))
		if got := res.Trailer.Get("Pourparler-Sha256"); got != hex.EncodeToString(sum[:]) || len(body) < 10000 {
			t.Errorf("as %s: %d bytes with the hash %x, the trailer says %s", coding, len(body), sum, got)
		}
		if got, want := res.Trailer.Get("Pourparler-Rows"), strconv.Itoa(strings.Count(body, "\r\n")-1); got != want {
			t.Errorf("as %s: the trailer says %s rows, want %s", coding, got, want)
		}
	}
}

// TestTags tells a client that it has an answer by any form of the tag of a coding that it takes (RFC 9110, section 13.1.2).
func TestTags(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, path := range []string{"/harbour/proposals", "/harbour/proposals.csv", "/api/v1", "/api/v1/dossiers/harbour/proposals"} {
		tag := func(coding string) string {
			return h.do(http.MethodGet, path, "Accept-Encoding", coding).header.Get("ETag")
		}
		whole, packed := tag("identity"), tag("gzip")
		for _, tt := range []struct {
			said, takes string
			status      int
			tag         string
		}{
			{whole, "identity", 304, whole}, {whole, "gzip", 304, whole}, {"W/" + whole, "identity", 304, whole}, {`"other"`, "identity", 200, whole},
			{`"a,b", W/"c" ,` + whole, "identity", 304, whole}, {`"x` + whole[1:], "identity", 200, whole}, {strings.Trim(whole, `"`), "identity", 200, whole},
			{`"` + whole[1:len(whole)-1] + `x"`, "identity", 200, whole}, {`"unclosed`, "identity", 200, whole}, {"*", "identity", 304, whole}, {" * ", "identity", 304, whole},
			{packed, "identity", 200, whole}, {packed, "zstd", 200, whole}, {"W/" + packed, "gzip, zstd", 304, packed},
			{whole + ", " + packed, "gzip", 304, packed}, {whole, "identity;q=0, gzip", 200, packed},
		} {
			if path == "/api/v1" && packed == whole && tt.status == 200 {
				continue // too short to be compressed
			}
			for _, method := range []string{http.MethodGet, http.MethodHead} {
				a := h.do(method, path, "If-None-Match", tt.said, "Accept-Encoding", tt.takes)
				if a.status != tt.status || a.status == 304 && (a.body != "" || a.header.Get("ETag") != tt.tag || a.header.Get("Vary") != "Accept-Encoding" ||
					a.header.Get("Content-Encoding")+a.header.Get("Content-Length")+a.header.Get("Trailer") != "") {
					t.Errorf("%s %s with If-None-Match: %s, Accept-Encoding: %s = %d %v", method, path, tt.said, tt.takes, a.status, a.header)
				}
			}
		}
	}
	for path, want := range map[string]int{"/": 304, "/manual/guide": 304, "/harbour/nothing": 404, "/harbour/proposals/none": 404, "/harbour/": 308} {
		if a := h.do(http.MethodGet, path, "If-None-Match", "*"); a.status != want {
			t.Errorf("GET %s with If-None-Match: * = %d, want %d", path, a.status, want)
		}
	}
	// A tag is good where it was given, not where nothing stands.
	for _, from := range []string{"/harbour/proposals", "/harbour/documents", "/api/v1/dossiers/harbour/proposals"} {
		tag := h.do(http.MethodGet, from).header.Get("ETag")
		for path, want := range map[string]int{from: 304, "/harbour/nope": 404, "/harbour/proposals/none": 404, "/harbour/documents/zzz.csv": 404,
			"/harbour/proposals?from=garbage": 400, "/harbour/parties": 200, "/api/v1/dossiers/harbour/parties/none": 404} {
			if a := h.do(http.MethodGet, path, "If-None-Match", tag); a.status != want {
				t.Errorf("GET %s with the tag of %s = %d, want %d", path, from, a.status, want)
			}
		}
	}
	if a := h.do(http.MethodPost, "/harbour/proposals", "If-None-Match", "*"); a.status != 405 {
		t.Errorf("POST with If-None-Match: * = %d, want 405", a.status)
	}
	if a := h.do(http.MethodGet, "/harbour/proposals.csv", "Range", "bytes=0-9"); a.status != 200 || len(a.body) < 100 {
		t.Errorf("a part of a file = %d and %d bytes, want all of it", a.status, len(a.body))
	}
}

// TestOldClientIsNotPacked sends HTTP/1.0 clients what they can see the end of.
func TestOldClientIsNotPacked(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, path := range []string{"/harbour/proposals.csv", "/harbour/proposals", "/manual/guide"} {
		conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(conn, "GET "+path+" HTTP/1.0\r\nAccept-Encoding: gzip, zstd\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		said, err := io.ReadAll(conn)
		conn.Close()
		header, body, _ := bytes.Cut(said, []byte("\r\n\r\n"))
		if err != nil || bytes.Contains(header, []byte("Content-Encoding")) || !bytes.Contains(header, []byte("Content-Length: "+strconv.Itoa(len(body)))) {
			t.Errorf("GET %s HTTP/1.0: %v, %d bytes after %s", path, err, len(body), header)
		}
	}
}
