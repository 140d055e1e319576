package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Registers returns every register of a dossier, each once.
func Registers(ix *domain.Index) []table.Register {
	var all []table.Register
	for _, n := range named {
		all = append(all, n.make(ix))
	}
	return all
}

// named are the functions that make the registers, by the names in addresses.
var named = []struct {
	name string
	make func(*domain.Index) table.Register
}{
	{"proposals", proposals}, {"responses", responses}, {"documents", documents}, {"timeline", timeline},
	{"parties", parties}, {"persons", persons}, {"meetings", meetings}, {"statements", statements},
	{"coverage", coverages}, {"lists", listMembers}, {"claims", claims}, {"seats", seats},
	{"alignments", alignments},
}

// RegisterNames returns the names of all registers, as in addresses.
func RegisterNames() []string {
	var names []string
	for _, n := range named {
		names = append(names, n.name)
	}
	return names
}

// Find returns the register of that name, or an error of kind [domain.NotFound].
func Find(ix *domain.Index, name string) (table.Register, error) {
	for _, n := range named {
		if n.name == name {
			return n.make(ix), nil
		}
	}
	return table.Register{}, domain.Errorf(domain.NotFound, "a dossier has no register %q", name)
}
