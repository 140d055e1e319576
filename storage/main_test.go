package storage_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain draws fewer random dossiers under -short, which is how the race detector runs.
func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		if err := flag.Set("rapid.checks", "20"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
