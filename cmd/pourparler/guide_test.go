package main

import (
	"io/fs"
	"net"
	"regexp"
	"slices"
	"testing"

	"github.com/alecthomas/kong"

	"pourparler/docs"
)

var (
	writtenFlag    = regexp.MustCompile(`--([a-z][a-z-]*)`)
	writtenCommand = regexp.MustCompile("(?m)^ {4}pourparler ([a-z]+)|^\\| `([a-z]+)[ `]")
)

// TestGuide wants every command and flag to be in the guide, and every one that the guide names to exist.
func TestGuide(t *testing.T) {
	text, err := fs.ReadFile(docs.Files, "guide.md")
	if err != nil {
		t.Fatal(err)
	}
	model, err := kong.New(&commands{})
	if err != nil {
		t.Fatal(err)
	}
	var names, flags []string
	for _, node := range append(model.Model.Children, model.Model.Node) {
		if node.Type == kong.CommandNode {
			names = append(names, node.Name)
		}
		for _, f := range node.Flags {
			if f.Name != "help" {
				flags = append(flags, f.Name)
			}
		}
	}
	sameNames(t, "command", names, matches(writtenCommand, text))
	sameNames(t, "flag", flags, matches(writtenFlag, text))
}

func matches(pattern *regexp.Regexp, text []byte) []string {
	var all []string
	for _, m := range pattern.FindAllSubmatch(text, -1) {
		for _, group := range m[1:] {
			if len(group) > 0 {
				all = append(all, string(group))
			}
		}
	}
	return all
}

func sameNames(t *testing.T, what string, there, written []string) {
	t.Helper()
	if len(there) == 0 {
		t.Fatalf("there is no %s", what)
	}
	for _, name := range there {
		if !slices.Contains(written, name) {
			t.Errorf("the guide does not name the %s %s", what, name)
		}
	}
	for _, name := range written {
		if !slices.Contains(there, name) {
			t.Errorf("the guide names the %s %s, which does not exist", what, name)
		}
	}
}

// TestThisMachineOnly wants the address that serve takes by itself to be one that no other machine reaches.
func TestThisMachineOnly(t *testing.T) {
	model, err := kong.New(&commands{})
	if err != nil {
		t.Fatal(err)
	}
	for _, node := range model.Model.Children {
		for _, f := range node.Flags {
			if f.Name != "addr" {
				continue
			}
			host, _, err := net.SplitHostPort(f.Default)
			if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsLoopback() {
				t.Errorf("%s listens on %q by default (%v), want a loopback address", node.Name, f.Default, err)
			}
			return
		}
	}
	t.Error("no command has --addr")
}
