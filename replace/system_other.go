//go:build !linux && !darwin

package replace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// exchanges says that the system has no exchange of folders, so that nothing is linked.
const exchanges = false

func exchange(_, _ string) error { return errors.ErrUnsupported }

func link(_, _ string) error { return errors.ErrUnsupported }

func like(_ fs.FileInfo, _, _ string) error { return errors.ErrUnsupported }

// lock locks a folder by a file in it, which cannot be removed while a program has it open.
func lock(dir string) (*os.File, error) {
	path := filepath.Join(dir, ".pourparler-lock")
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errBusy
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, errBusy
	}
	return f, err
}

// lockNew makes a folder, unless it is there, and locks it.
func lockNew(dir string) (*os.File, error) {
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return lock(dir)
}

func unlock(f *os.File) {
	f.Close()
	_ = os.Remove(f.Name())
}

// syncFolder does nothing: the system brings names to the disk by itself.
func syncFolder(string) error { return nil }
