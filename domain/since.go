package domain

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Since returns every breach of the rules between two releases of one dossier: ids of the earlier one that vanished
// without being retired, ids that stand for something else, and a release number that was not raised. The rules are
// described in docs/checks.md.
func Since(earlier, d *Dossier) Problems {
	if earlier.ID != d.ID {
		return Problems{{SectionDossier, d.ID, "id",
			fmt.Sprintf("the earlier release is of another dossier, %q: name the folder of the same", earlier.ID), RuleMeaning}}
	}
	s := &succession{earlier: earlier, d: d}
	s.release()
	s.retired()
	s.kept()
	return s.found
}

// succession gathers the problems between two releases.
type succession struct {
	earlier, d *Dossier
	found      Problems
}

func (s *succession) report(rule Rule, section Section, id, format string, args ...any) {
	s.found = append(s.found, Problem{section, id, "", fmt.Sprintf(format, args...), rule})
}

func (s *succession) release() {
	from, to := s.earlier, s.d
	switch {
	case reflect.DeepEqual(from, to):
	case compareReleases(from.Release, to.Release) >= 0:
		s.report(RuleRelease, SectionDossier, to.ID, "the record has changed since release %s, and is called release %s: raise the number",
			from.Release, to.Release)
	case after(from.Released, to.Released):
		s.report(RuleRelease, SectionDossier, to.ID, "release %s is dated %s, before release %s of %s: correct one of the two",
			to.Release, to.Released, from.Release, from.Released)
	}
}

// compareReleases compares release numbers such as 0.9.0 and 0.10.0 part by part; what is no number counts as 0.
func compareReleases(a, b string) int {
	parts := func(s string) (numbers []int) {
		for part := range strings.SplitSeq(s, ".") {
			n, _ := strconv.Atoi(part)
			numbers = append(numbers, n)
		}
		return numbers
	}
	return slices.Compare(parts(a), parts(b))
}

// retired checks that what was given up once stays listed.
func (s *succession) retired() {
	for _, r := range s.earlier.Retired {
		if s.heir(r.Section, r.ID) == nil {
			s.report(RuleKept, r.Section, r.ID, "the id was retired and is no longer listed: put it under retired again")
		}
	}
}

// heir returns the entry of an id under retired, or nil.
func (s *succession) heir(section Section, id string) *Retired {
	i := slices.IndexFunc(s.d.Retired, func(r Retired) bool { return r.Section == section && r.ID == id })
	if i < 0 {
		return nil
	}
	return &s.d.Retired[i]
}

// now returns the id that stands for what an id of the earlier release stood for.
func (s *succession) now(section Section, id string) string {
	if r := s.heir(section, id); r != nil && r.To != "" {
		return r.To
	}
	return id
}

func (s *succession) kept() {
	there := map[Section]map[string]string{}
	same := func(_ Section, id string) string { return id }
	for _, i := range identities(s.d, same) {
		if there[i.section] == nil {
			there[i.section] = map[string]string{}
		}
		there[i.section][i.id] = i.means
	}
	for _, old := range identities(s.earlier, s.now) {
		means, ok := there[old.section][old.id]
		switch {
		case ok && means != old.means:
			s.report(RuleMeaning, old.section, old.id, "in the earlier release the id stands for %s, here for %s: give what is new an id of its own and retire this one",
				old.means, means)
		case !ok && s.heir(old.section, old.id) == nil:
			s.report(RuleKept, old.section, old.id, "the id is in the earlier release and not here%s: list it under retired, with the reason",
				elsewhere(there, old))
		}
	}
}

// elsewhere says in which other section an id stands now, if it does.
func elsewhere(there map[Section]map[string]string, old identity) string {
	for _, section := range Sections() {
		if _, ok := there[section][old.id]; ok && section != old.section {
			return fmt.Sprintf(" but in %s, and an id does not change its section", section)
		}
	}
	return ""
}
