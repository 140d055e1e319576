package domain

import "strings"

// PortableName returns the name of a file as any system takes it: the name itself, or with an underscore before its ending
// where Windows keeps the name for a device, as it does with con.yaml and with COM1. No id has an underscore, so that
// different ids have different names.
func PortableName(name string) string {
	if !IsDevice(name) {
		return name
	}
	stem, ending, dotted := strings.Cut(name, ".")
	if dotted {
		ending = "." + ending
	}
	return stem + "_" + ending
}

// IsDevice reports whether Windows keeps a name for a device, in letters of either case and with any ending: Microsoft,
// Naming Files, Paths, and Namespaces.
func IsDevice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch stem = strings.TrimRight(stem, " "); stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	port, ok := strings.CutPrefix(stem, "com")
	if !ok {
		port, ok = strings.CutPrefix(stem, "lpt")
	}
	return ok && len([]rune(port)) == 1 && strings.Contains("0123456789¹²³", port)
}
