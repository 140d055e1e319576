package main

import (
	"fmt"
	"math"
	"slices"
)

// sample is what several runs measured of one thing, in any unit.
type sample []float64

// quantile returns the value below which that share of the sample lies, and NaN for an empty one.
func (s sample) quantile(share float64) float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

// median returns the middle value, or the mean of the two in the middle, and NaN for an empty sample.
func (s sample) median() float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// mean returns the mean as a sample of one, or nothing of nothing. Times that are counted in coarse parts have no median.
func (s sample) mean() sample {
	if len(s) == 0 {
		return nil
	}
	sum := 0.0
	for _, v := range s {
		sum += v
	}
	return sample{sum / float64(len(s))}
}

// widest is how far runs may lie apart, as a share of their median, before a table warns.
const widest = 0.3

// wide reports whether the runs lie too far apart to rely on their median.
func (s sample) wide() bool {
	return len(s) > 1 && slices.Max(s)-slices.Min(s) > widest*s.median()
}

// String returns the median with the least and the greatest value, and [wideMark] if they lie far apart.
func (s sample) String() string {
	switch {
	case len(s) == 0:
		return missing
	case len(s) == 1:
		return figure(s[0])
	case s.wide():
		return fmt.Sprintf("%s (%s–%s)%s", figure(s.median()), figure(slices.Min(s)), figure(slices.Max(s)), wideMark)
	}
	return fmt.Sprintf("%s (%s–%s)", figure(s.median()), figure(slices.Min(s)), figure(slices.Max(s)))
}

// Marks in tables: of what was not measured, and of runs that lie far apart.
const (
	missing  = "–"
	wideMark = " *"
)

// figure writes a number with three significant digits, large ones whole and with their thousands apart.
func figure(v float64) string {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return missing
	case v >= 100:
		return thousands(int(math.Round(v)))
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

// thousands writes a whole number with a space before every three digits.
func thousands(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + " " + text[i:]
	}
	return text
}
