// Package export writes tables to files that other programs read. It knows nothing of HTTP or of storage: it takes
// a [table.Table] and a writer.
package export
