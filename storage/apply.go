package storage

import (
	"context"
	"math"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/form"
)

// Act says who changes a dossier and why.
type Act struct {
	By     string // opaque id; names live elsewhere
	Reason string
	Undoes int64 // version of the act that it undoes, or 0
}

// Edit is what becomes of one record of a draft.
type Edit struct {
	Section domain.Section
	ID      string
	Body    []byte // JSON with the keys of the format; nil removes the record
	Version int64  // of the record when its editor read it; 0 when it was not there
	Before  string // id of the record before which it goes; left out, a new one goes last, and another stays
}

// Apply changes records of the draft of a dossier by one act, all of them or none, and returns the version that the draft
// then has. Edits that change nothing make no act. It writes the rows of those records, of their changes and of their
// links, and what readers see stays as it is until the next release. The error is of kind [domain.Conflict] if a record
// is no longer as its editor read it, of kind [domain.Invalid] if a body is none or if a reference would lead nowhere,
// and of kind [domain.NotFound] if there is no such dossier or record.
func (s *Store) Apply(ctx context.Context, dossier string, act Act, edits ...Edit) (version int64, err error) {
	defer wrap(&err, "Apply", dossier)
	err = s.write(ctx, func(tx *gorm.DB) (err error) {
		if version, err = hold(tx, dossier); err != nil {
			return err
		}
		if version == 0 {
			return noDossier(dossier)
		}
		a := &applying{tx: tx, dossier: dossier, version: version + 1, noted: map[recordKey]int{}}
		if err := a.all(edits); err != nil || len(a.changes) == 0 {
			return err
		}
		version++
		return s.act(tx, actRow{Dossier: dossier, Version: version, By: act.By, Reason: act.Reason, Undoes: act.Undoes}, a.changes)
	})
	return version, translate(ctx, s.engine, err)
}

// applying is an act under way.
type applying struct {
	tx      *gorm.DB
	dossier string
	version int64 // to which it takes the dossier
	changes []changeRow
	noted   map[recordKey]int // where the change of a record is
}

// all makes the edits, and what follows from them when all are made.
func (a *applying) all(edits []Edit) error {
	edited := map[recordKey]bool{}
	for _, e := range edits {
		key := recordKey{e.Section, e.ID}
		if edited[key] {
			return domain.Errorf(domain.Invalid, "%s %q is changed twice at once: change it once", e.Section, e.ID)
		}
		edited[key] = true
		if err := a.edit(e); err != nil {
			return err
		}
	}
	for i := range a.changes {
		a.changes[i].Version, a.changes[i].N = a.version, i
		if err := a.relink(a.changes[i]); err != nil {
			return err
		}
	}
	for _, c := range a.changes {
		if err := a.unused(c); err != nil {
			return err
		}
	}
	return a.tx.CreateInBatches(a.changes, 100).Error
}

// edit changes one record.
func (a *applying) edit(e Edit) error {
	was, err := a.record(e.Section, e.ID)
	if err != nil {
		return err
	}
	if was.Version != e.Version {
		return conflict(e.Section, e.ID)
	}
	if was.Ord == 0 && e.Body == nil || e.Section == domain.SectionDossier && (e.Body == nil || e.ID != a.dossier) {
		return domain.Errorf(domain.Invalid, "%s %q cannot be removed or made: change one that is there", e.Section, e.ID)
	}
	next := recordRow{Dossier: a.dossier, Section: e.Section, ID: e.ID, Version: a.version}
	if e.Body != nil {
		if next.Body, err = a.canonical(e); err != nil {
			return err
		}
		if was, next.Ord, err = a.place(e, was); err != nil {
			return err
		}
	}
	if next.Ord == was.Ord && next.Body == was.Body {
		return nil
	}
	return a.write(was, next)
}

// write writes a record in place of what it was, unless that has another version by now.
func (a *applying) write(was, next recordRow) error {
	a.note(was, next)
	seen := a.tx.Where("dossier = ? AND section = ? AND id = ? AND version = ?", a.dossier, next.Section, next.ID, was.Version)
	var done *gorm.DB
	switch {
	case was.Ord == 0:
		done = a.tx.Create(&next)
	case next.Ord == 0:
		done = seen.Delete(&recordRow{})
	default:
		done = seen.Model(&recordRow{}).Updates(map[string]any{"ord": next.Ord, "body": next.Body, "version": next.Version})
	}
	if done.Error == nil && done.RowsAffected != 1 {
		return conflict(next.Section, next.ID)
	}
	return done.Error
}

