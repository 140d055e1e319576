package publish

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"pourparler/domain"
)

// written is a file of the copy: what it answers, and what can be linked to in it.
type written struct {
	file       string // with slashes, below the folder of the copy
	media      string
	attachment string // the name under which a reader keeps it
	status     int
	ids        map[string]bool
	bytes      int64
}

// marked reports whether a file is one whose links are rewritten.
func (w *written) marked() bool { return w.media == "text/html" || w.media == "image/svg+xml" }

// site is a crawl under way, and then what it found.
type site struct {
	Config
	folder string // where the files are written
	known  map[address]*written
	taken  map[string]address // by file
	queue  []address
	from   map[address]address // who led to it first

	problems []string
	leftOut  int // links that became words
}

func newSite(c Config, folder string) *site {
	return &site{Config: c, folder: folder, known: map[address]*written{}, taken: map[string]address{}, from: map[address]address{}}
}

// crawl asks for the first page and for everything that it leads to, and writes each answer as it is.
func (s *site) crawl(ctx context.Context) error {
	s.add(address{path: "/"}, address{})
	for i := 0; i < len(s.queue); i++ {
		if err := ctx.Err(); err != nil {
			return domain.Errorf(domain.Invalid, "stopped: nothing was changed")
		}
		a := s.queue[i]
		s.report(i, len(s.queue), a.String())
		if err := s.visit(ctx, a); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) add(a, from address) {
	if _, seen := s.from[a]; seen || !a.published() || a == recordsAddress {
		return
	}
	s.from[a] = from
	s.queue = append(s.queue, a)
}

// visit writes the answer to an address, and queues what it leads to.
func (s *site) visit(ctx context.Context, a address) error {
	w := &written{ids: map[string]bool{}}
	s.known[a] = w
	got, err := ask(ctx, s.Handler, a, func(got *answer) (string, error) {
		w.media, w.attachment = got.media(), got.attachment()
		w.file = a.file(w.media == "text/html")
		return filepath.Join(s.folder, filepath.FromSlash(w.file)), s.take(w.file, a)
	})
	if err != nil {
		return err
	}
	w.status, w.bytes = got.status, got.bytes
	switch {
	case w.status != http.StatusOK:
		return nil
	case w.marked():
		return s.read(a, w)
	case w.media == "text/css":
		return s.readStyle(a, w)
	}
	return nil
}

// take claims a file for an address. File systems that tell no capitals from small letters have one file for both.
func (s *site) take(file string, a address) error {
	if b, there := s.taken[strings.ToLower(file)]; there {
		return domain.Errorf(domain.Internal, "%s and %s would be the one file %s", b, a, file)
	}
	s.taken[strings.ToLower(file)] = a
	return nil
}

// read notes the ids of a page and queues what it links to.
func (s *site) read(a address, w *written) error {
	body, err := os.ReadFile(s.path(w))
	if err != nil {
		return err
	}
	_, err = markup(body, func(t *tag) {
		if id, ok := t.get("id"); ok {
			w.ids[id] = true
		}
		if _, link, ok := t.address(); ok {
			s.addLink(a, link)
		}
	})
	return err
}

// addLink queues what a link leads to; a link that cannot be read is reported when it is rewritten.
func (s *site) addLink(a address, link string) {
	if l, err := a.follow(link); err == nil && l.local {
		s.add(l.address, a)
	}
}

func (s *site) path(w *written) string { return filepath.Join(s.folder, filepath.FromSlash(w.file)) }

func (s *site) report(done, known int, current string) {
	if s.Progress != nil {
		s.Progress(Progress{Done: done, Known: known, Current: current})
	}
}
