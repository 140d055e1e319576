package cite

import (
	"regexp"
	"strings"

	"pourparler/domain/edtf"
)

// View is a page of the site to cite: an entry of the record, or a table, chart or comparison with what was chosen for it.
type View struct {
	ID      string // short and steady, for a reference manager
	Kind    string // "proposal", "party"; empty for a table or chart
	Title   string
	Filters []string // in words: "track: Two-party talks"
	Typed   bool     // words that a reader typed stand among the filters: they keep their letters
	AsOf    edtf.Day // the zero Day for the whole record
	Path    string   // address on the site, with its query
}

// Dossier returns the item of the whole dossier, a dataset with its release.
func (r *Record) Dossier() Item {
	i := Item{ID: r.ix.Dossier.ID, Type: Dataset, Title: r.container(), URL: r.address("/" + r.ix.Dossier.ID)}
	r.release(&i)
	return i
}

// View returns the item of a page, which stands in the dossier. Its title says what was chosen and as of which day.
func (r *Record) View(v View) Item {
	i := Item{ID: v.ID, Type: Webpage, Title: clean(v.title()), ContainerTitle: r.container(), Genre: v.Kind, URL: r.address(v.Path)}
	if v.Kind == "" {
		i.Type = Dataset
	}
	if v.Typed {
		i.Language = anyLanguage
	}
	r.release(&i)
	return i
}

// anyLanguage is the tag of a title with words of several languages, which no style writes with other capitals.
const anyLanguage = "mul"

// release gives an item the number and day of the dossier's release.
func (r *Record) release(i *Item) {
	d := r.ix.Dossier
	i.release, i.Issued = d.Release, NewDate(d.Released)
}

// title has the filters in brackets, and the day unless the title itself names it.
func (v View) title() string {
	chosen := v.Filters
	if !v.AsOf.IsZero() && !strings.Contains(v.Title, v.AsOf.Humanize()) {
		chosen = append(chosen[:len(chosen):len(chosen)], "as of "+v.AsOf.Humanize())
	}
	return v.Title + wrap(" [", strings.Join(chosen, "; "), "]")
}

// container is the dossier with its release, as the title of the whole.
func (r *Record) container() string {
	d := r.ix.Dossier
	return clean(d.Title) + wrap(", release ", d.Release, "")
}

var unkeyed = regexp.MustCompile(`[^A-Za-z0-9]+`)

// Key makes an id for a reference manager of any words: letters, digits and single hyphens.
func Key(parts ...string) string {
	return strings.Trim(unkeyed.ReplaceAllString(strings.Join(parts, "-"), "-"), "-")
}
