package edtf

import "strings"

// A mask is digits with X for each one not specified (Level 1, Unspecified digit(s)
// from the right; Level 2, Unspecified Digit). The empty mask leaves all unspecified.

// fits reports whether the number, written with leading zeros, can be read in the mask. It
// must not have more digits than the mask.
func fits(mask string, number int64) bool {
	for i := len(mask) - 1; i >= 0; i-- {
		if mask[i] != 'X' && int64(mask[i]-'0') != number%10 {
			return false
		}
		number /= 10
	}
	return true
}

// anyFits reports whether a number from 1 to limit fits.
func anyFits(mask string, limit int64) bool {
	for n := int64(1); n <= limit; n++ {
		if fits(mask, n) {
			return true
		}
	}
	return false
}

// plain returns the number a mask without X stands for.
func plain(mask string) (number int64, ok bool) {
	if mask == "" || strings.Contains(mask, "X") {
		return 0, false
	}
	return fill(mask, '0'), true
}

// fill reads the mask with the digit in place of X.
func fill(mask string, digit byte) int64 {
	number := int64(0)
	for i := range len(mask) {
		b := mask[i]
		if b == 'X' {
			b = digit
		}
		number = number*10 + int64(b-'0')
	}
	return number
}
