package storage

import (
	"encoding/binary"
	"hash/crc32"

	"pourparler/domain"
)

// Every row of a register has a sum beside it, the CRC-32C of what the row says, of its key and of the release that it is
// of: a row that was changed, or that stands in the place of another, is known when it is read. That none is missing is
// known of rows by their keys, which follow one another, and of sets because each names the next of its facet.

// sum is a CRC-32C.
type sum uint32

// with returns the sum of what had this sum and, after it, a number and texts, each with its length.
func (s sum) with(number int64, texts ...[]byte) sum {
	var mark [8]byte
	add := func(data []byte) { s = sum(crc32.Update(uint32(s), crc32.MakeTable(crc32.Castagnoli), data)) }
	binary.LittleEndian.PutUint64(mark[:], uint64(number))
	add(mark[:])
	for _, text := range texts {
		binary.LittleEndian.PutUint64(mark[:], uint64(len(text)))
		add(mark[:])
		add(text)
	}
	return s
}

// seed is the sum with which those of the rows of a register begin. It is of all that is known of the register.
func (r registerRow) seed() sum {
	return sum(0).with(r.Version, []byte(r.Dossier), []byte(r.SHA256), []byte(r.Name)).with(r.ID).with(r.Size)
}

// whole is the sum of the row itself.
func (r registerRow) whole() sum { return r.seed().with(int64(r.Form), []byte(r.Fields)) }

// sound reports whether the row is as it was written, by this way of making registers.
func (r registerRow) sound() bool { return r.Form == registerForm && r.Sum == int64(r.whole()) }

// damaged is the error for a dossier of which something in the database is not what was put there.
func damaged(dossier, what string) error {
	return domain.Errorf(domain.Damaged, "the dossier %q is damaged in this database (%s): import it again from its files, or put a copy of the database in place",
		dossier, what)
}
