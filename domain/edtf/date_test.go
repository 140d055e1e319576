package edtf_test

import (
	"testing"

	"pourparler/domain/edtf"
)

func TestParse(t *testing.T) {
	tests := []struct{ name, text, earliest, latest string }{
		{"day", "1964-05-07", "1964-05-07", "1964-05-07"},
		{"month", "1964-06", "1964-06-01", "1964-06-30"},
		{"interval", "1964-10-10/1964-10-25", "1964-10-10", "1964-10-25"},
		{"autumn", "1964-23", "1964-09-01", "1964-11-30"},
		{"about", "1965-05~", "1965-05-01", "1965-05-31"},
		{"decade", "196X", "1960-01-01", "1969-12-31"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := edtf.Parse(test.text)
			if err != nil {
				t.Fatal(err)
			}
			earliest, latest, ok := d.Bounds()
			if !ok || earliest.String() != test.earliest || latest.String() != test.latest {
				t.Errorf("Bounds(%s) = %s, %s, %v, want %s, %s",
					test.text, earliest, latest, ok, test.earliest, test.latest)
			}
		})
	}
}
