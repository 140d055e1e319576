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
	_, err := fmt.Fprintln(c.out, "pourparler "+described())
	return err
}

// described returns the version with the commit, where the build knows it.
func described() string {
	commit := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				commit = " " + s.Value[:min(12, len(s.Value))]
			}
		}
	}
	return version + commit
}
