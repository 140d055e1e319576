package datapackage_test

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/internal/need"
)

// profiles is the environment variable that names a folder with the published profiles of version 2 of the standard
// (datapackage.json, dataresource.json, tableschema.json, tabledialect.json), which no npm package has yet.
const profiles = "POURPARLER_DATAPACKAGE_PROFILES"

// refused asks the npm packages datapackage, tableschema and cffjs what they have against the files of a package.
func refused(t *testing.T, files map[string][]byte) string {
	t.Helper()
	modules := need.Variable(t, need.Modules)
	for _, name := range []string{"datapackage", "tableschema", "cffjs"} {
		need.ModuleFile(t, name+"/package.json")
	}
	dir := unpacked(t, files)
	cmd := exec.CommandContext(t.Context(), need.Program(t, "node"), "testdata/validate.mjs", absolute(t, modules), dir, os.Getenv(profiles))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("validate.mjs: %v\n%s", err, out)
	}
	return string(out)
}

// TestOthersAccept has programs of others read the package: its descriptor against the published profile, every row
// against its schema, every key, and CITATION.cff.
func TestOthersAccept(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		if got := refused(t, files); got != "" {
			t.Errorf("the package is refused:\n%s", got)
		}
	})
}

// TestOthersRefuse breaks the package in ways that they must notice, or else the test above could not fail.
func TestOthersRefuse(t *testing.T) {
	tests := []struct{ name, file, old, new, want string }{
		{"a descriptor without a name", "datapackage.json", `"name": "harbour",`, `"name": "The Harbour",`, "descriptor: "},
		{"a word that is not allowed", "tables/proposals.csv", ",invites,", ",begs,", "proposals: "},
		{"a key to nothing", "tables/responses.csv", ",conference,", ",nothing,", "responses: "},
		{"a day that is none", "tables/proposals.csv", ",1921-03-01,1921-03-01,", ",1921-03-01,1921-02-30,", "proposals: "},
		{"a citation without authors", "CITATION.cff", "authors:", "writers:", "CITATION.cff: "},
	}
	_, whole := packed(t, harbour(t))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files := map[string][]byte{}
			for name, data := range whole {
				files[name] = data
			}
			files[tt.file] = bytes.Replace(files[tt.file], []byte(tt.old), []byte(tt.new), 1)
			if bytes.Equal(files[tt.file], whole[tt.file]) {
				t.Fatalf("%s has no %q", tt.file, tt.old)
			}
			if got := refused(t, files); !strings.HasPrefix(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}
