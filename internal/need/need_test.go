package need_test

import (
	"os"
	"path/filepath"
	"testing"

	"pourparler/internal/need"
)

// verdict is what a test that lacks something ended as.
type verdict struct {
	testing.TB
	skipped, failed bool
}

func (v *verdict) Helper()               {}
func (v *verdict) Skipf(string, ...any)  { v.skipped = true }
func (v *verdict) Fatalf(string, ...any) { v.failed = true }

func TestMissing(t *testing.T) {
	tests := []struct {
		ci              string
		skipped, failed bool
	}{
		{ci: "", skipped: true},
		{ci: "false", skipped: true},
		{ci: "true", failed: true},
	}
	for _, tt := range tests {
		t.Run("CI="+tt.ci, func(t *testing.T) {
			t.Setenv("CI", tt.ci)
			v := &verdict{TB: t}
			need.Missing(v, "a thing")
			if v.skipped != tt.skipped || v.failed != tt.failed {
				t.Errorf("Missing: skipped %v, failed %v, want %v, %v",
					v.skipped, v.failed, tt.skipped, tt.failed)
			}
		})
	}
}

func TestPresent(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(need.Modules, dir)
	t.Setenv("PATH", dir)
	program := filepath.Join(dir, "second")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}

	if got := need.Variable(t, need.Modules); got != dir {
		t.Errorf("Variable = %q, want %q", got, dir)
	}
	if got := need.Program(t, "first", "second"); got != program {
		t.Errorf("Program = %q, want %q", got, program)
	}
	if got := need.ModuleFile(t, "second"); got != program {
		t.Errorf("ModuleFile = %q, want %q", got, program)
	}
}

func TestAbsent(t *testing.T) {
	t.Setenv("CI", "")
	t.Setenv("PATH", t.TempDir())
	t.Setenv(need.Modules, t.TempDir())
	tests := map[string]func(testing.TB){
		"program": func(tb testing.TB) { need.Program(tb, "first", "second") },
		"file":    func(tb testing.TB) { need.ModuleFile(tb, "axe-core/axe.min.js") },
		"variable": func(tb testing.TB) {
			t.Setenv(need.Modules, "")
			need.Variable(tb, need.Modules)
		},
	}
	for name, lack := range tests {
		t.Run(name, func(t *testing.T) {
			v := &verdict{TB: t}
			lack(v)
			if !v.skipped {
				t.Error("not skipped, want skipped")
			}
		})
	}
}
