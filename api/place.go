package api

import "pourparler/domain"

// Name is one form of a name as sources spell it.
type Name struct {
	Text      string        `json:"text" doc:"the form"`
	Lang      Maybe[string] `json:"lang" doc:"its language, a BCP 47 tag"`
	System    Maybe[string] `json:"system" doc:"the romanisation, if it is one"`
	Documents []string      `json:"documents" doc:"ids of the documents that use it; none for a form given only so that the name can be found"`
}

func names(all []domain.Name) []Name {
	return each(all, func(n domain.Name) Name {
		return Name{n.Text, Say(n.Lang), Say(n.System), same(n.Documents)}
	})
}

// Place is where something is proposed to be held or was held.
type Place struct {
	ID      string        `json:"id" doc:"id of the place"`
	Name    string        `json:"name" doc:"name, ours"`
	Names   []Name        `json:"names" doc:"the forms in the sources"`
	Country Maybe[string] `json:"country" doc:"country in which it lies"`
	Links   Links         `json:"links"`
}

// Places tells all places in the order of the record.
func (r *Records) Places() []Place { return tellAll(r.ix.Dossier.Places, r.place) }

// Place tells the place of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Place(id string) (Place, error) {
	p, err := r.ix.Place(id)
	return told(p, err, r.place)
}

func (r *Records) place(p *domain.Place) Place {
	return Place{p.ID, p.Name, names(p.Names), Say(p.Country), r.links(domain.SectionPlaces, p.ID)}
}
