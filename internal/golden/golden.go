// Package golden compares what a test made with a file that a person has read
// and approved. Such files stand in testdata/golden beside the test. After a
// change that was meant, go test PACKAGE -update writes them anew, and their
// diff is part of the review.
package golden

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The flag is a variable of the package because package flag has no other way
// to give every test binary the same one.
var update = flag.Bool("update", false, "write the golden files anew")

// Assert compares got with testdata/golden/NAME of the calling package, byte by
// byte, and reports the difference. The name may hold slashes. With -update it
// writes the file instead.
func Assert(tb testing.TB, name string, got []byte) {
	tb.Helper()
	if !filepath.IsLocal(name) {
		tb.Fatalf("golden: the name %q leaves testdata/golden", name)
		return
	}
	path := filepath.Join("testdata", "golden", filepath.FromSlash(name))
	want, err := os.ReadFile(path)
	switch {
	case *update:
		write(tb, path, want, got)
	case errors.Is(err, fs.ErrNotExist):
		tb.Fatalf("golden: no file %s; run this test with -update and read what it writes", path)
	case err != nil:
		tb.Fatalf("golden: %v", err)
	case !bytes.Equal(got, want):
		tb.Errorf("%s differs (-want +got); if that is meant, run this test with -update:\n%s",
			path, cmp.Diff(string(want), string(got)))
	}
}

// write leaves a file alone that is right already, so that its time stays.
func write(tb testing.TB, path string, old, got []byte) {
	tb.Helper()
	if old != nil && bytes.Equal(old, got) {
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatalf("golden: %v", err)
	}
	if err := os.WriteFile(path, got, 0o644); err != nil {
		tb.Fatalf("golden: %v", err)
	}
	tb.Logf("golden: wrote %s", path)
}
