package datapackage_test

import (
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// TestEveryDateHasItsBounds wants after each column of dates two with the days that it can mean, in every table.
func TestEveryDateHasItsBounds(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		for _, table := range load(t, files) {
			for i, f := range table.Schema.Fields {
				if f.RDFType == "" {
					continue
				}
				name := strings.TrimSuffix(f.Name, "_on")
				if table.columns[name+"_earliest"] != i+1 || table.columns[name+"_latest"] != i+2 {
					t.Errorf("%s.%s is not followed by %s_earliest and %s_latest", table.Name, f.Name, name, name)
					continue
				}
				for _, row := range table.rows {
					want := []string{"", ""}
					if row[i] != "" {
						want = bounds(parsed(t, row[i]))
					}
					if !slices.Equal(row[i+1:i+3], want) {
						t.Errorf("%s.%s %s has the bounds %q, want %q", table.Name, f.Name, row[i], row[i+1:i+3], want)
					}
				}
			}
		}
	})
}

func bounds(d edtf.Date) []string {
	all := []string{"", ""}
	if day, edge := d.Earliest(); edge == edtf.Known {
		all[0] = day.String()
	}
	if day, edge := d.Latest(); edge == edtf.Known {
		all[1] = day.String()
	}
	return all
}

// TestDaysOutsideTheCalendar declares a column of days as text when one of them has a year that other programs lack.
func TestDaysOutsideTheCalendar(t *testing.T) {
	ix := harbour(t)
	ancient := *ix.Dossier
	ancient.Documents = slices.Clone(ancient.Documents)
	ancient.Documents[0].Dated = domain.Date{Value: parsed(t, "-0044-03-15")}
	for _, tt := range []struct {
		ix   *domain.Index
		want string
	}{{ix, "date"}, {domain.NewIndex(&ancient), "string"}} {
		_, files := packed(t, tt.ix)
		for _, f := range load(t, files)["dates"].Schema.Fields {
			if f.Name == "date_earliest" && f.Type != tt.want {
				t.Errorf("dates.date_earliest is a %s, want %s", f.Type, tt.want)
			}
		}
	}
}
