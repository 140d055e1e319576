package crawl

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// formats are the files that a site hands out, with the type that each must
// be served as and what tells whether a body is one.
var formats = []struct {
	ending, media string
	read          func([]byte) error
}{
	{".csl.json", "application/vnd.citationstyles.csl+json", readJSON},
	{".bib", "application/x-bibtex", readBibTeX},
	{".ris", "application/x-research-info-systems", readRIS},
	{".csv", "text/csv", readCSV},
	{".json", "application/json", readJSON},
	{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", readXLSX},
}

// Downloads returns the files that are not what their name or type says: CSV
// whose records differ in length, JSON that is none, XLSX that does not open, BibTeX or RIS that does not end.
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
		case strings.HasSuffix(name, format.ending):
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

// readBibTeX wants at least one entry, and braces that match.
func readBibTeX(body []byte) error {
	bare := strings.NewReplacer(`\{`, "", `\}`, "").Replace(string(body))
	if !strings.HasPrefix(bare, "@") || strings.Count(bare, "{") != strings.Count(bare, "}") {
		return errors.New("BibTeX without an entry, or with braces that do not match")
	}
	return nil
}

// readRIS wants as many ends as beginnings, and at least one.
func readRIS(body []byte) error {
	begin, end := bytes.Count(body, []byte("TY  - ")), bytes.Count(body, []byte("\r\nER  - \r\n"))
	if begin == 0 || begin != end {
		return fmt.Errorf("RIS with %d beginnings and %d ends", begin, end)
	}
	return nil
}

func readXLSX(body []byte) error {
	_, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	return err
}