// note adds a change to the log, or to what the act has done to the same record already.
func (a *applying) note(was, next recordRow) {
	next.hash = recordHash(next.Section, next.ID, next.Body)
	change := was.changedTo(next)
	at, ok := a.noted[next.key()]
	if !ok {
		a.noted[next.key()] = len(a.changes)
		a.changes = append(a.changes, change)
		return
	}
	a.changes[at].OrdAfter, a.changes[at].After, a.changes[at].Hash = change.OrdAfter, change.After, change.Hash
}

func conflict(section domain.Section, id string) error {
	return domain.Errorf(domain.Conflict, "%s %q was changed in the meantime: read it again and repeat the change", section, id)
}

// record returns a record of the draft; one that is not there has no number.
func (a *applying) record(section domain.Section, id string) (r recordRow, err error) {
	err = a.tx.Where("dossier = ? AND section = ? AND id = ?", a.dossier, section, id).Limit(1).Find(&r).Error
	return r, err
}

// canonical returns the body of a record as the database keeps it.
func (a *applying) canonical(e Edit) (string, error) {
	r, err := form.Parse(e.Section, e.Body)
	if err != nil {
		return "", domain.Errorf(domain.Invalid, "%s %q cannot be read: %w", e.Section, e.ID, err)
	}
	if r.ID != e.ID {
		return "", domain.Errorf(domain.Invalid, "%s %q says that its id is %q: write the same", e.Section, e.ID, r.ID)
	}
	body, err := r.Body()
	if err != nil {
		return "", err
	}
	d, err := form.Read(map[domain.Section][]string{e.Section: {string(body)}})
	if err != nil {
		return "", err
	}
	d.ID = a.dossier
	return string(body), checkText(d)
}

// place returns the number that a record gets, and the record as it then is: where there is no room for another between
// two, all records of the section get new numbers.
func (a *applying) place(e Edit, was recordRow) (recordRow, int64, error) {
	ord, err := a.ord(e, was.Ord)
	if err != nil || ord != 0 {
		return was, ord, err
	}
	if err := a.spread(e.Section); err != nil {
		return was, 0, err
	}
	if was, err = a.record(e.Section, e.ID); err != nil {
		return was, 0, err
	}
	ord, err = a.ord(e, was.Ord)
	return was, ord, err
}

// ord returns the number that a record gets, given that which it has, or 0 if there is no room.
func (a *applying) ord(e Edit, has int64) (int64, error) {
	if e.Before == "" && has != 0 {
		return has, nil
	}
	next := int64(math.MaxInt64)
	if e.Before != "" {
		other, err := a.record(e.Section, e.Before)
		if err != nil {
			return 0, err
		}
		if next = other.Ord; next == 0 {
			return 0, domain.Errorf(domain.NotFound, "there is no record %q in %s to go before: name another", e.Before, e.Section)
		}
	}
	var last int64
	err := a.tx.Model(&recordRow{}).Select("coalesce(max(ord), 0)").
		Where("dossier = ? AND section = ? AND ord < ? AND ord <> ?", a.dossier, e.Section, next, has).Scan(&last).Error
	switch {
	case err != nil, last < has && has < next:
		return has, err
	case e.Before == "":
		return last + room, nil
	case next-last < 2:
		return 0, nil
	}
	return last + (next-last)/2, nil
}

// spread gives all records of a section numbers with room between. They keep their versions, as they say the same.
func (a *applying) spread(section domain.Section) error {
	var all []recordRow
	if err := a.tx.Order("ord").Find(&all, "dossier = ? AND section = ?", a.dossier, section).Error; err != nil {
		return err
	}
	for i, ord := range evenly(len(all)) {
		was, next := all[i], all[i]
		next.Ord = ord
		if err := a.write(was, next); err != nil {
			return err
		}
	}
	return nil
}
