package datapackage_test

import (
	"testing"

	"pourparler/domain/edtf"
)

func parsed(tb testing.TB, s string) edtf.Date {
	tb.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}
