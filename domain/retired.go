package domain

import (
	"fmt"
	"strings"
)

// Retired is an id that was once published and is not to be used again. To is the id that took over, if any. It is also
// the cause of the error of kind [Gone] that asking for the id gives.
type Retired struct {
	Section Section
	ID      string
	To      string
	Reason  string
}

// Error says what became of the id.
func (r Retired) Error() string {
	said := fmt.Sprintf("the id %q in %s is no longer used: %s", r.ID, r.Section, strings.TrimSuffix(r.Reason, "."))
	if r.To == "" {
		return said + "; nothing took its place"
	}
	return said + fmt.Sprintf("; %q took its place", r.To)
}

// Missing returns the error for an id that no record of a section has: of kind [Gone], with a [Retired] as its cause, if
// one had it in an earlier release, and else of kind [NotFound].
func (ix *Index) Missing(section Section, id string) error {
	for _, r := range ix.Dossier.Retired {
		if r.Section == section && r.ID == id {
			return &Error{Kind: Gone, Message: r.Error(), Err: r}
		}
	}
	return Errorf(NotFound, "no record %q in %s: see the list of %s for the ids that exist", id, section, section)
}
