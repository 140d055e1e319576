package handlers_test

import (
	"archive/zip"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/export/datapackage"
	"pourparler/handlers"
)

// packing is a site that puts one file into the folder of the dossier.
func packing(t *testing.T, pack func(*domain.Index) (datapackage.Package, error)) http.Handler {
	t.Helper()
	h, err := handlers.New(handlers.Config{Library: newLibrary(harbour(t)), Logger: slog.New(slog.DiscardHandler), Package: pack})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func one(ix *domain.Index) (datapackage.Package, error) {
	return datapackage.Package{Index: ix, Dossier: []datapackage.File{{Name: "dossier.yaml", Data: []byte("dossier:\n")}}}, nil
}

func TestDataPackage(t *testing.T) {
	h := packing(t, one)
	got := ask(h, "/harbour/datapackage.zip", "")
	if kind := got.Header().Get("Content-Type"); got.Code != http.StatusOK || kind != "application/zip" {
		t.Fatalf("status %d and type %q", got.Code, kind)
	}
	if name := got.Header().Get("Content-Disposition"); name != "attachment; filename=harbour_0.2.0.zip" {
		t.Errorf("the package is named %q", name)
	}
	z, err := zip.NewReader(strings.NewReader(got.Body.String()), int64(got.Body.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"datapackage.json", "tables/proposals.csv", "dossier/dossier.yaml"} {
		if _, err := z.Open(name); err != nil {
			t.Errorf("the package has no %s: %v", name, err)
		}
	}
	tag := got.Header().Get("ETag")
	if again := ask(h, "/harbour/datapackage.zip", tag); tag == "" || again.Code != http.StatusNotModified || again.Body.Len() > 0 {
		t.Errorf("asked again with the tag %q: status %d, %d bytes, want 304 and none", tag, again.Code, again.Body.Len())
	}
	head := httptest.NewRecorder()
	h.ServeHTTP(head, httptest.NewRequest(http.MethodHead, "/harbour/datapackage.zip", nil))
	if head.Code != http.StatusOK || head.Body.Len() > 0 {
		t.Errorf("HEAD: status %d, %d bytes", head.Code, head.Body.Len())
	}
}

// TestDataPackageFails wants a page that says so as long as nothing was sent.
func TestDataPackageFails(t *testing.T) {
	h := packing(t, func(*domain.Index) (p datapackage.Package, err error) { return p, errors.New("cannot be written") })
	got := ask(h, "/harbour/datapackage.zip", "")
	if got.Code != http.StatusInternalServerError || strings.Contains(got.Body.String(), "cannot be written") {
		t.Errorf("status %d: %s", got.Code, got.Body)
	}
	if got := ask(h, "/nowhere/datapackage.zip", ""); got.Code != http.StatusNotFound {
		t.Errorf("the package of no dossier: status %d, want 404", got.Code)
	}
}

// narrow takes some bytes and then no more, as a client that goes away.
type narrow struct {
	http.ResponseWriter
	left int
}

func (n *narrow) Write(p []byte) (int, error) {
	if n.left -= len(p); n.left < 0 {
		return 0, http.ErrHandlerTimeout
	}
	return n.ResponseWriter.Write(p)
}

// TestDataPackageBreaks wants a broken transfer, and not the end of one, when the package cannot be sent whole.
func TestDataPackageBreaks(t *testing.T) {
	h := packing(t, one)
	defer func() {
		if fault := recover(); fault != http.ErrAbortHandler {
			t.Errorf("the transfer ended with %v, want it broken", fault)
		}
	}()
	h.ServeHTTP(&narrow{httptest.NewRecorder(), 8192}, httptest.NewRequest(http.MethodGet, "/harbour/datapackage.zip", nil))
}
