package datapackage

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
)

// digest counts the bytes of a file on its way and takes their hash.
type digest struct {
	w     io.Writer
	hash  hash.Hash
	bytes int64
}

func newDigest(w io.Writer) *digest { return &digest{w: w, hash: sha256.New()} }

// Write passes the bytes on.
func (d *digest) Write(p []byte) (int, error) {
	n, err := d.w.Write(p)
	d.hash.Write(p[:n])
	d.bytes += int64(n)
	return n, err
}

// sum is the SHA-256 of what went through, in hexadecimal.
func (d *digest) sum() string { return hex.EncodeToString(d.hash.Sum(nil)) }
