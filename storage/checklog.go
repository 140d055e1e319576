package storage

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"pourparler/domain"
)

// logCheck goes through the log of a dossier from its beginning.
type logCheck struct {
	problems
	now     map[recordKey]recordRow     // what the log has left of each record so far, with the hash that it should have
	hash    versionHash                 // of that
	blanked map[string]bool             // hashes
	shown   map[domain.Section][]string // bodies of the newest release, if they are what its SHA-256 says
}

// check checks the log and every release on its way.
func (l *logCheck) check(tx *gorm.DB) error {
	var acts []actRow
	if err := tx.Order("version").Find(&acts, "dossier = ?", l.dossier).Error; err != nil {
		return err
	}
	var taken []blankedRow
	if err := tx.Find(&taken, "dossier = ?", l.dossier).Error; err != nil {
		return err
	}
	l.blanked = map[string]bool{}
	for _, b := range taken {
		l.blanked[string(b.Hash)] = true
	}
	var releases []releaseRow
	if err := tx.Order("version").Find(&releases, "dossier = ?", l.dossier).Error; err != nil {
		return err
	}
	for i, act := range acts {
		if act.Version != int64(i+1) {
			l.add(restoreCopy, "the log lacks version %d", i+1)
			break
		}
		if err := l.checkAct(tx, act); err != nil {
			return err
		}
		if strings.HasPrefix(act.Reason, "import") && (len(releases) == 0 || releases[0].Version != act.Version) {
			l.add(restoreCopy, "version %d was imported and is no release", act.Version)
		}
		for ; len(releases) > 0 && releases[0].Version <= act.Version; releases = releases[1:] {
			l.checkRelease(releases[0], len(releases) == 1)
		}
	}
	var stray int64
	err := tx.Model(&changeRow{}).Where("dossier = ? AND version > ?", l.dossier, len(acts)).Count(&stray).Error
	if stray > 0 || len(releases) > 0 {
		l.add(restoreCopy, "the log ends with version %d, and later ones are named", len(acts))
	}
	return err
}

// checkAct takes the changes of an act into what there is now.
func (l *logCheck) checkAct(tx *gorm.DB, act actRow) error {
	var changes []changeRow
	if err := tx.Order("n").Find(&changes, "dossier = ? AND version = ?", l.dossier, act.Version).Error; err != nil {
		return err
	}
	for i, c := range changes {
		if c.N != i {
			l.add(restoreCopy, "version %d lacks change %d", act.Version, i)
		}
		l.checkChange(c)
	}
	if !bytes.Equal(act.Hash, l.hash[:]) {
		l.add(restoreCopy, "version %d is not what its hash says", act.Version)
		l.hash = versionHash(versionOf(valuesOf(l.now)))
	}
	return nil
}

// checkChange takes a change into what there is now. What was there is judged by the hash that the log gave it.
func (l *logCheck) checkChange(c changeRow) {
	key, what := recordKey{c.Section, c.ID}, fmt.Sprintf("%s %q in version %d of the log", c.Section, c.ID, c.Version)
	was, there := l.now[key]
	if was.Ord != c.OrdBefore || there && !l.says(c.Before, was.hash, key) {
		l.add(restoreCopy, "%s does not follow on what it was before", what)
	}
	if there {
		l.hash.remove(was.hash, was.Ord)
		delete(l.now, key)
	}
	if c.OrdAfter == 0 {
		return
	}
	if !l.says(c.After, c.Hash, key) {
		l.add(restoreCopy, "%s is not what its hash says", what)
	}
	next := recordRow{Dossier: l.dossier, Section: c.Section, ID: c.ID, Ord: c.OrdAfter, Version: c.Version, hash: c.Hash, blanked: c.After == nil}
	if c.After != nil {
		next.Body = *c.After
	}
	l.now[key] = next
	l.hash.add(c.Hash, c.OrdAfter)
}

