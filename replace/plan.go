package replace

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"pourparler/domain"
)

// plan says how the files of a folder are replaced one by one. It and they are on the disk before the first is moved.
type plan struct {
	New  []string // in the folder "ready", unless they are in their place already
	Gone []string // removed
}

// Unfinished reports whether the files of a folder are being moved one by one, or were when the program was killed: some may be
// of another release. The next run that writes there completes it.
func Unfinished(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, unfinished, readyName))
	return err == nil
}

// move replaces the files of a folder one by one.
func (p *Place) move(fresh, own []string) error {
	work := p.inside()
	if p.work[work] == nil {
		if err := p.moveIn(work); err != nil {
			return err
		}
	}
	names := set(fresh)
	gone := slices.DeleteFunc(slices.Clone(own), func(name string) bool { return names[name] })
	text, err := json.Marshal(plan{fresh, gone})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(work, planName), text, 0o600); err != nil {
		return err
	}
	if err := syncAll(work, []string{planName}); err != nil {
		return err
	}
	if err := os.Rename(p.New, filepath.Join(work, readyName)); err != nil {
		return err
	}
	if err := syncFolder(work); err != nil {
		return err
	}
	err = follow(p.Path)
	if errors.Is(err, errHalf) { // the plan is for the next run
		unlock(p.work[work])
		delete(p.work, work)
	}
	return err
}

// errHalf is the error of a plan that could neither be carried out nor be undone.
var errHalf = errors.New("some files may be of another release: run it again to complete that")

// moveIn moves the new folder from beside its place into it, or copies it to another file system.
func (p *Place) moveIn(work string) error {
	written := p.New
	if err := p.claim(work); err != nil {
		return err
	}
	if os.Rename(written, p.New) == nil {
		return nil
	}
	if err := os.CopyFS(p.New, os.DirFS(written)); err != nil {
		return err
	}
	names, err := Files(p.New)
	if err != nil {
		return err
	}
	return syncAll(p.New, names)
}

// complete completes the plan of a run that was killed in a folder, or removes what it left there.
func complete(dir string) error {
	work := filepath.Join(dir, unfinished)
	if info, err := os.Lstat(work); err != nil || !info.IsDir() {
		return nil
	}
	if Unfinished(dir) {
		if err := follow(dir); err != nil {
			return domain.Errorf(domain.Conflict, "a run that was broken off there cannot be completed: %w", err)
		}
	}
	empty(work)
	_ = os.Remove(work)
	return nil
}

// follow moves the files of a plan, and back if one cannot be moved.
func follow(dir string) error {
	root, err := os.OpenRoot(dir) // whoever wrote the plan, nothing outside is moved
	if err != nil {
		return err
	}
	defer root.Close()
	var p plan
	text, err := root.ReadFile(path.Join(unfinished, planName))
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err != nil {
		return err
	}
	for _, name := range append(slices.Clone(p.New), p.Gone...) {
		if !fs.ValidPath(name) {
			return domain.Errorf(domain.Invalid, "its plan has the name %q, which no file has: look at it and remove %s", name,
				filepath.Join(dir, unfinished))
		}
	}
	m := mover{root: root}
	if err := m.all(p); err != nil {
		if undone := m.undo(); undone != nil {
			return errors.Join(err, undone, errHalf)
		}
		return err
	}
	changed := folders(append(p.New, p.Gone...))
	changed["."] = true
	for name := range changed {
		err := syncFolder(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return errors.Join(err, errHalf)
		}
	}
	return nil
}

// mover moves files in a folder and remembers which.
type mover struct {
	root  *os.Root
	moved [][2]string // from, to
}

func (m *mover) all(p plan) error {
	for _, name := range p.New {
		ready := path.Join(unfinished, readyName, name)
		if _, err := m.root.Lstat(ready); errors.Is(err, fs.ErrNotExist) {
			continue // it was moved before the program was killed
		}
		if err := m.aside(name); err != nil {
			return err
		}
		if err := m.move(ready, name); err != nil {
			return err
		}
	}
	for _, name := range p.Gone {
		if err := m.aside(name); err != nil {
			return err
		}
	}
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(folders(p.Gone)))) {
		_ = m.root.Remove(name) // it holds other files if that fails
	}
	return nil
}

// aside moves a file out of its place, if there is one.
func (m *mover) aside(name string) error {
	err := m.move(name, path.Join(unfinished, oldName, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (m *mover) move(from, to string) error {
	if err := m.root.MkdirAll(path.Dir(to), 0o755); err != nil {
		return err
	}
	if err := m.root.Rename(from, to); err != nil {
		return err
	}
	m.moved = append(m.moved, [2]string{from, to})
	return nil
}

// undo moves everything back.
func (m *mover) undo() (err error) {
	for _, moved := range slices.Backward(m.moved) {
		err = errors.Join(err, m.root.Rename(moved[1], moved[0]))
	}
	return err
}
