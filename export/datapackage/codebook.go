package datapackage

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"pourparler/docs"
	"pourparler/domain"
	"pourparler/domain/table"
)

// link is a link of the manual to another of its pages, which is not in the package.
var link = regexp.MustCompile(`\[([^\]]+)\]\([^):]+\)`)

// codebook is CODEBOOK.md: how to read a cell and what the words mean, as in the manual, and then every column of every
// table of the package.
func codebook(d *domain.Dossier, files []written) ([]byte, error) {
	manual, err := fs.ReadFile(docs.Files, "codebook.md")
	if err != nil {
		return nil, err
	}
	_, words, _ := strings.Cut(string(manual), "\n## ")
	words, _, _ = strings.Cut("## "+words, "\n## Tables\n")
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Codebook of %s\n\n", d.Title)
	b.WriteString("What the tables of this package hold, column by column, and what their words mean.\n\n")
	b.WriteString(link.ReplaceAllString(words, "$1"))
	b.WriteString("\n## Tables\n")
	for _, f := range files {
		f.describeColumns(&b)
	}
	return b.Bytes(), nil
}

func (f written) describeColumns(b *bytes.Buffer) {
	fmt.Fprintf(b, "\n### %s\n\n%s. %s\n", f.Name, f.Title, f.Row)
	if len(f.key) > 0 {
		fmt.Fprintf(b, "Rows are told apart by %s.\n", strings.Join(code(f.key), ", "))
	}
	b.WriteString("\n| column | type | values | meaning |\n| --- | --- | --- | --- |\n")
	for _, c := range f.Columns {
		values := strings.Join(code(c.Values), ", ")
		if target := f.refers[c.Name]; target != "" {
			values = "as in `" + target + "`"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", c.Name, f.typeWords(c), values, strings.ReplaceAll(f.meaning(c), "|", `\|`))
	}
}

func (f written) typeWords(c table.Column) string {
	words := string(c.Type)
	if c.List {
		words += ", several"
	}
	if c.Needed {
		words += ", never empty"
	}
	return words
}

func code(words []string) []string {
	quoted := slices.Clone(words)
	for i, w := range quoted {
		quoted[i] = "`" + w + "`"
	}
	return quoted
}
