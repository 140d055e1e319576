package edtf

import "time"

// Humanize says the date in English.
func (d Date) Humanize() string { return d.text }

func monthName(month int) string { return time.Month(month).String() }

func (y year) words() string { return Day{y.low, 1, 1}.String()[:4] }
