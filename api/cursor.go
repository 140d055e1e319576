package api

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"

	"pourparler/domain"
)

// A cursor is where a page begins, bound to what it was made for: a mark of the dossier's version, a mark of the address
// with its filter and order, and the place. The marks keep honest clients from going on in other rows than they began;
// they keep no secret.
const (
	markBytes   = 8
	cursorBytes = 2*markBytes + binary.MaxVarintLen64
)

// Position is a place in a list: of the dossier in a version, as an address with filter and order lists it.
type Position struct {
	Version string
	Query   string
	Offset  int
}

// String returns the place as a cursor.
func (p Position) String() string {
	raw := append(mark(p.Version), mark(p.Query)...)
	return base64.RawURLEncoding.EncodeToString(binary.AppendUvarint(raw, uint64(p.Offset)))
}

// At returns the place in the same list that a cursor names. It fails with an error of kind [domain.Invalid] for what is
// no cursor or one of another list, and of kind [domain.Conflict] for one of another version of the dossier.
func (p Position) At(cursor string) (Position, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(raw) <= 2*markBytes || len(raw) > cursorBytes {
		return p, domain.Errorf(domain.Invalid, "%.60q is not a cursor: take it from the links of an answer", cursor)
	}
	version, query, rest := string(raw[:markBytes]), string(raw[markBytes:2*markBytes]), raw[2*markBytes:]
	offset, n := binary.Uvarint(rest)
	switch {
	case n != len(rest) || offset > 1<<40:
		return p, domain.Errorf(domain.Invalid, "%.60q is not a cursor: take it from the links of an answer", cursor)
	case query != string(mark(p.Query)):
		return p, domain.Errorf(domain.Invalid, "the cursor belongs to another address, filter or order: leave it out to begin anew")
	case version != string(mark(p.Version)):
		return p, domain.Errorf(domain.Conflict, "the dossier has changed since the cursor was given: leave it out to begin anew")
	}
	p.Offset = int(offset)
	return p, nil
}

func mark(s string) []byte {
	sum := sha256.Sum256([]byte(s))
	return sum[:markBytes]
}
