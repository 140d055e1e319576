// Package seeds bundles dossiers with the program, so that a first start has something to show. The bundled dossier is
// the demonstration and the fixture of the tests.
package seeds

import (
	"embed"
	"io/fs"
)

//go:embed sino-soviet
var files embed.FS

// SinoSoviet is the folder of the bundled dossier on the Sino-Soviet exchange of 1960-1964.
func SinoSoviet() (fs.FS, error) { return fs.Sub(files, "sino-soviet") }
