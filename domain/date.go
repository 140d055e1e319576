package domain

import "pourparler/domain/edtf"

// Date is a day or span as a source gives it: the EDTF value, the wording of the source, and, where the text does
// not state the date itself, the reason why it follows. The zero value means that the text states none.
type Date struct {
	Value    edtf.Date
	Text     string
	Inferred string
}

// IsZero reports whether the text states no date.
func (d Date) IsZero() bool { return d.Value.IsZero() && d.Text == "" }
