package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"pourparler/domain"
)

// aside is a file that is written whole under another name, until it gets its own.
type aside struct{ written, path string }

// writeWhole writes a file under another name first, so that a file that bears its name is whole.
func writeWhole(path string, write func(io.Writer) error) error {
	file, err := writeAside(path, write)
	if err != nil {
		return err
	}
	return takeAll([]aside{file})
}

// takeAll gives files their names, in place of those that had them; none of them if one cannot have its own.
func takeAll(files []aside) error {
	for _, f := range files {
		if info, err := os.Stat(f.path); err == nil && info.IsDir() {
			dropAll(files)
			return domain.Errorf(domain.Invalid, "cannot write %s: a folder has that name: move it away first", f.path)
		}
	}
	for i, f := range files {
		if err := os.Rename(f.written, f.path); err != nil {
			dropAll(files[i:])
			return err
		}
	}
	return nil
}

// dropAll removes files that get no name.
func dropAll(files []aside) {
	for _, f := range files {
		_ = os.Remove(f.written)
	}
}

// writeAside writes the file that is to have that path, or stands where its links lead, under another name in its folder.
func writeAside(path string, write func(io.Writer) error) (file aside, err error) {
	if path, err = outPlace(path); err != nil {
		return file, err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return file, domain.Errorf(domain.Invalid, "cannot write to %s: %w", filepath.Dir(path), err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	b := bufio.NewWriterSize(f, 1<<16)
	if err := write(b); err != nil {
		return file, fmt.Errorf("writing %s: %w", path, err)
	}
	if err := b.Flush(); err != nil {
		return file, fmt.Errorf("writing %s: %w", path, err)
	}
	if err := f.Chmod(0o644); err != nil {
		return file, err
	}
	return aside{f.Name(), path}, f.Close()
}
