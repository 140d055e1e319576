package datapackage

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"time"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/export"
)

// File is a file that goes into the package as it is: its name, with slashes, and what it holds.
type File struct {
	Name string
	Data []byte
}

// Package is what a data package is made of.
type Package struct {
	Index   *domain.Index
	Dossier []File // the dossier's own files, put into the folder dossier; none leaves the folder out
	SQLite  SQLite // writes the tables as one SQLite file; nil leaves it out
}

// FileName returns the name of the zip: the dossier and its release, as in sino-soviet_0.1.0.zip.
func FileName(d *domain.Dossier) string { return export.FileName("zip", d.ID, d.Release) }

// written is a table with what is known of its file once it is in the package.
type written struct {
	packaged
	count   int
	bytes   int64
	sum     string
	strange map[string]bool // columns of days with a year that calendars of other programs do not have
}

// Write writes the package to w as a zip, the tables first, since their descriptions tell their sizes and hashes. Rows
// are made one at a time. After an error what was written is no zip.
func Write(w io.Writer, p Package) error {
	z := &packer{zip: zip.NewWriter(w), when: moment(p.Index.Dossier)}
	var files []written
	for _, t := range tables(p.Index) {
		f, err := z.table(t)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	if err := z.descriptions(p, files); err != nil {
		return err
	}
	if err := z.sqlite(p.SQLite, files); err != nil {
		return err
	}
	for _, f := range p.Dossier {
		if err := z.file("dossier/"+f.Name, f.Data); err != nil {
			return err
		}
	}
	return z.zip.Close()
}

// moment is the time that all files of the zip bear: the day of the release, or the first that a zip can tell.
func moment(d *domain.Dossier) time.Time {
	first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	if when, err := time.Parse(time.DateOnly, releaseDay(d)); err == nil && when.After(first) {
		return when
	}
	return first
}

// packer puts files into a zip.
type packer struct {
	zip  *zip.Writer
	when time.Time
}

func (z *packer) create(name string) (io.Writer, error) {
	return z.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: z.when})
}

func (z *packer) file(name string, data []byte) error {
	w, err := z.create(name)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// table writes one table and tells what came of it.
func (z *packer) table(t packaged) (written, error) {
	f := written{packaged: t, strange: map[string]bool{}}
	w, err := z.create(t.path())
	if err != nil {
		return f, err
	}
	out := newDigest(w)
	f.count, err = export.CSV(out, f.watched(t.StreamOf(t.rows)), export.CSVOptions{})
	f.bytes, f.sum = out.bytes, out.sum()
	return f, err
}

// watched notes on the way which columns of days have one that is not written YYYY-MM-DD.
func (f *written) watched(s table.Stream) table.Stream {
	batches := s.Batches
	if !slices.ContainsFunc(s.Columns, func(c table.Column) bool { return c.Type == table.TypeDay }) {
		return s
	}
	s.Batches = func(yield func([]byte, error) bool) {
		for batch, err := range batches {
			for line := range table.Lines(batch) {
				f.watch(line)
			}
			if !yield(batch, err) {
				return
			}
		}
	}
	return s
}

func (f *written) watch(line []byte) {
	i := 0
	for cell := range table.Cells(line) {
		if c := f.Columns[i]; c.Type == table.TypeDay && len(cell) > 0 && (len(cell) != len(time.DateOnly) || string(cell) < "0001") {
			f.strange[c.Name] = true
		}
		i++
	}
}

// descriptions writes what says what the tables are.
func (z *packer) descriptions(p Package, files []written) error {
	d := p.Index.Dossier
	plain, err := indented(describe(d, files))
	if err != nil {
		return err
	}
	web, err := indented(describeForWeb(d, files))
	if err != nil {
		return err
	}
	book, err := codebook(d, files)
	if err != nil {
		return err
	}
	intro, err := readme(p, files)
	if err != nil {
		return err
	}
	for _, f := range []File{{"datapackage.json", plain}, {folder + "csv-metadata.json", web}, {"CODEBOOK.md", book},
		{"CITATION.cff", citation(d)}, {"README.md", intro}} {
		if err := z.file(f.Name, f.Data); err != nil {
			return err
		}
	}
	return nil
}

func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(v)
	return b.Bytes(), err
}
