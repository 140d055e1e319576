package datapackage

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"

	"pourparler/docs"
	"pourparler/domain"
)

// readme is README.md, for whoever unzips the package.
func readme(p Package, files []written) ([]byte, error) {
	lines, err := loading()
	if err != nil {
		return nil, err
	}
	d := p.Index.Dossier
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", d.Title, d.Summary)
	b.WriteString(edition(d))
	b.WriteString(contents)
	if p.SQLite != nil {
		b.WriteString("- `" + sqliteName + "`: the same tables in one SQLite file, for sqlite3, Datasette or a database browser.\n")
	}
	if len(p.Dossier) > 0 {
		b.WriteString("- `dossier/`: the same record as files that a person can read and edit, from which all tables are made.\n")
	}
	b.WriteString(reading)
	b.WriteString(lines)
	b.WriteString("\n## Tables\n\n| file | rows | |\n| --- | ---: | --- |\n")
	for _, f := range files {
		fmt.Fprintf(&b, "| `%s` | %d | %s |\n", f.path(), f.count, f.Row)
	}
	return b.Bytes(), nil
}

// edition says which release it is, under which licence and from which sources.
func edition(d *domain.Dossier) string {
	var b bytes.Buffer
	if d.Release != "" {
		fmt.Fprintf(&b, "Release %s", d.Release)
		if !d.Released.IsZero() {
			fmt.Fprintf(&b, " of %s", d.Released.Humanize())
		}
		b.WriteString(".")
	}
	if d.Licence != "" {
		fmt.Fprintf(&b, " Licence of the record: %s.", d.Licence)
	}
	if d.Source != "" {
		fmt.Fprintf(&b, " Source: %s", d.Source)
	}
	b.WriteString("\n\nTo cite it, see `CITATION.cff`; name the release, since a later one may say more. An id never changes its meaning\n" +
		"from one release to the next; one that was given up stands in the table `retired`, with what took its place.\n")
	return b.String()
}

const contents = `
## What is here

- ` + "`tables/`" + `: every table as CSV (UTF-8, a header row, commas). Begin with ` + "`proposals.csv`" + ` and ` + "`responses.csv`" + `.
- ` + "`datapackage.json`" + `: the columns with their types, allowed words and keys, by the Data Package standard, version 2; the bytes
  and the SHA-256 of every table.
- ` + "`tables/csv-metadata.json`" + `: the same as CSV on the Web (W3C).
- ` + "`CODEBOOK.md`" + `: what every column and every word means, in prose.
- ` + "`CITATION.cff`" + `: how to cite the package.
`

const reading = `
## Reading it

An empty cell means that the text does not say; it never means no, none or zero. Dates are in EDTF (such as ` + "`1964-10?`" + ` or
` + "`1964-06/1964-07`" + `) and are texts; beside them stand the first and last day that they can mean, which are plain dates. Where a
cell has several values, separated by a semicolon and a space, another table has them one a row: the parties of a proposal are in
` + "`proposal-parties.csv`" + `, joined by ` + "`proposal`" + `. Columns that name a record of another table are declared as foreign keys.
`

// loading is the section of the manual with lines for programs, which are run in tests.
func loading() (string, error) {
	manual, err := fs.ReadFile(docs.Files, "data-package.md")
	if err != nil {
		return "", err
	}
	_, section, _ := strings.Cut(string(manual), "\n## Loading it\n")
	section, _, _ = strings.Cut(section, "\n## ")
	return "\n## Loading it\n" + section, nil
}
