package storage

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// dateRow is a [domain.Date] in three columns.
type dateRow struct {
	EDTF     string `gorm:"column:edtf"`
	Text     string
	Inferred string
}

// spanRow is the first and the last day of a date, for ordering. An end that is open, unknown or
// not stated is empty.
type spanRow struct {
	Earliest string
	Latest   string
}

func flattenDate(d domain.Date) dateRow {
	return dateRow{EDTF: d.Value.String(), Text: d.Text, Inferred: d.Inferred}
}

func span(d edtf.Date) spanRow {
	earliest, _ := d.Earliest()
	latest, _ := d.Latest()
	return spanRow{Earliest: earliest.String(), Latest: latest.String()}
}

// date assembles a date. A date that cannot be read means that another program wrote it.
func (a *assembly) date(row dateRow) domain.Date {
	return domain.Date{Value: a.edtf(row.EDTF), Text: row.Text, Inferred: row.Inferred}
}

func (a *assembly) edtf(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil && a.err == nil {
		a.err = domain.Errorf(domain.Invalid,
			"dossier %q: the database holds a date that cannot be read: %w", a.rows.Dossier.ID, err)
	}
	return d
}
