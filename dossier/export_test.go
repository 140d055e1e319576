package dossier

import (
	"io/fs"

	"pourparler/domain"
)

// Arrange puts a dossier in the order in which it is read.
var Arrange = arrange

// ReadLoosely is Read without the rules between records.
func ReadLoosely(fsys fs.FS) (*domain.Dossier, error) {
	r := newReading()
	r.all(fsys)
	return r.result()
}
