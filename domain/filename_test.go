package domain_test

import (
	"testing"

	"pourparler/domain"
)

// TestPortableName holds names of files to what Windows takes.
func TestPortableName(t *testing.T) {
	for name, want := range map[string]string{
		"con": "con_", "PRN": "PRN_", "Aux": "Aux_", "nul": "nul_", "com1": "com1_", "LPT9": "LPT9_", "com0": "com0_", "com²": "com²_",
		"conin$": "conin$_", "con.csv": "con_.csv", "Aux.csl.json": "Aux_.csl.json", "con .tar": "con _.tar",
		"": "", "com": "com", "com10": "com10", "con-1": "con-1", "console": "console", "lpt": "lpt", "cpsu": "cpsu", "comx": "comx",
	} {
		if got := domain.PortableName(name); got != want {
			t.Errorf("PortableName(%q) = %q, want %q", name, got, want)
		} else if domain.IsDevice(got) {
			t.Errorf("IsDevice(%q) = true", got)
		}
	}
}
