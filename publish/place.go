package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"pourparler/domain"
)

// place is a folder to be written: first beside where it belongs, so that what bears its name is always whole.
type place struct {
	out    string // where it belongs
	folder string // where it is written
}

// newPlace makes the folder beside out. What stands at out has to be an older copy with nothing else in it, or nothing.
func newPlace(out string) (*place, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, domain.Errorf(domain.Invalid, "cannot find the folder %s: %w", out, err)
	}
	if err := replaceable(out); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return nil, domain.Errorf(domain.Invalid, "cannot make the folder %s: %w", filepath.Dir(out), err)
	}
	folder, err := os.MkdirTemp(filepath.Dir(out), "."+filepath.Base(out)+"-partial-*")
	if err != nil {
		return nil, domain.Errorf(domain.Invalid, "cannot write beside the folder %s: %w", out, err)
	}
	return &place{out, folder}, os.Chmod(folder, 0o755)
}

// replaceable returns an error of kind Conflict if a folder holds anything that is not of an older copy.
func replaceable(out string) error {
	entries, err := os.ReadDir(out)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0:
		return nil
	case err != nil:
		return domain.Errorf(domain.Conflict, "%s is no folder to write to: %w: name another with --out", out, err)
	}
	text, err := os.ReadFile(filepath.Join(out, markerFile))
	if err != nil || string(text) != marker {
		return domain.Errorf(domain.Conflict, "the folder %s holds something else than a published copy: name another with --out", out)
	}
	ours, err := listed(out)
	if err != nil {
		return domain.Errorf(domain.Conflict, "the copy in %s has no list of its files: move it away first", out)
	}
	names, err := filesBelow(out)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !ours[name] && !slices.Contains(litter, filepath.Base(name)) {
			return domain.Errorf(domain.Conflict, "%s in the folder %s is not of the copy and would be lost: move it away first", name, out)
		}
	}
	return nil
}

// litter is what desktops leave in every folder that they show.
var litter = []string{".DS_Store", "Thumbs.db", "desktop.ini"}

// take puts the folder where it belongs. An older copy is moved aside first and back if that fails.
func (p *place) take() error {
	old := p.folder + "-old"
	moved := os.Rename(p.out, old)
	if moved != nil && !errors.Is(moved, fs.ErrNotExist) {
		return domain.Errorf(domain.Conflict, "cannot move the older copy aside: %w", moved)
	}
	if err := os.Rename(p.folder, p.out); err != nil {
		if moved == nil {
			err = errors.Join(err, os.Rename(old, p.out))
		}
		return domain.Errorf(domain.Conflict, "cannot put the copy at %s: %w", p.out, err)
	}
	return os.RemoveAll(old)
}

// abandon removes what was not put where it belongs.
func (p *place) abandon() { _ = os.RemoveAll(p.folder) }
