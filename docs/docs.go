// Package docs is the manual: the documents of this folder, embedded so that the site can show them.
package docs

import "embed"

// Files are the documents in Markdown.
//
//go:embed *.md readings/*.md
var Files embed.FS
