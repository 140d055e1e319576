//go:build linux || darwin

package replace

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// exchanges says whether the system has an exchange of folders. File systems may lack it nevertheless.
const exchanges = true

// patience is how often a folder is locked anew that is replaced meanwhile.
const patience = 100

// lock locks a folder until it is closed or the program ends, or returns errBusy. File systems that know no locks have none.
func lock(dir string) (*os.File, error) {
	for range patience {
		f, err := os.Open(dir)
		if err != nil {
			return nil, err
		}
		if errors.Is(unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB), unix.EWOULDBLOCK) {
			f.Close()
			return nil, errBusy
		}
		if info, err := f.Stat(); err == nil && same(dir, info) {
			return f, nil
		}
		f.Close()
	}
	return nil, errBusy
}

// lockNew makes a folder, unless it is there, and locks it.
func lockNew(dir string) (*os.File, error) {
	for range patience {
		if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if f, err := lock(dir); !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, errBusy
}

func unlock(f *os.File) { f.Close() }

// link gives a file a second name; a symbolic link is a file of its own.
func link(from, to string) error {
	return unix.Linkat(unix.AT_FDCWD, from, unix.AT_FDCWD, to, 0)
}

// like gives a folder the owner, the rights and the attributes of another.
func like(info fs.FileInfo, from, to string) error {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		if err := os.Lchown(to, int(stat.Uid), int(stat.Gid)); err != nil {
			return err
		}
	}
	if err := os.Chmod(to, info.Mode()); err != nil {
		return err
	}
	return copyAttributes(from, to)
}

// mostAttributes is how many bytes the names of the attributes of a folder have, and the value of each.
const mostAttributes = 1 << 16

// copyAttributes copies extended attributes, among which are lists of who may do what. Those that the system itself sets are
// none of ours.
func copyAttributes(from, to string) error {
	names, value := make([]byte, mostAttributes), make([]byte, mostAttributes)
	n, err := unix.Listxattr(from, names)
	if errors.Is(err, unix.ENOTSUP) {
		return nil
	}
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(string(names[:n]), "\x00") {
		if name == "" || strings.HasPrefix(name, "security.") || name == "com.apple.provenance" {
			continue
		}
		size, err := unix.Getxattr(from, name, value)
		if err != nil {
			return err
		}
		if err := unix.Setxattr(to, name, value[:size], 0); err != nil {
			return err
		}
	}
	return nil
}

// syncFolder brings the names in a folder to the disk, where the file system knows that.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOTSUP) {
		return err
	}
	return nil
}
