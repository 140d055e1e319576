package replace

import (
	"io/fs"
	"os"
	"path/filepath"

	"pourparler/domain"
)

// mostLinks is how many symbolic links may lead to one another.
const mostLinks = 40

// resolve returns where something is written that is to have that path: where symbolic links lead, so that they stay, even
// to what is not there yet. What is no plain file nor a folder would be lost, and is an error of kind Invalid.
func resolve(path string) (string, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return "", domain.Errorf(domain.Invalid, "cannot write to %s: it is %s and no plain file or folder: name another with --out",
			path, kindOf(info.Mode()))
	}
	place := filepath.Clean(path) // a slash at the end would lead through the link
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

// kindOf says what it is that is no plain file.
func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}
