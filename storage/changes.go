package storage

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"pourparler/domain"
)

// Where many rows go in at once, gorm would build their statements anew again and again: see bulk.go.

// recordKey names a record of a dossier.
type recordKey struct {
	section domain.Section
	id      string
}

// changes returns what makes the old records these, and gives these the numbers that order them.
func (n *draft) changes(records []recordRow) (changes []changeRow) {
	old := make(map[recordKey]recordRow, len(records))
	for _, r := range records {
		old[r.key()] = r
	}
	for from, to := 0, 0; from < len(n.records); from = to {
		for to < len(n.records) && n.records[to].Section == n.records[from].Section {
			to++
		}
		changes = sectionChanges(changes, n.records[from:to], old)
	}
	for _, was := range old { // what is left
		changes = append(changes, was.changedTo(recordRow{Dossier: n.id, Section: was.Section, ID: was.ID}))
	}
	gone := changes[len(changes)-len(old):]
	slices.SortFunc(gone, func(a, b changeRow) int { return cmp.Or(cmp.Compare(a.Section, b.Section), cmp.Compare(a.ID, b.ID)) })
	return changes
}

// sectionChanges appends the changes of a section and takes its records from the old ones.
func sectionChanges(changes []changeRow, records []recordRow, old map[recordKey]recordRow) []changeRow {
	had := make([]int64, len(records))
	for i, r := range records {
		had[i] = old[r.key()].Ord
	}
	for i, ord := range reorder(had) {
		r := &records[i]
		r.Ord = ord
		if was := old[r.key()]; was.Ord != ord || !bytes.Equal(was.hash, r.hash) {
			changes = append(changes, was.changedTo(*r))
		}
		delete(old, r.key())
	}
	return changes
}

func (r *recordRow) key() recordKey { return recordKey{r.Section, r.ID} }

// changedTo returns the change from one record, which has no number where there was none, to another, likewise.
func (r recordRow) changedTo(next recordRow) changeRow {
	c := changeRow{Dossier: next.Dossier, Section: next.Section, ID: next.ID, OrdBefore: r.Ord, OrdAfter: next.Ord}
	if r.Ord != 0 {
		c.Before = &r.Body
	}
	if next.Ord != 0 {
		c.After, c.Hash = &next.Body, next.hash
	}
	return c
}

const replaceRecord = ` ON CONFLICT (dossier, section, id) DO UPDATE
	SET ord = excluded.ord, body = excluded.body, version = excluded.version`

// writeChanges makes changes and notes them. After every row something else has its turn.
func (s *Store) writeChanges(tx *gorm.DB, changes []changeRow, version int64, meanwhile func() error) error {
	if len(changes) == 0 {
		return nil
	}
	dossier := changes[0].Dossier
	records := s.newBulk(tx, "records", []string{"dossier", "version", "section", "id", "ord", "body"}, dossier, version)
	if version > 1 {
		records.ending = replaceRecord
	}
	log := s.newBulk(tx, "changes", []string{"dossier", "version", "n", "section", "id", "ord_before", "ord_after", "before", "after", "hash"}, dossier, version)
	for n, c := range changes {
		err := s.writeChange(tx, records, c)
		if err == nil {
			err = log.add(n, string(c.Section), c.ID, c.OrdBefore, c.OrdAfter, value(c.Before), value(c.After), c.Hash)
		}
		if err == nil {
			err = meanwhile()
		}
		if err != nil {
			return records.close(log.close(err))
		}
	}
	return log.close(records.close(nil))
}

func (s *Store) writeChange(tx *gorm.DB, records *bulk, c changeRow) error {
	if c.After != nil {
		return records.add(string(c.Section), c.ID, c.OrdAfter, *c.After)
	}
	done := tx.Where("dossier = ? AND section = ? AND id = ?", c.Dossier, c.Section, c.ID).Delete(&recordRow{})
	if done.Error == nil && done.RowsAffected != 1 {
		return fmt.Errorf("write records: %d rows deleted for one", done.RowsAffected)
	}
	return done.Error
}

// value is a text, or NULL.
func value(text *string) any {
	if text == nil {
		return nil
	}
	return *text
}
