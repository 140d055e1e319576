package dossier

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"pourparler/domain"
	"pourparler/replace"
)

// ReadDir returns the dossier in a folder, as [Read] does; nothing outside the folder is read,
// whatever links say. The error is of kind [domain.NotFound] if there is no such folder, and of kind
// [domain.Conflict] if it is being replaced.
func ReadDir(dir string) (*domain.Dossier, error) {
	for range 10 {
		before, err := os.Stat(dir)
		if errors.Is(err, fs.ErrNotExist) || err == nil && !before.IsDir() {
			return nil, domain.Errorf(domain.NotFound, "no folder %q: name the folder that holds dossier.yaml", dir)
		}
		if replace.Unfinished(dir) {
			return nil, domain.Errorf(domain.Conflict, "an export into the folder %q is under way or was broken off, and its files "+
				"are of two releases: let it end, or run it again", dir)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, domain.Errorf(domain.Invalid, "the folder of the dossier cannot be opened: %w", err)
		}
		d, err := Read(root.FS())
		root.Close()
		after, gone := os.Stat(dir)
		if gone == nil && os.SameFile(before, after) && before.ModTime().Equal(after.ModTime()) {
			return d, err
		}
	}
	return nil, domain.Errorf(domain.Conflict, "the folder %q changes while it is read: try again once that is done", dir)
}

// WriteDir writes the files of a dossier into a folder, which is made if there is none: all or, on an error, none, and nothing
// else in the folder is touched (see package replace). The error is of kind [domain.Conflict] where the result would not be
// a dossier: for a folder that holds files but no dossier.yaml, and for one with further YAML files, files that have no place
// beside them, or symbolic links; and while somebody else writes there.
func WriteDir(dir string, d *domain.Dossier) (err error) {
	files, err := Write(d)
	if err != nil {
		return err
	}
	defer domain.Wrap(&err, "dossier.WriteDir(%q)", dir)
	place, err := replace.Folder(dir)
	if err != nil {
		return err
	}
	defer place.Abandon()
	if err := vacant(place.Path, files); err != nil {
		return err
	}
	for _, f := range files {
		if err := place.Write(f.Name, func(w io.Writer) error { _, err := w.Write(f.Data); return err }); err != nil {
			return err
		}
	}
	return place.Commit(nil)
}

// vacant returns an error unless the folder would be this dossier and no more once the files are
// in it.
func vacant(dir string, files []File) error {
	if none, err := replace.Vacant(dir); none || err != nil {
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
