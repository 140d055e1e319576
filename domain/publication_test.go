package domain_test

import (
	"testing"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

func TestPublication(t *testing.T) {
	day, err := edtf.Parse("1921-03-14")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		in   domain.Publication
		want string
	}{
		{domain.Publication{}, ""},
		{domain.Publication{Text: "Papers of the Bay, Vell Press, Vell, 1922, pp. 3-7, 9"}, "Papers of the Bay, Vell Press, Vell, 1922, pp. 3-7, 9"},
		{domain.Publication{Title: "Bay Gazette", Date: day, Pages: "1", Column: "3"}, "Bay Gazette, 14 March 1921, page 1, column 3"},
		{domain.Publication{Title: "Papers, and More", Publisher: "Vell Press", Place: "Vell", Pages: "3-7, 9"}, "Papers, and More, Vell Press, Vell, pages 3-7, 9"},
		{domain.Publication{Title: "Bay Gazette", Column: "2-3", Text: "The Gazette, inside"}, "The Gazette, inside"},
	}
	for _, tt := range tests {
		if got := tt.in.String(); got != tt.want {
			t.Errorf("%+v = %q, want %q", tt.in, got, tt.want)
		}
	}
}
