package cite

import (
	"regexp"
	"strconv"
)

var numberRange = regexp.MustCompile(`(\d+)[-–](\d+)`)

// pageRange writes ranges of pages with the digits that a style keeps of their ends.
func pageRange(pages string, end func(first, last string) string) string {
	return numberRange.ReplaceAllStringFunc(pages, func(s string) string {
		m := numberRange.FindStringSubmatch(s)
		return m[1] + "–" + end(m[1], m[2])
	})
}

// chicagoEnd is the end of a range as the Chicago Manual (17th edition, 9.61) shortens it: 9–15, 101–8, 100–104, 321–28.
func chicagoEnd(first, last string) string {
	n, err := strconv.Atoi(first)
	if err != nil || n < 100 || n%100 == 0 || len(first) != len(last) {
		return last
	}
	if n%100 >= 10 {
		return unshared(first, last, 2)
	}
	return unshared(first, last, 1)
}

// mhraEnd is the end of a range as MHRA shortens it: 9–15, 101–08, 100–04, 321–28.
func mhraEnd(first, last string) string { return unshared(first, last, 2) }

// unshared is the end of a range without the digits that it shares with the beginning, but as many as asked for.
func unshared(first, last string, least int) string {
	if len(first) != len(last) {
		return last
	}
	shared := 0
	for shared < len(first)-least && first[shared] == last[shared] {
		shared++
	}
	return last[shared:]
}
