package views

// Home lists the dossiers.
type Home struct {
	Base
	Dossiers []DossierCard
}

// DossierCard is one dossier on the home page.
type DossierCard struct {
	Link
	Summary string
	Release string
	LeftOut string // which days are left out of a copy
}

func (Home) template() string { return "home.html" }

// NewHome returns the home page for dossiers given as their masthead and summary.
func NewHome(cards []DossierCard) Home {
	return Home{Base: Base{path: "/", Title: "Talks about talks", Manual: manual(), Cite: &Citation{},
		Description: "Records of negotiations about holding a negotiation: who proposed which talks, when, where and with whom, and who answered."},
		Dossiers: cards}
}

// Card returns the card of the dossier for the home page.
func (s *Site) Card() DossierCard {
	d := s.ix.Dossier
	return DossierCard{Link: Link{Label: d.Title, Href: s.root()}, Summary: d.Summary, Release: release(d), LeftOut: s.leftOut()}
}
