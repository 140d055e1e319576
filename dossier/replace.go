package dossier

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pourparler/domain"
)

// parents makes the folders above a folder and returns those that were not there, the uppermost
// first.
func parents(dir string) (made []string, err error) {
	above := filepath.Dir(dir)
	for at := above; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append([]string{at}, made...)
	}
	if err := os.MkdirAll(above, 0o755); err != nil {
		unmake(made)
		return nil, err
	}
	return made, nil
}

// unmake removes folders that were made, if they are empty, the lowest first.
func unmake(made []string) {
	for _, dir := range slices.Backward(made) {
		_ = os.Remove(dir) // what cannot be removed is no longer only ours
	}
}

// replace writes the files beside the folder and puts them in place.
func replace(dir string, files []File) (err error) {
	temp, err := os.MkdirTemp(filepath.Dir(dir), beside(dir)+"*")
	if err != nil {
		return err
	}
	fresh, old := filepath.Join(temp, "new"), filepath.Join(temp, "old")
	defer func() { discard(temp, err) }()
	sweep(dir, temp)
	if err := os.Mkdir(fresh, 0o755); err != nil {
		return err
	}
	if err := writeFiles(fresh, files); err != nil {
		return err
	}
	if !wholly(dir, files) {
		return moveFiles(fresh, dir, old, files)
	}
	return swap(fresh, dir, old)
}

// discard removes what stood beside the folder. After a failure it leaves predecessors that could not
// be put back.
func discard(temp string, failure error) {
	if failure == nil {
		_ = os.RemoveAll(temp) // the next export sweeps what is left
		return
	}
	_ = os.RemoveAll(filepath.Join(temp, "new"))
	for _, name := range []string{"old/documents", "old", "."} {
		_ = os.Remove(filepath.Join(temp, filepath.FromSlash(name)))
	}
}

// beside is how the names of folders begin that stand beside a folder while it is written.
func beside(dir string) string { return "." + filepath.Base(dir) + "-export-" }

// abandoned is how old what stands beside a folder is when no export can still be at it.
const abandoned = time.Hour

// sweep removes what exports that were killed have left beside a folder. It holds no file that is
// not also in the folder or in its place: see swap.
func sweep(dir, temp string) {
	now, err := os.Stat(temp)
	if err != nil {
		return
	}
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		return
	}
	for _, entry := range entries {
		path := filepath.Join(filepath.Dir(dir), entry.Name())
		info, err := entry.Info()
		if err != nil || !entry.IsDir() || !strings.HasPrefix(entry.Name(), beside(dir)) || now.ModTime().Sub(info.ModTime()) < abandoned {
			continue
		}
		if _, err := os.Stat(filepath.Join(path, "old")); errors.Is(err, fs.ErrNotExist) {
			_ = os.RemoveAll(path) // it will be tried again
		}
	}
}

// wholly reports whether a folder can be replaced as a whole: nothing is in it but files of the
// dossier, and nobody stands in it.
func wholly(dir string, files []File) bool {
	if here, err := os.Getwd(); err != nil || here == dir || strings.HasPrefix(here, dir+string(filepath.Separator)) {
		return false
	}
	only := true
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		own := name == "." || name == "documents" || slices.ContainsFunc(files, func(f File) bool { return f.Name == name })
		only = only && own && (entry.IsDir() || entry.Type().IsRegular())
		return err
	})
	return only && err == nil || errors.Is(err, fs.ErrNotExist)
}

// swap puts a folder in the place of another, which it moves aside, or back if that fails.
func swap(fresh, dir, old string) error {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, dir)
	}
	if err != nil {
		return err
	}
	if err := os.Chmod(fresh, info.Mode().Perm()); err != nil {
		return err
	}
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return nil
}

// moveFiles puts each file in the place of its predecessor, which it moves aside. If one cannot be
// put there, all that were are taken away again and their predecessors put back.
func moveFiles(fresh, dir, old string, files []File) (err error) {
	if err := os.MkdirAll(filepath.Join(old, "documents"), 0o755); err != nil {
		return err
	}
	var undo []func() error
	defer func() {
		if err == nil {
			return
		}
		for _, back := range slices.Backward(undo) {
			err = errors.Join(err, back())
		}
	}()
	documents := filepath.Join(dir, "documents")
	switch err := os.Mkdir(documents, 0o755); {
	case err == nil:
		undo = append(undo, func() error { return os.Remove(documents) })
	case !errors.Is(err, fs.ErrExist):
		return err
	}
	for _, f := range files {
		name := filepath.FromSlash(f.Name)
		place, aside := filepath.Join(dir, name), filepath.Join(old, name)
		moved, err := moveAside(place, aside)
		if err != nil {
			return err
		}
		if moved {
			undo = append(undo, func() error { return os.Rename(aside, place) })
		}
		if err := os.Rename(filepath.Join(fresh, name), place); err != nil {
			return err
		}
		undo = append(undo, func() error { return os.Remove(place) })
	}
	return nil
}

// moveAside moves a file, if there is one.
func moveAside(place, aside string) (moved bool, err error) {
	info, err := os.Lstat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !info.Mode().IsRegular():
		return false, domain.Errorf(domain.Conflict, "%s is a folder and should be a file: move it away", filepath.Base(place))
	}
	return true, os.Rename(place, aside)
}
