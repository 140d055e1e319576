package publish

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAskWithoutRoom says why the copy cannot be written, and lets the handler know that nobody waits.
func TestAskWithoutRoom(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	told := false
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := w.Write([]byte("a")); err != nil {
			told = r.Context().Err() != nil
			panic(http.ErrAbortHandler)
		}
	})
	_, err := ask(t.Context(), h, address{path: "/"}, func(*answer) (string, error) { return filepath.Join(file, "page"), nil })
	if err == nil || !strings.Contains(err.Error(), "the copy cannot be written: ") || strings.Contains(err.Error(), "abort") {
		t.Errorf("ask = %v", err)
	}
	if !told {
		t.Error("the handler is not told")
	}
}
