package bench

import (
	"io"
	"strings"
)

// Sample is what several runs measured.
type Sample = sample

// Same compares two CSV files.
func Same(ours, theirs io.Reader) (int, error) { return same(ours, theirs) }

// Printed returns a table in Markdown.
func Printed(title, lead string, head []string, rows ...[]string) string {
	var b strings.Builder
	t := table{title: title, lead: lead, head: head, rows: rows}
	if err := t.print(&b); err != nil {
		return err.Error()
	}
	return b.String()
}

// Addresses returns, by the name of each view, up to n addresses of it in the dossier of a size.
func Addresses(size, n int) map[string][]string {
	all := map[string][]string{}
	for _, v := range append(registerViews, wholeViews...) {
		all[v.name] = v.addresses(database{size: size}, n)
	}
	return all
}
