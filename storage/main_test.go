package storage_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain draws fewer random dossiers than rapid would by itself, since each is imported twice into three databases:
// 10, and 5 under -short, which is how the race detector runs. A number given with -rapid.checks wins.
func TestMain(m *testing.M) {
	flag.Parse()
	checks := "10"
	if testing.Short() {
		checks = "5"
	}
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		if err := flag.Set("rapid.checks", checks); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
