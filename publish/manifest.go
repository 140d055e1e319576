package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"

	"pourparler/replace"
)

// manifestFile lists the files of a copy with their sums, as sha256sum --check reads it.
const manifestFile = "manifest-sha256.txt"

// markerFile says whose a folder is.
const markerFile = "pourparler-copy.txt"

// marker is the text of it.
const marker = `This folder is a copy of a Pourparler site, written by: pourparler publish
Open index.html. The next copy written here replaces the files of this one, and leaves alone what others put beside them.
To check that no file was lost or changed: sha256sum --check manifest-sha256.txt
`

// signed is a file with its sum.
type signed struct {
	name  string // with slashes
	sum   string // SHA-256 in hexadecimal
	bytes int64
}

// sign writes the marker, and the manifest of all files of a folder, and returns them in the order of their names.
func sign(folder string) ([]signed, error) {
	if err := os.WriteFile(filepath.Join(folder, markerFile), []byte(marker), 0o644); err != nil {
		return nil, err
	}
	names, err := replace.Files(folder)
	if err != nil {
		return nil, err
	}
	var files []signed
	var list bytes.Buffer
	for _, name := range names {
		f, err := sum(folder, name)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
		list.WriteString(f.sum + "  " + f.name + "\n")
	}
	return files, os.WriteFile(filepath.Join(folder, manifestFile), list.Bytes(), 0o644)
}

func sum(folder, name string) (signed, error) {
	f, err := os.Open(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		return signed{}, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	return signed{name, hex.EncodeToString(h.Sum(nil)), n}, err
}

// listed returns the names in the manifest of a folder.
func listed(folder string) ([]string, error) {
	f, err := os.Open(filepath.Join(folder, manifestFile))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names := []string{manifestFile}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		_, name, _ := strings.Cut(lines.Text(), "  ")
		names = append(names, name)
	}
	return names, lines.Err()
}
