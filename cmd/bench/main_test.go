package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"bench": main}) }

// TestScript runs the command with the program built as it builds it.
func TestScript(t *testing.T) {
	program, err := build(t.Context(), t.TempDir(), t.Output())
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PROGRAM", filepath.ToSlash(program))
			return nil
		}})
}
