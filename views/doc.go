// Package views lays out pages: it turns tables and records into page structs whose fields are words and addresses,
// and renders them with html/template. Templates lay out and do nothing else. There is no database here and no HTTP.
package views
