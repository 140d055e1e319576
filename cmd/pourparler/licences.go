package main

import (
	_ "embed"
	"fmt"
)

// licences are the notices that the licences of everything in the program ask for. A test writes the file.
//
//go:embed LICENCES.txt
var licences string

type licencesCommand struct{}

// Run prints the licence of the program and those of all modules in it.
func (licencesCommand) Run(c *console) error {
	_, err := fmt.Fprint(c.out, licences)
	return err
}
