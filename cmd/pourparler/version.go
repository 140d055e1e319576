package main

import (
	"fmt"
	"runtime/debug"
)

// version is the version of the program, raised with each release.
const version = "0.1.0"

type versionCommand struct{}

// Run prints the version, and the commit where the build knows it.
func (versionCommand) Run(c *console) error {
	commit := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				commit = " " + s.Value[:min(12, len(s.Value))]
			}
		}
	}
	_, err := fmt.Fprintf(c.out, "pourparler %s%s\n", version, commit)
	return err
}
