// Package edtf reads dates the way historians have to write them: a day, a month
// nobody can narrow down, "about May", "by the middle of December", one of two
// days, an autumn. The notation is the Extended Date/Time Format of ISO 8601-2 as
// profiled by the Library of Congress (specification of 4 February 2019,
// https://www.loc.gov/standards/datetime/). Levels 0, 1 and 2 are read whole.
//
// A [Date] comes only from [Parse]. It keeps the string as it was given and knows
// the first and the last calendar day the string can mean, in the proleptic
// Gregorian calendar with a year 0:
//
//	1964-10-10/1964-10-25   an interval of days
//	1964-06/1964-07         June to July 1964
//	1964-23                 autumn 1964
//	1965-05~                about May 1965
//	196X                    some year of the 1960s
//	../1964-12-15           at any time up to 15 December 1964 (open start)
//	/1964-12-15             from a day nobody knows to 15 December 1964
//	[1964-05-07,1964-05-08] one of two days
//	{1964-05-07,1964-05-08} both days
//
// # Open and unknown ends
//
// An open end has no limit and none is meant; an unknown end has one that we do
// not know. Neither is a day, so [Date.Earliest] and [Date.Latest] answer with a
// [Day] and an [Edge], and the day counts only where the edge is [Known]. Both ends of a
// year of which nothing is said, XXXX, are unknown.
//
// # Seasons
//
// The specification leaves the months of a season to its users. Here 21 to 24 and
// 25 to 28 are the meteorological seasons of the northern hemisphere and 29 to 32
// those of the southern. A season belongs to the year in which it begins, which
// keeps the codes of one year in the order of the calendar:
//
//	code    season            months
//	21, 25  northern spring   March to May
//	22, 26  northern summer   June to August
//	23, 27  northern autumn   September to November
//	24, 28  northern winter   December to February of the next year
//	29      southern spring   September to November
//	30      southern summer   December to February of the next year
//	31      southern autumn   March to May
//	32      southern winter   June to August
//	33-36   quarters          three months each
//	37-39   quadrimesters     four months each
//	40, 41  semestrals        six months each
//
// So 1964-24 runs from 1 December 1964 to 28 February 1965.
//
// # What bounds mean
//
// The qualifiers ? (uncertain), ~ (approximate) and % (both) say how far to trust
// a date. They never widen its bounds: how wide "about" is belongs to the reader.
// The day of a date-time is the day as written; an offset from UTC does not move it.
// Significant digits do widen: 1950S2 is any year from 1900 to 1999.
// Bounds of a set run from the first day of its earliest member to the last day of
// its latest, whatever lies between.
package edtf
