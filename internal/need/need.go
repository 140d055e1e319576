// Package need says what a test wants from its machine beyond Go. On a
// person's machine a test that lacks something is skipped and says what it
// lacked, so that go test ./... passes with Go alone. Where CI=true a machine
// has promised to have everything, and the same lack is a failure: a check
// that silently does not run is no check.
package need

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Modules is the environment variable that names the folder node_modules with
// the npm packages of package.json.
const Modules = "POURPARLER_NODE_MODULES"

// Missing ends the test, which lacks what reason names: as a failure where
// CI=true, as skipped elsewhere.
func Missing(tb testing.TB, reason string) {
	tb.Helper()
	if os.Getenv("CI") == "true" {
		tb.Fatalf("needs %s, and CI=true says that it is here", reason)
		return
	}
	tb.Skipf("needs %s", reason)
}

// Variable returns the value of an environment variable that must not be empty.
func Variable(tb testing.TB, name string) string {
	tb.Helper()
	value := os.Getenv(name)
	if value == "" {
		Missing(tb, "the environment variable "+name)
	}
	return value
}

// Program returns the path of the first of the named programs that is
// installed; the names are those that systems give to one program.
func Program(tb testing.TB, names ...string) string {
	tb.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	Missing(tb, "the program "+strings.Join(names, " or "))
	return ""
}

// ModuleFile returns the path of a file in the npm packages, named by its path
// below node_modules with slashes.
func ModuleFile(tb testing.TB, name string) string {
	tb.Helper()
	path := filepath.Join(Variable(tb, Modules), filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		Missing(tb, path)
	}
	return path
}
