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
