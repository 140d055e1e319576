package handlers

import (
	"maps"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/views"
)

// Tables returns the names of all tables in addresses, for the test that looks for them in the guide.
func Tables() []string {
	return slices.Sorted(slices.Values(slices.AppendSeq(slices.Collect(maps.Keys(registers())), maps.Keys(computations))))
}

// Operations returns what is described of the read interface.
func Operations() []api.Operation { return (&server{}).operations() }

// Paths returns all addresses as the router has them.
func Paths() (paths []string) {
	e := echo.New()
	(&server{copy: &views.Copy{}}).routes(e)
	for _, r := range e.Routes() {
		if r.Method == "GET" {
			paths = append(paths, r.Path)
		}
	}
	return paths
}

// ParameterNames returns the names of all parameters that some page, file or answer takes.
func ParameterNames() []string {
	names := map[string]bool{}
	for _, o := range append(Operations(), ofSheets) {
		for _, p := range o.Params {
			names[p.Name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// InterfacePaths returns the paths below /api that are routed, as descriptions write them, without those that only say
// that nothing is there.
func InterfacePaths() []string {
	e := echo.New()
	s := &server{}
	s.routes(e)
	var paths []string
	for _, r := range e.Routes() {
		path := described(r.Path)
		if strings.HasPrefix(path, api.Root) && r.Method == "GET" {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

func described(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		if name, ok := strings.CutPrefix(part, ":"); ok {
			parts[i] = "{" + name + "}"
		}
	}
	return strings.Join(parts, "/")
}

// MostDownloads is how many files are sent at once.
const MostDownloads = mostDownloads

// MostRequests is how many requests are under way at once.
const MostRequests = mostRequests
