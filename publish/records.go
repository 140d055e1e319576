package publish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
)

// Record is something that the search finds: a record of a dossier with the address of its page.
type Record struct {
	Kind    string // such as "proposal"
	Title   string
	Words   string // the summary, and every other form of the names
	Address string // of the site, such as /sino-soviet/proposals/x or /sino-soviet/statements#y
}

// recordsFile is where the search page finds the records.
const recordsFile = "copy/records.js"

// recordsAddress is what the search page calls that file. The site does not answer it: only this package knows files.
var recordsAddress = address{path: "/copy/records.js"}

// writeRecords writes the records with links that hold on the search page: a script, since a page that was opened from
// a disk may load scripts and nothing else. A site without the search page needs none.
func (s *site) writeRecords() error {
	search, there := s.known[address{path: "/copy/search"}]
	if !there || search.status != http.StatusOK {
		return nil
	}
	var b bytes.Buffer
	b.WriteString("// kind, title, words, link\nvar pourparlerRecords = [\n")
	for i, r := range s.Records {
		link, err := s.recordLink(search, r)
		if err != nil {
			return err
		}
		line, err := json.Marshal([]string{r.Kind, r.Title, r.Words, link})
		if err != nil {
			return fmt.Errorf("publish: records: %w", err)
		}
		b.Write(line)
		if i < len(s.Records)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("];\n")
	return os.WriteFile(filepath.Join(s.folder, filepath.FromSlash(recordsFile)), b.Bytes(), 0o644)
}

// recordLink is the link from the search page to a record, which has to be in the copy.
func (s *site) recordLink(search *written, r Record) (string, error) {
	page := address{path: "/copy/search"}
	l, err := page.follow(r.Address)
	if err != nil {
		return "", fmt.Errorf("publish: records: %w", err)
	}
	if s.known[l.address] == nil {
		s.problem(page, fmt.Sprintf("no page leads to the record at %q", r.Address))
		return "", nil
	}
	link, _ := s.resolve(page, search, r.Address, false)
	return link, nil
}
