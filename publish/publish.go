package publish

import (
	"context"
	"net/http"

	"pourparler/domain"
	"pourparler/replace"
)

// Config says what to publish and where.
type Config struct {
	Handler  http.Handler
	Records  []Record // what the search finds, with addresses of the site
	Out      string   // folder; it is made, or the files of an older copy in it replaced
	URL      string   // public address that the copy will have, without a slash at its end, or ""
	Progress func(Progress)
}

// Progress is how far the work has come: addresses done of those known so far, which grow, and the current one.
type Progress struct {
	Done    int
	Known   int
	Current string
}

// Summary is what was written.
type Summary struct {
	Files    int
	Pages    int
	Bytes    int64
	Unlinked int // links to what the copy leaves out, which became words
}

// Broken is the error of a copy with links that lead nowhere: a line for each, naming page and link.
type Broken struct{ Lines []string }

// Error counts them.
func (b *Broken) Error() string {
	return "links of the copy lead nowhere, nothing was written"
}

// Write asks the handler for all of the site and writes it to the folder, whole or not at all (see package replace). A folder
// that holds anything but a copy written by this package is left alone, with an error of kind Conflict, unless it is hidden; what
// others added to a copy stays. Links that lead nowhere are an error of kind
// Internal, with a [Broken] in its chain.
func Write(ctx context.Context, c Config) (Summary, error) {
	place, err := replace.Folder(c.Out)
	if err != nil {
		return Summary{}, err
	}
	defer place.Abandon()
	older, err := former(place.Path)
	if err != nil {
		return Summary{}, err
	}
	s := newSite(c, place.New)
	if err := s.crawl(ctx); err != nil {
		return Summary{}, err
	}
	if err := s.rewrite(); err != nil {
		return Summary{}, err
	}
	if err := s.writeRecords(); err != nil {
		return Summary{}, err
	}
	if err := s.writeMissing(); err != nil {
		return Summary{}, err
	}
	if err := s.checkNamed(); err != nil {
		return Summary{}, err
	}
	if len(s.problems) > 0 {
		return Summary{}, domain.Errorf(domain.Internal, "%w", &Broken{s.problems})
	}
	return s.finish(place, older)
}

// finish signs the copy and puts it where it belongs.
func (s *site) finish(p *replace.Place, older []string) (Summary, error) {
	sum := Summary{Unlinked: s.leftOut}
	files, err := sign(p.New)
	if err != nil {
		return sum, err
	}
	sum.Files = len(files) + 1
	for _, f := range files {
		sum.Bytes += f.bytes
	}
	for _, a := range s.queue {
		if s.known[a].media == "text/html" {
			sum.Pages++
		}
	}
	s.report(len(s.queue), len(s.queue), p.Path)
	return sum, p.Commit(older)
}
