package replace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"pourparler/domain"
)

// mostCarried is how many files and folders of others a folder may hold to be exchanged: each gets a second name for a moment.
const mostCarried = 100_000

// exchange puts the new folder in the place of the old one in a single step. All that others have there is in both at that
// moment: their files by hard links. If done is false, nothing has changed and the other way is to be taken.
func (p *Place) exchange(own []string) (done bool, err error) {
	c := carrier{from: p.Path, to: p.New, own: set(own), ours: folders(own), was: map[string]fs.FileInfo{}}
	if err = c.carry(); err == nil {
		err = syncAll(p.New, nil)
	}
	if err == nil {
		err = exchange(p.New, p.Path)
	}
	if err != nil {
		for name := range c.was {
			_ = os.Remove(c.in(c.to, name))
		}
		return false, err
	}
	c.from, c.to = p.New, p.Path // where the old and the new folder are now
	if err := c.settle(); err != nil {
		kept := filepath.Join(p.beside(), keptName)
		return true, errors.Join(os.Rename(p.New, kept),
			domain.Errorf(domain.Internal, "the files are replaced, but some of yours changed meanwhile and are in %s: %w", kept, err))
	}
	return true, nil
}

// carrier gives a new folder what others have in an old one.
type carrier struct {
	from, to string
	own      map[string]bool        // files that are not carried
	ours     map[string]bool        // folders of these, which are made only for files of others in them
	was      map[string]fs.FileInfo // the files that were carried
}

func (c *carrier) in(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }

// each calls a function for each folder and for each file of others in the old folder.
func (c *carrier) each(do func(name string, d fs.DirEntry) error) error {
	return filepath.WalkDir(c.from, func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(c.from, at)
		if name = filepath.ToSlash(name); err != nil || c.own[name] && !d.IsDir() {
			return err
		}
		return do(name, d)
	})
}

// journal finds what SQLite has beside a database that a program has open.
var journal = regexp.MustCompile(`-(wal|shm|journal)$`)

// carry links the files, and makes the folders with what is known of them.
func (c *carrier) carry() error {
	var dirs []string
	err := c.each(func(name string, d fs.DirEntry) error {
		if len(c.was)+len(dirs) > mostCarried {
			return domain.Errorf(domain.Conflict, "it holds more than %d other files", mostCarried)
		}
		if d.IsDir() {
			dirs = append(dirs, name)
			if c.ours[name] {
				return nil
			}
			return os.MkdirAll(c.in(c.to, name), 0o700)
		}
		if journal.MatchString(name) {
			return domain.Errorf(domain.Conflict, "%s is of a database in use, whose files must not come apart for a moment", name)
		}
		return c.link(name)
	})
	if err != nil {
		return err
	}
	for _, name := range slices.Backward(dirs) {
		if _, err := os.Lstat(c.in(c.to, name)); err != nil {
			continue
		}
		if err := c.like(name); err != nil {
			return err
		}
	}
	return nil
}

func (c *carrier) link(name string) error {
	info, err := os.Lstat(c.in(c.from, name))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(c.in(c.to, name)), 0o755); err != nil {
		return err
	}
	c.was[name] = info
	return link(c.in(c.from, name), c.in(c.to, name))
}

// like gives a folder the owner, the rights and the attributes of its predecessor, and if it is one of others its time.
func (c *carrier) like(name string) error {
	from, to := c.in(c.from, name), c.in(c.to, name)
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if err := like(info, from, to); err != nil || name == "." || c.ours[name] {
		return err
	}
	return os.Chtimes(to, time.Time{}, info.ModTime())
}

// settle brings what others did in the old folder, after it was carried and until it was exchanged, into the new one.
func (c *carrier) settle() error {
	for name, was := range c.was {
		_, err := os.Lstat(c.in(c.from, name))
		if errors.Is(err, fs.ErrNotExist) && same(c.in(c.to, name), was) {
			if err := os.Remove(c.in(c.to, name)); err != nil {
				return err
			}
		}
	}
	return c.each(func(name string, d fs.DirEntry) error {
		at, to := c.in(c.from, name), c.in(c.to, name)
		was := c.was[name]
		_, err := os.Lstat(to)
		switch {
		case d.IsDir() && !c.ours[name]:
			return os.MkdirAll(to, 0o755)
		case d.IsDir() || was != nil && same(at, was): // as it was
			return nil
		case err == nil && (was == nil || !same(to, was)): // changed once more since
			return nil
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.Rename(at, to)
	})
}

// same reports whether a path leads to a file that was seen before.
func same(path string, was fs.FileInfo) bool {
	now, err := os.Lstat(path)
	return err == nil && os.SameFile(now, was)
}