// says reports whether a text has that hash, or was taken out.
func (l *logCheck) says(text *string, hash []byte, key recordKey) bool {
	if text == nil {
		return l.blanked[string(hash)]
	}
	return bytes.Equal(hash, recordHash(key.section, key.id, *text))
}

// checkRelease compares a release with what there is now.
func (l *logCheck) checkRelease(r releaseRow, newest bool) {
	advice := restoreCopy
	if newest {
		advice = importAgain
	}
	bodies, sum, blanked := inOrder(valuesOf(l.now))
	if newest {
		l.shown = bodies
	}
	if !blanked && sum != r.SHA256 {
		l.shown = nil
		l.add(advice, "release %q, version %d, is not what its SHA-256 says", r.Number, r.Version)
	}
	d, err := readBodies(l.dossier, map[domain.Section][]string{domain.SectionDossier: bodies[domain.SectionDossier]})
	if err == nil && len(bodies[domain.SectionDossier]) > 0 && d.Release != r.Number {
		l.add(advice, "release %q, version %d, calls itself %q", r.Number, r.Version, d.Release)
	}
}

// checkDraft compares the draft and its links with what the log has left.
func (l *logCheck) checkDraft(tx *gorm.DB) error {
	version, err := draftVersion(tx, l.dossier)
	if err != nil {
		return err
	}
	if highest, err := highestVersion(tx, l.dossier); err != nil || highest != version {
		l.add(importAgain, "its newest version is %d and the log has %d", version, highest)
	}
	records, err := readRecords(tx, l.dossier, draftContent, l.dossier)
	if err != nil {
		return err
	}
	links := l.linksBetween(l.now)
	for _, r := range records {
		switch was, ok := l.now[r.key()]; {
		case !ok:
			l.add(importAgain, "%s %q is not in the log", r.Section, r.ID)
		case !bytes.Equal(r.hash, was.hash):
			l.add(importAgain, "%s %q is not what its hash in the log says", r.Section, r.ID)
		case r.Ord != was.Ord || r.Version != was.Version:
			l.add(importAgain, "%s %q has another place or version than in the log", r.Section, r.ID)
		}
		delete(l.now, r.key())
	}
	for _, r := range sortedRecords(l.now) {
		l.add(importAgain, "%s %q is missing", r.Section, r.ID)
	}
	return l.checkLinks(tx, links)
}

func valuesOf(records map[recordKey]recordRow) []recordRow {
	all := make([]recordRow, 0, len(records))
	for _, r := range records {
		all = append(all, r)
	}
	return all
}

// sortedRecords returns records in the order of the sections, and in each in theirs.
func sortedRecords(records map[recordKey]recordRow) []recordRow {
	all := valuesOf(records)
	inOrder(all)
	return all
}

// integrity is what PostgreSQL says of itself. Its pages have sums of their own where it was told so, and reading all of
// them, as a check does, tries them.
func (e *postgresEngine) integrity(tx *gorm.DB) ([]Problem, error) {
	return nil, nil
}

// integrity is what SQLite says of the file, see https://www.sqlite.org/pragma.html#pragma_integrity_check.
func (e *sqliteEngine) integrity(tx *gorm.DB) (found []Problem, err error) {
	var said []string
	if err := tx.Raw("PRAGMA integrity_check(1000000)").Scan(&said).Error; err != nil {
		if f, _ := e.fault(err); f != faultCorrupt {
			return nil, err
		}
		said = []string{err.Error()}
	}
	slices.Sort(said)
	for _, line := range said {
		if line != "ok" {
			found = append(found, Problem{What: e.name() + " is damaged: SQLite says " + line, Advice: moveAway})
		}
	}
	var orphans []struct{ Table, Parent string }
	err = tx.Raw("PRAGMA foreign_key_check").Scan(&orphans).Error
	for _, o := range orphans {
		found = append(found, Problem{What: "a row of " + o.Table + " refers to none of " + o.Parent, Advice: restoreCopy})
	}
	return found, err
}
