package storage

import (
	"cmp"
	"slices"
)

// room is how far apart the numbers are that order the records of a section, so that a record can come between two
// others.
const room = 1024

// reorder returns numbers for records in their new order, given those that they had, or 0. It changes as few as it can.
func reorder(had []int64) []int64 {
	keeps, numbers := ascending(had), make([]int64, len(had))
	last := int64(0)
	for i := 0; i < len(had); i++ {
		if keeps[i] {
			last = had[i]
			numbers[i] = last
			continue
		}
		end := i
		for end < len(had) && !keeps[end] {
			end++
		}
		step := int64(room)
		if end < len(had) {
			step = (had[end] - last) / int64(end-i+1)
		}
		if step == 0 {
			return evenly(len(had))
		}
		for ; i < end; i++ {
			last += step
			numbers[i] = last
		}
		i--
	}
	return numbers
}

func evenly(n int) []int64 {
	numbers := make([]int64, n)
	for i := range numbers {
		numbers[i] = int64(i+1) * room
	}
	return numbers
}

// ascending marks the most numbers that ascend as they stand, 0 aside.
func ascending(numbers []int64) []bool {
	marked := make([]bool, len(numbers))
	before := make([]int, len(numbers)) // the number before this one, or -1
	var ends []int                      // by length, where the run ends that ends lowest
	for i, n := range numbers {
		if n == 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(ends, n, func(end int, n int64) int { return cmp.Compare(numbers[end], n) })
		before[i] = -1
		if at > 0 {
			before[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		}
		ends[at] = i
	}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			marked[i] = true
		}
	}
	return marked
}
