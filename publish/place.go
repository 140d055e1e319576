package publish

import (
	"os"
	"path/filepath"
	"strings"

	"pourparler/domain"
	"pourparler/replace"
)

// former returns the files of the older copy that stands in a folder, of which there are none in an empty one. What is no copy
// is an error of kind Conflict.
func former(out string) ([]string, error) {
	if none, err := replace.Vacant(out); none || err != nil {
		return []string{}, err
	}
	text, err := os.ReadFile(filepath.Join(out, markerFile))
	if first, _, _ := strings.Cut(marker, "\n"); err != nil || !strings.HasPrefix(string(text), first+"\n") {
		return nil, domain.Errorf(domain.Conflict, "the folder %s holds something else than a published copy: name another with --out", out)
	}
	files, err := listed(out)
	if err != nil {
		return nil, domain.Errorf(domain.Conflict, "the copy in %s has no list of its files: move it away first", out)
	}
	return files, nil
}
