package main

import (
	"os"
	"strings"
	"testing"

	"pourparler/domain"
)

// TestOutPlaceDevice writes to no device.
func TestOutPlaceDevice(t *testing.T) {
	for name, place := range map[string]func(string) (string, error){"file": outPlace, "folder": outFolder} {
		if got, err := place(os.DevNull); domain.KindOf(err) != domain.Invalid || !strings.Contains(err.Error(), "it is a device and no plain file or folder") {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
