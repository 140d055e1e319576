package edtf

const (
	firstSeason = 21
	lastSeason  = 41
)

// seasonMonths gives the first month of a code and the number of its months. Months
// past 12 are in the year after (Level 1, Season; Level 2, Sub-year Groupings; which
// months a season has is our decision, see the package comment).
func seasonMonths(code int) (first, count int) {
	switch {
	case code >= 40:
		return 1 + 6*(code-40), 6
	case code >= 37:
		return 1 + 4*(code-37), 4
	case code >= 33:
		return 1 + 3*(code-33), 3
	case code >= 31: // southern autumn and winter
		return 3 + 3*(code-31), 3
	case code >= 29: // southern spring and summer
		return 9 + 3*(code-29), 3
	}
	return 3 + 3*((code-firstSeason)%4), 3
}

// seasonSpan returns the first and last day of the season in the years of y.
func seasonSpan(code int, y year) (first, last Day) {
	month, count := seasonMonths(code)
	first = Day{y.low, int8(month), 1}
	endYear, endMonth := y.high, month+count-1
	if endMonth > 12 {
		endYear, endMonth = endYear+1, endMonth-12
	}
	return first, Day{endYear, int8(endMonth), int8(daysIn(endYear, endMonth))}
}
