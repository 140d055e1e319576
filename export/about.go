package export

import "pourparler/domain"

// About is what a file says of its table beside the rows: where they come from and how they were chosen.
type About struct {
	Dossier  string    // id of the dossier
	Title    string    // of the dossier
	Release  string    // number of the record's release, such as 0.1.0
	Released string    // day of that release, in EDTF
	Licence  string    // of the record, an SPDX identifier
	Source   string    // where the texts come from, in a sentence
	AsOf     string    // the day whose state the table gives, YYYY-MM-DD; empty where it depends on none
	Filters  []Setting // what else was asked for
	Address  string    // where the file was had; empty if not from a site
}

// Setting is a part of what was asked for, by its name in addresses.
type Setting struct{ Name, Value string }

// NewAbout returns what every file of a dossier says of it.
func NewAbout(d *domain.Dossier) About {
	return About{Dossier: d.ID, Title: d.Title, Release: d.Release, Released: d.Released.String(), Licence: d.Licence,
		Source: d.Source}
}

// Words returns the settings as the parts of a file name: the value alone where it is an id, and after the name where it
// would not say what it is.
func (a About) Words() []string {
	var words []string
	for _, s := range a.Filters {
		switch s.Name {
		case "sort", "order":
		case "from", "to", "text":
			words = append(words, s.Name+" "+s.Value)
		default:
			words = append(words, s.Value)
		}
	}
	if a.AsOf != "" {
		words = append(words, "as of "+a.AsOf)
	}
	return words
}
