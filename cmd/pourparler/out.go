package main

import (
	"io/fs"
	"os"
	"path/filepath"

	"pourparler/domain"
)

// stdout is the --out of a file that goes to the standard output.
const stdout = "-"

// mostLinks is how many symbolic links may lead to one another.
const mostLinks = 40

// outPlace returns where something is written that is to have that path: where symbolic links lead, so that they stay, even
// to what is not there yet. What is no plain file nor a folder would be lost, and is an error of kind Invalid.
func outPlace(path string) (string, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return "", domain.Errorf(domain.Invalid, "cannot write to %s: it is %s and no plain file or folder: name another with --out",
			path, kindOf(info.Mode()))
	}
	place := path
	for range mostLinks {
		link, err := os.Readlink(place)
		if err != nil {
			return place, nil
		}
		if !filepath.IsAbs(link) { // as seen from the folder in which the link really stands
			dir, err := filepath.EvalSymlinks(filepath.Dir(place))
			if err != nil {
				return "", domain.Errorf(domain.Invalid, "cannot write to %s: %w", path, err)
			}
			link = filepath.Join(dir, link)
		}
		place = link
	}
	return "", domain.Errorf(domain.Invalid, "cannot write to %s: its symbolic links lead to one another: name another with --out", path)
}

// outFolder is [outPlace] for what has to be a folder.
func outFolder(path string) (string, error) {
	if path == stdout {
		return "", domain.Errorf(domain.Invalid, "only a datapackage can be written to the standard output: name a folder with --out")
	}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		return "", domain.Errorf(domain.Invalid, "cannot write to the folder %s: it is a file: name another with --out", path)
	}
	return outPlace(path)
}

// kindOf says what it is that is no file.
func kindOf(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}
