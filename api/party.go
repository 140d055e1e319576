package api

import "pourparler/domain"

// Party is an actor that takes positions.
type Party struct {
	ID         string           `json:"id" doc:"id of the party"`
	Name       string           `json:"name" doc:"name, ours"`
	Short      Maybe[string]    `json:"short" doc:"short name, ours"`
	Kind       domain.PartyKind `json:"kind" doc:"what sort of actor it is"`
	Country    Maybe[string]    `json:"country" doc:"country"`
	Government Maybe[string]    `json:"government" doc:"id of the government beside it, where both appear"`
	Names      []Name           `json:"names" doc:"the forms in the sources"`
	Note       Maybe[string]    `json:"note" doc:"an editor's note"`
	Citations  []Citation       `json:"citations" doc:"where it is named"`
	Links      Links            `json:"links"`
}

// Party tells the party of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Party(id string) (Party, error) {
	p, err := r.ix.Party(id)
	return told(p, err, r.party)
}

func (r *Records) party(p *domain.Party) Party {
	return Party{p.ID, p.Name, Say(p.Short), p.Kind, Say(p.Country), Say(p.Government), names(p.Names), Say(p.Note),
		r.citations(p.Citations), r.links(domain.SectionParties, p.ID)}
}
