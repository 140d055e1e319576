package dossier

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"pourparler/domain"
)

// ReadDir returns the dossier in a folder, as [Read] does; nothing outside the folder is read,
// whatever links say. The error is of kind [domain.NotFound] if there is no such folder.
func ReadDir(dir string) (*domain.Dossier, error) {
	if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, domain.Errorf(domain.NotFound, "no folder %q: name the folder that holds dossier.yaml", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, domain.Errorf(domain.Invalid, "the folder of the dossier cannot be opened: %w", err)
	}
	defer root.Close()
	return Read(root.FS())
}

// WriteDir writes the files of a dossier into a folder, which is made if there is none. All are
// first written beside the folder. If it holds nothing else than this dossier, or nothing, the new
// folder then takes its place as a whole; else each file takes the place of its predecessor, nothing
// else in the folder is touched, and if one cannot, all are put back. A failure leaves the folder as
// it was and nothing beside it. The error is of kind [domain.Conflict] where the result would not be
// a dossier: for a folder that holds files but no dossier.yaml, and for one with further YAML files,
// files that have no place beside them, or symbolic links.
func WriteDir(dir string, d *domain.Dossier) (err error) {
	files, err := Write(d)
	if err != nil {
		return err
	}
	defer domain.Wrap(&err, "dossier.WriteDir(%q)", dir)
	if target, err := filepath.EvalSymlinks(dir); err == nil {
		dir = target
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return err
	}
	if err := vacant(dir, files); err != nil {
		return err
	}
	made, err := parents(dir)
	if err != nil {
		return err
	}
	if err := replace(dir, files); err != nil {
		unmake(made)
		return err
	}
	return nil
}

func writeFiles(dir string, files []File) error {
	if err := os.Mkdir(filepath.Join(dir, "documents"), 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// vacant returns an error unless the folder would be this dossier and no more once the files are
// in it.
func vacant(dir string, files []File) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	r := &reading{}
	present := r.files(os.DirFS(dir))
	if !slices.Contains(present, "dossier.yaml") {
		return domain.Errorf(domain.Conflict, "the folder is not empty and holds no dossier: name another")
	}
	if len(r.problems) > 0 {
		return domain.Errorf(domain.Conflict, "the folder cannot be written to: %s", r.problems[0])
	}
	for _, name := range present {
		if !slices.ContainsFunc(files, func(f File) bool { return f.Name == name }) {
			return domain.Errorf(domain.Conflict, "%s is no part of this dossier but would be read with it: move it away", name)
		}
	}
	return nil
}
