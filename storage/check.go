package storage

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/form"
	"pourparler/domain/table"
)

// Problem is something in a database that is not as it should be.
type Problem struct {
	Dossier string // its id, or empty where it is of the whole database
	What    string // which record or table, and what is wrong with it
	Advice  string // what to do
}

// String is the problem as a line.
func (p Problem) String() string {
	if p.Dossier == "" {
		return p.What + ": " + p.Advice
	}
	return p.Dossier + ": " + p.What + ": " + p.Advice
}

// What mends a problem.
const (
	importAgain = "import the dossier again from its files"
	restoreCopy = "restore a copy of the database; import mends only what the newest release says"
	moveAway    = "restore a copy, or move the database away and import the dossiers again"
)

// problems are those that were found in a dossier.
type problems struct {
	dossier string
	found   []Problem
}

func (p *problems) add(advice, format string, args ...any) {
	p.found = append(p.found, Problem{p.dossier, fmt.Sprintf(format, args...), advice})
}

// Check looks for everything in the database that is not as it should be: what the engine itself says of it, the log against
// its hashes, releases against theirs, the draft and its links against the log, and the registers, which it makes again in
// memory, against the newest releases. It changes nothing and sees one state of the database.
func (s *Store) Check(ctx context.Context) (found []Problem, err error) {
	defer domain.Wrap(&err, "storage.Check")
	err = s.read(ctx, func(tx *gorm.DB) error {
		if found, err = s.engine.integrity(tx); err != nil {
			return err
		}
		var ids []string
		const known = `SELECT id FROM dossiers UNION SELECT dossier FROM records UNION SELECT dossier FROM acts UNION SELECT dossier FROM changes
			UNION SELECT dossier FROM releases UNION SELECT dossier FROM links UNION SELECT dossier FROM registers`
		if err := tx.Raw(known).Scan(&ids).Error; err != nil {
			return err
		}
		slices.Sort(ids)
		for _, id := range ids {
			of, err := s.checkDossier(tx, id)
			if found = append(found, of...); err != nil {
				return err
			}
		}
		stray, err := checkStray(tx)
		found = append(found, stray...)
		return err
	})
	if f, _ := s.engine.fault(err); f == faultCorrupt && len(found) > 0 {
		return found, nil // which is what was found
	}
	return found, err
}

// checkDossier checks all of a dossier.
func (s *Store) checkDossier(tx *gorm.DB, id string) ([]Problem, error) {
	l := &logCheck{problems: problems{dossier: id}, now: map[recordKey]recordRow{}}
	if err := l.check(tx); err != nil {
		return nil, err
	}
	if err := l.checkDraft(tx); err != nil {
		return l.found, err
	}
	last, err := s.lastRelease(tx, id)
	if domain.KindOf(err) == domain.NotFound {
		l.add(importAgain, "it has no release")
		return l.found, nil
	}
	if err != nil {
		return l.found, err
	}
	d, err := readBodies(id, l.shown)
	if err != nil || l.shown == nil {
		l.add(importAgain, "the newest release, version %d, cannot be read from the log: its tables were not checked", last.Version)
		return l.found, nil
	}
	err = s.checkRegisters(tx, &l.problems, last, compare.Registers(domain.NewIndex(d)))
	return l.found, err
}

// checkShown checks what readers are shown of a draft that is the newest release, and what an import goes by.
func (s *Store) checkShown(tx *gorm.DB, n *draft, registers []table.Register) ([]Problem, error) {
	p := &problems{dossier: n.id}
	last, err := s.lastRelease(tx, n.id)
	if err != nil {
		return nil, err
	}
	highest, err := highestVersion(tx, n.id)
	if err != nil {
		return nil, err
	}
	records, intact, err := intactDraft(tx, n.id, last.Version)
	if err != nil {
		return nil, err
	}
	if _, sum, _ := inOrder(records); !intact || sum != n.sha256 || highest != last.Version {
		p.add(importAgain, "the records of version %d are not what they were", last.Version)
	}
	if err := p.checkLinks(tx, n.linkRows()); err != nil {
		return nil, err
	}
	err = s.checkRegisters(tx, p, last, registers)
	return p.found, err
}

// checkLinks compares the links in the database with those that there should be.
func (p *problems) checkLinks(tx *gorm.DB, wanted map[linkRow]bool) error {
	var rows []linkRow
	if err := tx.Find(&rows, "dossier = ?", p.dossier).Error; err != nil {
		return err
	}
	for _, row := range rows {
		if !wanted[row] {
			p.add(importAgain, "%s %q is noted to refer by %s to %s %q and does not", row.Section, row.ID, row.Field, row.ToSection, row.ToID)
		}
		delete(wanted, row)
	}
	for row := range wanted {
		p.add(importAgain, "%s %q refers by %s to %s %q, which is not noted", row.Section, row.ID, row.Field, row.ToSection, row.ToID)
	}
	return nil
}

// linkRows returns the links of a draft as rows.
func (n *draft) linkRows() map[linkRow]bool {
	rows := map[linkRow]bool{}
	for _, link := range n.links() {
		to, from := &n.records[link.to], &n.records[link.from]
		rows[linkRow{n.id, to.Section, to.ID, link.paragraph, from.Section, from.ID, link.field}] = true
	}
	return rows
}

// linksBetween returns the links of records as rows. A reference to nothing and a body that cannot be read are problems.
func (p *problems) linksBetween(records map[recordKey]recordRow) map[linkRow]bool {
	rows := map[linkRow]bool{}
	for key, r := range records {
		parsed, err := form.Parse(r.Section, []byte(r.Body))
		if err != nil {
			p.add(importAgain, "%s %q cannot be read: %v", r.Section, r.ID, err)
			continue
		}
		for _, link := range parsed.Links() {
			found := false
			for _, section := range link.To {
				if _, ok := records[recordKey{section, link.ID}]; ok {
					found = true
					rows[linkRow{p.dossier, section, link.ID, link.Paragraph, key.section, key.id, link.Field}] = true
				}
			}
			if !found {
				p.add(importAgain, "%v", dangling(r, link))
			}
		}
	}
	return rows
}

// strays are the rows that belong to no register, by their tables.
func strays() map[string]string {
	found := map[string]string{}
	for _, table := range []string{"register_cells", "register_rows"} {
		found[table] = " FROM " + table + " WHERE NOT EXISTS (SELECT 1 FROM registers g WHERE " + table + ".id >= g.id AND " + table + ".id < g.id + g.size)"
	}
	for _, table := range []string{"register_sets", "register_orders"} {
		found[table] = " FROM " + table + " WHERE register NOT IN (SELECT id FROM registers)"
	}
	return found
}

// checkStray finds rows that belong to no register.
func checkStray(tx *gorm.DB) (found []Problem, err error) {
	rows := strays()
	for _, table := range slices.Sorted(maps.Keys(rows)) {
		var n int64
		if err := tx.Raw("SELECT count(*)" + rows[table]).Scan(&n).Error; err != nil {
			return found, err
		}
		if n > 0 {
			found = append(found, Problem{What: fmt.Sprintf("%d rows of %s belong to no dossier", n, table), Advice: "import a dossier that is damaged again"})
		}
	}
	return found, nil
}

// clearStrays deletes them, after something was damaged.
func clearStrays(tx *gorm.DB) error {
	for _, rows := range strays() {
		if err := tx.Exec("DELETE" + rows).Error; err != nil {
			return err
		}
	}
	return nil
}
