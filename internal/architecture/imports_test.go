// Package architecture holds the table of which package may import which.
package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "pourparler/"

// allowed names, for each package of the product, the packages of the product it may import. Arrows point to domain;
// only handlers know views and export, and only the command knows everything.
var allowed = map[string][]string{
	"domain":             {"domain/edtf"},
	"domain/edtf":        {},
	"domain/fold":        {},
	"domain/table":       {"domain", "domain/edtf", "domain/fold"},
	"domain/compare":     {"domain", "domain/edtf", "domain/form", "domain/table"},
	"domain/form":        {"domain", "domain/edtf"},
	"dossier":            {"domain", "domain/edtf", "domain/form", "replace"},
	"storage":            {"domain", "domain/edtf", "domain/compare", "domain/table", "domain/form"},
	"export":             {"domain", "domain/edtf", "domain/table"},
	"export/cite":        {"domain", "domain/edtf", "domain/form"},
	"cmd/bench":          {"cmd/bench/invented", "domain", "domain/edtf", "storage"},
	"cmd/bench/invented": {"domain", "domain/edtf"},
	"api":                {"domain", "domain/edtf", "domain/compare", "domain/form", "domain/table"},
	"docs":               {},
	"seeds":              {},
	"views":              {"docs", "domain", "domain/edtf", "domain/compare", "domain/table", "export/cite", "views/chart", "views/foreign"},
	"views/chart":        {"domain/edtf", "views/foreign"},
	"views/foreign":      {},
	"handlers":           {"api", "domain", "domain/edtf", "domain/compare", "domain/form", "domain/table", "export", "export/cite", "export/datapackage", "views"},
	"cmd/pourparler": {"docs", "domain", "domain/edtf", "domain/compare", "domain/table", "dossier", "export", "export/datapackage",
		"handlers", "publish", "replace", "seeds", "storage", "views"},
	"publish": {"domain", "domain/compare", "domain/table", "replace"},
	"replace": {"domain"},

	"export/datapackage": {"docs", "domain", "domain/edtf", "domain/compare", "domain/form", "domain/table", "export"},
}

// sole names the libraries that only one package may import.
var sole = map[string]string{
	"go.yaml.in/yaml":            "dossier",
	"gorm.io/":                   "storage",
	"github.com/pressly/goose":   "storage",
	"modernc.org/sqlite":         "storage",
	"github.com/jackc/pgx":       "storage",
	"github.com/RoaringBitmap":   "storage",
	"github.com/labstack/echo":   "handlers",
	"github.com/klauspost":       "handlers",
	"github.com/alecthomas/kong": "cmd/pourparler",
	"github.com/yuin/goldmark":   "views",
	"html/template":              "views",
	"golang.org/x/net":           "publish",
	"golang.org/x/text":          "domain/fold",
	"golang.org/x/sys":           "replace",
	"github.com/xuri/excelize":   "tests alone",
}

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	for dir, imports := range imports(t, "../..") {
		seen[dir] = true
		if strings.HasPrefix(dir, "internal/") {
			continue // helpers of tests, which no package but tests imports
		}
		may, known := allowed[dir]
		if !known {
			t.Errorf("package %s is not in the table: say what it may import", dir)
		}
		for _, path := range imports {
			checkImport(t, dir, path, may)
		}
	}
	for dir := range allowed {
		if !seen[dir] {
			t.Errorf("the table names %s, which does not exist", dir)
		}
	}
}

func checkImport(t *testing.T, dir, path string, may []string) {
	t.Helper()
	if own, ok := strings.CutPrefix(path, module); ok && !slices.Contains(may, own) {
		t.Errorf("%s imports %s, which the table does not allow", dir, own)
	}
	known := false
	for prefix, owner := range sole {
		if !strings.HasPrefix(path, prefix) {
			continue
		}
		if known = true; dir != owner {
			t.Errorf("%s imports %s, which only %s may", dir, path, owner)
		}
	}
	if foreign := strings.Contains(strings.Split(path, "/")[0], "."); foreign && !known {
		t.Errorf("%s imports %s, which is not in the table: say which package may", dir, path)
	}
	if strings.HasPrefix(dir, "domain") && strings.Contains(strings.Split(path, "/")[0], ".") && dir != "domain/fold" {
		t.Errorf("%s imports %s: domain uses the standard library only", dir, path)
	}
}

// imports returns, for each folder below root with Go files, what those that are not tests import.
func imports(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != root || d.Name() == "node_modules" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		dir = filepath.ToSlash(dir)
		found[dir] = append(found[dir], paths(t, file.Imports)...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func paths(t *testing.T, specs []*ast.ImportSpec) []string {
	t.Helper()
	var all []string
	for _, spec := range specs {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, path)
	}
	return all
}

// TestLibraries wants each library that go.mod asks for to be told of in the decisions.
func TestLibraries(t *testing.T) {
	page, err := os.ReadFile("../../docs/decisions/libraries.md")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	_, required, _ := strings.Cut(string(mod), "\nrequire (\n")
	required, _, _ = strings.Cut(required, "\n)\n")
	for line := range strings.Lines(required) {
		if strings.Contains(line, "// indirect") {
			continue
		}
		name := strings.TrimPrefix(strings.Fields(line)[0], "github.com/")
		name = version.ReplaceAllString(name, "")
		if !strings.Contains(string(page), name) {
			t.Errorf("docs/decisions/libraries.md does not name %s", name)
		}
	}
}

// version is the end of the path of a module from its second version on.
var version = regexp.MustCompile(`/v[0-9]+$`)
