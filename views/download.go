package views

import "net/url"

// Download is a table that a page offers, as each kind of file.
type Download struct {
	Title string // which table, where a page offers several
	Hint  string
	Files []Link
}

// download offers the table at an address, as it is with a query, as every kind of file.
func download(title, path string, query url.Values, hint string) Download {
	return Download{Title: title, Hint: hint, Files: []Link{
		{Label: "CSV", Href: path + ".csv" + encode(query)},
		{Label: "CSV for Excel", Href: path + ".csv" + encode(with(query, "bom", "1", "safe", "1")),
			Hint: "with a byte order mark, and cells that look like formulas guarded"},
		{Label: "Excel workbook", Href: path + ".xlsx" + encode(query), Hint: "typed columns, with a codebook and where the rows come from"},
		{Label: "JSON", Href: path + ".json" + encode(query), Hint: "typed values, with what each column means and where the rows come from"},
	}}
}

// wholeView offers the table that a page shows a part of.
func wholeView(path string, query url.Values, rows int) []Download {
	which := "all " + itoa(rows) + " rows"
	if rows == 1 {
		which = "the only row"
	}
	return []Download{download("", path, query, which+" of this view, every column")}
}
