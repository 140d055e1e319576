package storage

import (
	"bytes"
	"fmt"
	"slices"

	"gorm.io/gorm"
)

// restored returns the records of the draft of a dossier. Where they are not what the hash of their version says they are
// first made anew from the log, and the version becomes the highest that the database has ever heard of. What the log has
// lost of a record has then no hash, so that any text is another than it.
func restored(tx *gorm.DB, id string, version *int64) (records []recordRow, damaged bool, err error) {
	highest, err := highestVersion(tx, id)
	if err != nil || highest == 0 {
		return nil, false, err
	}
	records, intact, err := intactDraft(tx, id, *version)
	if err != nil || intact && highest == *version {
		return records, false, err
	}
	*version = highest
	records, err = rebuilt(tx, id)
	return records, true, err
}

// intactDraft returns the records of a draft, and whether they and what the log says last of each are what that version has.
func intactDraft(tx *gorm.DB, id string, version int64) (records []recordRow, intact bool, err error) {
	wanted, err := hashOf(tx, id, version)
	if err != nil {
		return nil, false, err
	}
	if records, err = readRecords(tx, id, draftContent, id); err != nil {
		return nil, false, err
	}
	logged, err := readRecords(tx, id, pastContent, id, version, version)
	inOrder(records)
	inOrder(logged)
	same := slices.EqualFunc(records, logged, func(a, b recordRow) bool { return a.key() == b.key() && a.Version == b.Version })
	return records, same && bytes.Equal(wanted, versionOf(records)) && bytes.Equal(wanted, versionOf(logged)), err
}

// highestVersion is the highest version of a dossier that the log and its releases name.
func highestVersion(tx *gorm.DB, id string) (version int64, err error) {
	const query = `SELECT coalesce(max(version), 0) FROM (SELECT max(version) AS version FROM acts WHERE dossier = ?
		UNION ALL SELECT max(version) FROM changes WHERE dossier = ? UNION ALL SELECT max(version) FROM releases WHERE dossier = ?) AS known`
	return version, tx.Raw(query, id, id, id).Scan(&version).Error
}

// rebuilt makes the draft anew from the log and returns it.
func rebuilt(tx *gorm.DB, id string) ([]recordRow, error) {
	if err := tx.Exec("DELETE FROM records WHERE dossier = ?", id).Error; err != nil {
		return nil, fmt.Errorf("clear records: %w", err)
	}
	const last = ` FROM changes c WHERE dossier = ? AND ord_after <> 0 AND NOT EXISTS (SELECT 1 FROM changes later
		WHERE later.dossier = c.dossier AND later.section = c.section AND later.id = c.id AND later.version > c.version)`
	if err := tx.Exec(`INSERT INTO records (dossier, section, id, ord, body, version)
		SELECT dossier, section, id, ord_after, coalesce(after, ''), version`+last, id).Error; err != nil {
		return nil, fmt.Errorf("write records: %w", err)
	}
	records, err := readRecords(tx, id, "SELECT section, id, ord_after, coalesce(after, ''), version, hash"+last, id)
	for i, r := range records {
		if !bytes.Equal(r.hash, recordHash(r.Section, r.ID, r.Body)) {
			records[i].hash = nil
		}
	}
	return records, err
}
