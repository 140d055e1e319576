package storage

import (
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"pourparler/domain"
	"pourparler/domain/form"
)

// writeLinks writes all links of a draft in place of those that are there, which costs less than to compare them.
func (s *Store) writeLinks(tx *gorm.DB, n *draft, meanwhile func() error) error {
	if err := tx.Where("dossier = ?", n.id).Delete(&linkRow{}).Error; err != nil {
		return fmt.Errorf("clear links: %w", err)
	}
	w := s.newBulk(tx, "links", []string{"dossier", "to_section", "to_id", "paragraph", "section", "id", "field"}, n.id)
	for _, link := range n.links() {
		to, from := &n.records[link.to], &n.records[link.from]
		err := w.add(string(to.Section), to.ID, link.paragraph, string(from.Section), from.ID, link.field)
		if err == nil {
			err = meanwhile()
		}
		if err != nil {
			return w.close(err)
		}
	}
	return w.close(nil)
}

// relink writes the links that a record has now in place of those that it had.
func (a *applying) relink(c changeRow) error {
	had, err := linksOf(c, c.Before)
	if err != nil {
		return err
	}
	has, err := linksOf(c, c.After)
	if err != nil {
		return err
	}
	old, gone, added := map[linkRow]bool{}, map[linkRow]bool{}, map[linkRow]bool{}
	for _, link := range had {
		for _, section := range link.To {
			row := rowOf(c, link, section)
			gone[row], old[row] = true, len(link.To) == 1 // where there are several, it may lead elsewhere by now
		}
	}
	for _, link := range has {
		if err := a.lead(c, link, old, gone, added); err != nil {
			return err
		}
	}
	for row := range gone {
		same := a.tx.Where("dossier = ? AND to_section = ? AND to_id = ? AND paragraph = ? AND section = ? AND id = ? AND field = ?",
			row.Dossier, row.ToSection, row.ToID, row.Paragraph, row.Section, row.ID, row.Field)
		if err := same.Delete(&linkRow{}).Error; err != nil {
			return err
		}
	}
	if len(added) == 0 {
		return nil
	}
	known := a.tx.Clauses(clause.OnConflict{DoNothing: true})
	return known.CreateInBatches(slices.Collect(maps.Keys(added)), 100).Error
}

// lead takes a link from those that are gone, or adds it to those that were not there. It has to lead to a record.
func (a *applying) lead(c changeRow, link form.Link, had, gone, added map[linkRow]bool) error {
	found := false
	for _, section := range link.To {
		other, err := a.record(section, link.ID)
		if err != nil {
			return err
		}
		if other.Ord == 0 {
			continue
		}
		found = true
		row := rowOf(c, link, section)
		delete(gone, row)
		if !had[row] {
			added[row] = true
		}
	}
	if !found {
		return dangling(recordRow{Section: c.Section, ID: c.ID}, link)
	}
	return nil
}

// unused refuses to remove a record that another refers to.
func (a *applying) unused(c changeRow) error {
	if c.After != nil {
		return nil
	}
	var user linkRow
	err := a.tx.Where("dossier = ? AND to_section = ? AND to_id = ?", a.dossier, c.Section, c.ID).Limit(1).Find(&user).Error
	if err == nil && user.ID != "" {
		return domain.Errorf(domain.Invalid, "%s %q cannot be removed: %s of %s %q refers to it: change that first",
			c.Section, c.ID, user.Field, user.Section, user.ID)
	}
	return err
}

func rowOf(c changeRow, link form.Link, to domain.Section) linkRow {
	return linkRow{Dossier: c.Dossier, ToSection: to, ToID: link.ID, Paragraph: link.Paragraph, Section: c.Section, ID: c.ID, Field: link.Field}
}

// linksOf returns what a record refers to, if there is one.
func linksOf(c changeRow, body *string) ([]form.Link, error) {
	if body == nil {
		return nil, nil
	}
	r, err := form.Parse(c.Section, []byte(*body))
	return r.Links(), err
}
