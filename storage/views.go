package storage

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// makeViews makes a view for each register, named as it is, with the columns of the codebook by their names after that of
// the dossier: for who opens the database with another program. They show newest releases, as the tables below do, and
// are made anew where they are of another form.
func (s *Store) makeViews(ctx context.Context) error {
	var form int
	if err := s.db.WithContext(ctx).Raw("SELECT form FROM register_views").Scan(&form).Error; err != nil || form == registerForm {
		return err
	}
	return s.write(ctx, func(tx *gorm.DB) error {
		done := tx.Exec("UPDATE register_views SET form = ? WHERE form <> ?", registerForm, registerForm)
		if done.Error != nil || done.RowsAffected == 0 { // another process was faster
			return done.Error
		}
		for _, name := range compare.RegisterNames() {
			for _, statement := range []string{fmt.Sprintf(`DROP VIEW IF EXISTS "%s"`, name), view(s.heads[name])} {
				if err := tx.Exec(statement).Error; err != nil {
					return fmt.Errorf("view %s: %w", name, err)
				}
			}
		}
		return nil
	})
}

// view makes the view of a register. SQLite takes the tables of a CROSS JOIN in the order in which they stand, and so
// gives the rows in that of the register.
func view(t table.Table) string {
	return fmt.Sprintf(`CREATE VIEW "%s" AS SELECT registers.dossier, %s FROM registers CROSS JOIN register_cells
		WHERE registers.name = '%s' AND register_cells.id >= registers.id AND register_cells.id < registers.id + registers.size`,
		t.Name, namedColumns(t), t.Name)
}

// namedColumns are the columns of register_cells that a register uses, named as files name them.
func namedColumns(t table.Table) string {
	columns := columnNames(len(t.Columns))
	for i, c := range t.Columns {
		columns[i] += ` AS "` + c.Name + `"`
	}
	return strings.Join(columns, ", ")
}
