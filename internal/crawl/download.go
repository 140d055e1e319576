package crawl

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"path"
	"strings"
)

// formats are the files that a site hands out, with the type that each must
// be served as and what tells whether a body is one.
var formats = []struct {
	ending, media string
	read          func([]byte) error
}{
	{".csv", "text/csv", readCSV},
	{".json", "application/json", readJSON},
	{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", readXLSX},
}

// Downloads returns the files that are not what their name or type says: CSV
// whose records differ in length, JSON that is none, XLSX that does not open.
func (s *Site) Downloads() []Problem {
	var found []Problem
	for _, p := range s.Pages {
		if p.Status != http.StatusOK {
			continue
		}
		if err := p.download(); err != nil {
			found = append(found, Problem{p.Path, err.Error()})
		}
	}
	return found
}

func (p *Page) download() error {
	name, _, _ := strings.Cut(p.Path, "?")
	for _, format := range formats {
		switch {
		case p.Type == format.media:
			return format.read(p.Body)
		case path.Ext(name) == format.ending:
			return fmt.Errorf("served as %s, want %s", p.Type, format.media)
		}
	}
	return nil
}

// readCSV wants a header, and every record as long as it.
func readCSV(body []byte) error {
	body = bytes.TrimPrefix(body, []byte("\uFEFF"))
	records, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		return err
	}
	if len(records) == 0 {
		return errors.New("CSV without a header")
	}
	return nil
}

func readJSON(body []byte) error {
	var value any
	return json.Unmarshal(body, &value)
}

func readXLSX(body []byte) error {
	_, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	return err
}
