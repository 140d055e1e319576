package api

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Date is a day or span of days as a source gives it, with what can be computed from it.
type Date struct {
	EDTF     Maybe[string] `json:"edtf" doc:"the date in EDTF (ISO 8601-2); null where the source gives it in words only"`
	Text     Maybe[string] `json:"text" doc:"the wording of the source"`
	Inferred Maybe[string] `json:"inferred" doc:"why the date follows, where the text does not state it itself"`
	Earliest Maybe[string] `json:"earliest" doc:"first day that the date can mean, YYYY-MM-DD; null where it has no known beginning"`
	Latest   Maybe[string] `json:"latest" doc:"last day that the date can mean, YYYY-MM-DD; null where it has no known end"`
	Words    Maybe[string] `json:"words" doc:"the date in English"`
}

// date tells a date of the record; one that is not stated is nil.
func date(d domain.Date) *Date {
	if d.IsZero() {
		return nil
	}
	told := plainDate(d.Value)
	if told == nil {
		told = &Date{}
	}
	told.Text, told.Inferred = Say(d.Text), Say(d.Inferred)
	return told
}

// plainDate tells a date without the wording of a source; no date is nil.
func plainDate(d edtf.Date) *Date {
	if d.IsZero() {
		return nil
	}
	told := &Date{EDTF: Say(d.String()), Words: Say(d.Humanize())}
	if day, edge := d.Earliest(); edge == edtf.Known {
		told.Earliest = Say(day.String())
	}
	if day, edge := d.Latest(); edge == edtf.Known {
		told.Latest = Say(day.String())
	}
	return told
}
