package storage

import (
	"crypto/sha256"
	"encoding/binary"
	"io"

	"gorm.io/gorm"

	"pourparler/domain"
)

// recordHash is the SHA-256 of what a record says, by which its body is known after it was blanked.
func recordHash(section domain.Section, id, body string) []byte {
	h := sha256.New()
	writeRecord(h, section, id, body)
	return h.Sum(nil)
}

// writeRecord writes a record with marks that its texts cannot hold.
func writeRecord(w io.Writer, section domain.Section, id, body string) {
	for _, text := range []string{string(section), "\x1f", id, "\x1f", body, "\x1e"} {
		_, _ = io.WriteString(w, text) // into a hash, which takes everything
	}
}

// versionHash is the sum of the SHA-256 of the hash and the number of each record, as numbers of 256 bits: what a version
// is after an act follows from what it was before and from the records that the act changed.
type versionHash [sha256.Size]byte

// add adds a record.
func (v *versionHash) add(hash []byte, ord int64) {
	carry := 0
	for i, b := range placed(hash, ord) {
		sum := int(v[i]) + int(b) + carry
		v[i], carry = byte(sum), sum>>8
	}
}

// remove takes a record away.
func (v *versionHash) remove(hash []byte, ord int64) {
	borrow := 0
	for i, b := range placed(hash, ord) {
		difference := int(v[i]) - int(b) - borrow
		v[i], borrow = byte(difference), (difference>>8)&1
	}
}

func placed(hash []byte, ord int64) [sha256.Size]byte {
	return sha256.Sum256(binary.BigEndian.AppendUint64(append([]byte{}, hash...), uint64(ord)))
}

// versionOf returns the hash of the version that has those records.
func versionOf(records []recordRow) []byte {
	var v versionHash
	for _, r := range records {
		v.add(r.hash, r.Ord)
	}
	return v[:]
}

// hashOf returns the hash that a version of a dossier should have.
func hashOf(tx *gorm.DB, dossier string, version int64) ([]byte, error) {
	var act actRow
	err := tx.Limit(1).Find(&act, "dossier = ? AND version = ?", dossier, version).Error
	return act.Hash, err
}

// hashAfter returns the hash of the version to which an act takes a dossier by those changes.
func hashAfter(tx *gorm.DB, act actRow, changes []changeRow) ([]byte, error) {
	before, err := hashOf(tx, act.Dossier, act.Version-1)
	if err != nil {
		return nil, err
	}
	var v versionHash
	copy(v[:], before)
	for _, c := range changes {
		if c.OrdBefore != 0 {
			v.remove(recordHash(c.Section, c.ID, *c.Before), c.OrdBefore)
		}
		if c.OrdAfter != 0 {
			v.add(c.Hash, c.OrdAfter)
		}
	}
	return v[:], nil
}
