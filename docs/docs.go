// Package docs is the manual: the documents of this folder, embedded so that the site can show them.
package docs

import "embed"

// Files are the documents in Markdown, and the JSON Schema of dossier files.
//
//go:embed *.md *.json readings/*.md
var Files embed.FS
