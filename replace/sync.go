package replace

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// syncers is how many files are brought to the disk at once, so that the file system can do it for many in one go.
const syncers = 8

// syncAll brings files of a folder to the disk, and then it and all folders in it.
func syncAll(dir string, names []string) error {
	var wait sync.WaitGroup
	errs := make([]error, syncers)
	for n := range errs {
		wait.Go(func() {
			for i := n; i < len(names) && errs[n] == nil; i += syncers {
				errs[n] = syncFile(filepath.Join(dir, filepath.FromSlash(names[i])))
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err // one of them says enough
		}
	}
	return filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return syncFolder(at)
	})
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
