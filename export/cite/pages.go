package cite

import (
	"regexp"
	"strconv"
)

var numberRange = regexp.MustCompile(`(\d+)[-–](\d+)`)

// pageRange writes ranges of pages as the Chicago Manual (17th edition, 9.61) shortens them: 9–15, 101–8, 100–104,
// 321–28.
func pageRange(pages string) string {
	return numberRange.ReplaceAllStringFunc(pages, func(s string) string {
		m := numberRange.FindStringSubmatch(s)
		return m[1] + "–" + lastPage(m[1], m[2])
	})
}

// lastPage is the end of a range without the digits that it shares with the beginning.
func lastPage(first, last string) string {
	n, err := strconv.Atoi(first)
	if err != nil || n < 100 || n%100 == 0 || len(first) != len(last) {
		return last
	}
	shared := 0
	for shared < len(first)-1 && first[shared] == last[shared] {
		shared++
	}
	if n%100 >= 10 {
		shared = min(shared, len(first)-2)
	}
	return last[shared:]
}
