package replace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"pourparler/domain"
)

// Commit puts the new folder in its place, and returns once that is on the disk. Of what stands there, the files named own are
// removed or replaced, or those of the new names if own is nil; all others stay. If one of these, or anything but a plain file,
// has a name that is to be written, the error is of kind Conflict and nothing has changed.
func (p *Place) Commit(own []string) error {
	fresh, err := Files(p.New)
	if err != nil {
		return err
	}
	if own == nil {
		own = fresh
	}
	if err := fits(p.Path, fresh, own); err != nil {
		return err
	}
	if err := syncAll(p.New, fresh); err != nil {
		return err
	}
	if err := p.put(fresh, own); err != nil {
		return fmt.Errorf("cannot write to the folder %s: %w", p.Path, err)
	}
	made := append(p.made, p.Path)
	p.made = nil
	if p.work[p.beside()] == nil { // nothing has changed above the folder
		made = nil
	}
	for _, dir := range made {
		if err := syncFolder(filepath.Dir(dir)); err != nil {
			return err
		}
	}
	p.Abandon()
	return nil
}

// put takes the way to replace a folder that there is: the one, or the other.
func (p *Place) put(fresh, own []string) error {
	if !p.there {
		return os.Rename(p.New, p.Path)
	}
	if p.work[p.beside()] != nil {
		if done, err := p.exchange(append(slices.Clone(own), fresh...)); done {
			return err
		}
	}
	return p.move(fresh, own)
}

// Files returns the names of the files below a folder, with slashes, in order.
func Files(dir string) (names []string, err error) {
	err = filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, at)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	slices.Sort(names)
	return names, err
}

// Vacant reports whether a folder is not there, or holds nothing but what is hidden, such as a repository.
func Vacant(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	return !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name()[0] != '.' }), err
}

// fits returns an error of kind Conflict unless all files can stand in a folder, at most in the place of own ones.
func fits(dir string, fresh, own []string) error {
	ours := set(own)
	for above := range folders(fresh) {
		info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(above)))
		if err == nil && !info.IsDir() {
			return domain.Errorf(domain.Conflict, "%s is no folder and should be one: move it away first", filepath.Join(dir, above))
		}
	}
	for _, name := range fresh {
		at := filepath.Join(dir, filepath.FromSlash(name))
		switch info, err := os.Lstat(at); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		case !info.Mode().IsRegular():
			return domain.Errorf(domain.Conflict, "%s is %s and should be a file: move it away first", at, kindOf(info.Mode()))
		case !ours[name]:
			return domain.Errorf(domain.Conflict, "%s is not ours and would be lost: move it away first", at)
		}
	}
	return nil
}

func set(names []string) map[string]bool {
	all := map[string]bool{}
	for _, name := range names {
		all[name] = true
	}
	return all
}

// folders are the folders in which files are, below the one that they are named from.
func folders(names []string) map[string]bool {
	all := map[string]bool{}
	for _, name := range names {
		for above := path.Dir(name); above != "."; above = path.Dir(above) {
			all[above] = true
		}
	}
	return all
}
