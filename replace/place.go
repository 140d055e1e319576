// Package replace puts a file or a folder in the place of its predecessor: all of it or nothing, at every moment, whatever
// ends the program. The new one is written aside, brought to the disk, and exchanged with the old one in a single step of
// the file system. Files of others in the folder stay. Where a folder cannot be exchanged, its files are moved by a plan that
// is on the disk before the first is, so that the next run completes it. See docs/decisions/files-on-disk.md.
package replace

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pourparler/domain"
)

// unfinished is how the name of a folder ends in which something is written: beside its place after a dot and the name of
// that, or in it.
const unfinished = ".pourparler-unfinished"

// Place is where a file or a folder belongs, while the new one is written. Nobody else writes there meanwhile.
type Place struct {
	Path string // absolute; symbolic links are followed
	New  string // where the new one is to be made: nothing is there yet

	there bool                // whether a folder is to be replaced
	lock  *os.File            // of Path
	work  map[string]*os.File // folders that are ours, with their locks
	made  []string            // folders above Path that were not there
}

// File writes a file, in place of one of that name if there is one. The error is of kind Invalid if it cannot stand there, and
// of kind Conflict if another run is writing it.
func File(path string, write func(io.Writer) error) (err error) {
	if path, err = resolve(path); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return domain.Errorf(domain.Invalid, "cannot write %s: a folder has that name: move it away first", path)
	}
	p := &Place{Path: path}
	defer p.Abandon()
	if err := p.claim(p.beside()); err != nil {
		return domain.Errorf(kind(err), "cannot write to %s: %w", filepath.Dir(path), err)
	}
	if err := p.Write("", write); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := syncFile(p.New); err != nil {
		return err
	}
	if err := os.Rename(p.New, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// Write writes a file of the new folder, which is made with the folders that the name with slashes has, or the new file if the
// name is empty.
func (p *Place) Write(name string, write func(io.Writer) error) error {
	path := filepath.Join(p.New, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	b := bufio.NewWriterSize(f, 1<<16)
	if err := write(b); err != nil {
		return err
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// Folder prepares that a folder is written, or replaced if it is there, and completes what a run that was killed has begun
// there. The caller makes and fills the folder New, with Write or otherwise, and calls Commit; Abandon when done in any case. The error is of kind
// Invalid if it cannot stand there, and of kind Conflict if something else does or another run is writing it.
func Folder(path string) (p *Place, err error) {
	if path, err = resolve(path); err != nil {
		return nil, err
	}
	p = &Place{}
	p.Path, err = filepath.Abs(path)
	if err != nil || strings.Contains(p.Path, unfinished+string(filepath.Separator)) {
		return nil, domain.Errorf(domain.Invalid, "cannot write to the folder %s: another run has replaced the folder in which this one is: enter it again", path)
	}
	info, err := os.Stat(p.Path)
	if p.there = err == nil; p.there && !info.IsDir() {
		return nil, domain.Errorf(domain.Conflict, "cannot write to the folder %s: it is a file: name another with --out", path)
	}
	if p.made, err = parents(p.Path); err != nil {
		return nil, domain.Errorf(domain.Invalid, "cannot make the folder %s: %w", path, err)
	}
	if err := p.begin(); err != nil {
		p.Abandon()
		return nil, domain.Errorf(kind(err), "cannot write to the folder %s: %w", path, err)
	}
	return p, nil
}

// begin claims the place, and a folder for the work: in the place where it cannot be exchanged, else beside it.
func (p *Place) begin() (err error) {
	if p.there {
		if p.lock, err = lock(p.Path); err != nil {
			return err
		}
		if err := complete(p.Path); err != nil {
			return err
		}
	}
	err = p.claim(p.beside())
	if !p.there || errors.Is(err, errBusy) || err == nil && exchanges && !standsIn(p.Path) {
		return err
	}
	p.release()
	return p.claim(p.inside())
}

// longest is how long a name is that the folder beside it bears; of a longer one it bears the sum.
const longest = 200

func (p *Place) beside() string {
	name := filepath.Base(p.Path)
	if len(name) > longest {
		name = fmt.Sprintf("%x", sha256.Sum256([]byte(name)))
	}
	return filepath.Join(filepath.Dir(p.Path), "."+name+unfinished)
}

func (p *Place) inside() string { return filepath.Join(p.Path, unfinished) }

// standsIn reports whether this program, and so whoever called it, stands in a folder.
func standsIn(dir string) bool {
	info, err := os.Stat(dir)
	if err != nil {
		return false
	}
	at, err := os.Getwd()
	if err == nil {
		at, err = filepath.EvalSymlinks(at)
	}
	for err == nil && !same(at, info) {
		if filepath.Dir(at) == at {
			return false
		}
		at = filepath.Dir(at)
	}
	return true
}

// claim makes a folder for the work, or takes over that of a run that was killed and removes what is in it.
func (p *Place) claim(work string) error {
	if p.work == nil {
		p.work = map[string]*os.File{}
	}
	if info, err := os.Lstat(work); err == nil && !info.IsDir() {
		return domain.Errorf(domain.Conflict, "%s is in the way: move it away first", work)
	}
	held, err := lockNew(work)
	if err != nil {
		return err
	}
	p.work[work] = held
	p.New = filepath.Join(work, newName)
	empty(work)
	return nil
}

// What stands in a folder for the work.
const (
	newName   = "new"   // what is being written, or the old folder after an exchange
	readyName = "ready" // what is to be moved into its place by the plan
	oldName   = "old"   // what has been moved out of its place by the plan
	planName  = "plan"
	keptName  = "kept" // of others; never removed
)

// empty removes from a folder for the work what is surely ours.
func empty(work string) {
	for _, name := range []string{newName, readyName, oldName, planName} {
		removeAll(filepath.Join(work, name))
	}
}

// removeAll removes a folder, also one in which there are folders that are protected from it.
func removeAll(path string) {
	if os.RemoveAll(path) == nil {
		return
	}
	_ = filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			_ = os.Chmod(at, 0o700)
		}
		return nil
	})
	_ = os.RemoveAll(path) // the next run tries it again
}

// Abandon removes what was not put where it belongs, and lets others write there. After Commit it does nothing.
func (p *Place) Abandon() {
	p.release()
	if p.lock != nil {
		unlock(p.lock)
	}
	for _, dir := range slices.Backward(p.made) {
		_ = os.Remove(dir) // what cannot be removed is no longer only ours
	}
	p.lock, p.made = nil, nil
}

// release removes the folders for the work.
func (p *Place) release() {
	for work, held := range p.work {
		empty(work)
		if os.Remove(work) == nil {
			unlock(held)
		} else { // it holds the lock, or something of others
			unlock(held)
			_ = os.Remove(work)
		}
	}
	clear(p.work)
}

// parents makes the folders above a path and returns those that were not there, the uppermost first.
func parents(path string) (made []string, err error) {
	above := filepath.Dir(path)
	for at := above; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = slices.Insert(made, 0, at)
	}
	err = os.MkdirAll(above, 0o755)
	if err != nil {
		(&Place{made: made}).Abandon()
	}
	return made, err
}

// errBusy is the error where another run is writing.
var errBusy = domain.Errorf(domain.Conflict, "another run is writing there: wait until it is done")

// kind is that of an error, or Invalid for those of the system.
func kind(err error) domain.Kind {
	var known *domain.Error
	if errors.As(err, &known) {
		return known.Kind
	}
	return domain.Invalid
}
