package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// machine describes in Markdown where and when the measurement was made.
func (s *session) machine(ctx context.Context) string {
	lines := []string{
		"measured on " + s.Day.String() + " with " + s.Version,
		fmt.Sprintf("%d cores, %s", runtime.NumCPU(), field("/proc/cpuinfo", "model name")),
		"memory " + field("/proc/meminfo", "MemTotal"),
		"kernel " + firstLine("/proc/sys/kernel/osrelease") + ", " + runtime.GOOS + "/" + runtime.GOARCH,
		runtime.Version(),
		"sqlite3 " + sqliteVersion(ctx),
		"load of the machine at the start " + firstLine("/proc/loadavg"),
		fmt.Sprintf("%d runs in turns; figures are medians with the least and the greatest", s.Runs),
	}
	return "- " + strings.Join(lines, "\n- ") + "\n"
}

// unknown is what a system that does not tell has instead of a fact.
const unknown = "not known"

// field returns what a file of lines such as "name : value" says of a name.
func field(path, name string) string {
	f, err := os.Open(path)
	if err != nil {
		return unknown
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		key, value, found := strings.Cut(lines.Text(), ":")
		if found && strings.TrimSpace(key) == name {
			return strings.Join(strings.Fields(value), " ")
		}
	}
	return unknown
}

func firstLine(path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return unknown
	}
	line, _, _ := strings.Cut(string(data), "\n")
	return line
}

func sqliteVersion(ctx context.Context) string {
	out, err := exec.CommandContext(ctx, "sqlite3", "--version").Output()
	if err != nil {
		return "is not installed"
	}
	return strings.Join(strings.Fields(string(out))[:1], "")
}
