package publish

import (
	"fmt"
	"html"
	"net/url"
	"os"
	"path/filepath"
)

// missingFile is what a host of files shows in the place of a page that is not there, if it is one that has this habit.
const missingFile = "404.html"

// missingPage is that page. It is shown at any address, where links that are relative to its own lead astray, and so it
// needs nothing but itself.
const missingPage = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>There is no such page – Pourparler</title>
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">
</head>
<body>
<main>
<h1>There is no such page</h1>
<p>This copy of the record has no file at that address. A page may be named differently in another release, or the address may have lost a part.</p>
<p><a href="%s">Begin at the first page</a></p>
</main>
</body>
</html>
`

// writeMissing writes the page for what is not there. It leads to the first page by the path that the copy has on its
// public address. Where none is known the link holds beside the first page alone.
func (s *site) writeMissing() error {
	home := "index.html"
	if u, err := url.Parse(s.URL); err == nil && s.URL != "" {
		home = u.EscapedPath() + "/index.html"
	}
	page := fmt.Sprintf(missingPage, html.EscapeString(home))
	return os.WriteFile(filepath.Join(s.folder, missingFile), []byte(page), 0o644)
}
