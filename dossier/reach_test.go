package dossier_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"pourparler/dossier"
)

// TestYearsOutOfReach refuses dates that no table, axis or calendar day of the product can hold, and says where.
func TestYearsOutOfReach(t *testing.T) {
	for date, refused := range map[string]bool{"Y-12000": true, "Y17E7": true, "Y99999999999": true, "1964/Y10000": true, "Y-9999": false, "-9999": false, "9999-12-31": false} {
		_, err := dossier.Read(fstest.MapFS{"dossier.yaml": {Data: []byte("dossier:\n  id: a\n  title: A\n  released: " + date + "\n")}})
		said := err != nil && strings.Contains(err.Error(), "dossier.yaml:4:13: released "+date+" is out of reach: write a date of the years -9999 to 9999")
		if said != refused {
			t.Errorf("%s: %v", date, err)
		}
	}
}
