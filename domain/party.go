package domain

// Kinds of party.
const (
	PartyParty        PartyKind = "party"
	PartyGovernment   PartyKind = "government"
	PartyPress        PartyKind = "press"
	PartyOrganisation PartyKind = "organisation"
	PartyGroup        PartyKind = "group"
)

// PartyKind says what sort of actor a party is.
type PartyKind string

// PartyKinds returns all kinds of party.
func PartyKinds() []PartyKind {
	return []PartyKind{PartyParty, PartyGovernment, PartyPress, PartyOrganisation, PartyGroup}
}

// Party is an actor that takes positions. Name and Short are ours; Names are the sources' forms.
// Government is the id of the government beside it, where both appear in the record.
type Party struct {
	ID         string
	Name       string
	Short      string
	Kind       PartyKind
	Country    string
	Government string
	Names      []Name
	Note       string
	Citations  []Citation
}

// Label returns the short name, or the name where there is no shorter one.
func (p Party) Label() string {
	if p.Short != "" {
		return p.Short
	}
	return p.Name
}
