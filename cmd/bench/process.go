package main

import (
	"fmt"
	"strconv"
	"strings"
)

// Fields of memory that Linux tells of a process, see proc(5).
const (
	peakMemory    = "VmHWM"
	presentMemory = "VmRSS"
	programMemory = "RssFile" // of the present memory, what is the program itself: code and constants from its file
)

// memory returns how many MiB a process takes up or took up at most, or nothing where the system does not tell.
func memory(process int, what string) sample {
	text, _, _ := strings.Cut(field(fmt.Sprintf("/proc/%d/status", process), what), " ")
	kib, err := strconv.Atoi(text)
	if err != nil {
		return nil
	}
	return sample{float64(kib) / 1024}
}

// ticks is how many parts of a second Linux counts processor time in, see sysconf(3) of _SC_CLK_TCK.
const ticks = 100

// processorTime returns how many seconds the processors have worked for a process, or nothing where the system does not
// tell. It says what work costs even where other programs get in the way of it.
func processorTime(process int) sample {
	_, fields, found := strings.Cut(firstLine(fmt.Sprintf("/proc/%d/stat", process)), ") ")
	words := strings.Fields(fields)
	if !found || len(words) < 13 {
		return nil
	}
	user, err := strconv.Atoi(words[11])
	system, err2 := strconv.Atoi(words[12])
	if err != nil || err2 != nil {
		return nil
	}
	return sample{float64(user+system) / ticks}
}

// since returns how much processor time was added to what there was before.
func since(before, after sample) sample {
	if len(before) == 0 || len(after) == 0 {
		return nil
	}
	return sample{after[0] - before[0]}
}
