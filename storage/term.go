package storage

import "pourparler/domain"

// termRow is one term of a proposal.
type termRow struct {
	DossierID  string
	ProposalID string
	Ord        int
	Kind       string
	Text       string
	DateEDTF   string  `gorm:"column:date_edtf"`
	DateSpan   spanRow `gorm:"embedded;embeddedPrefix:date_"`
	ListID     ref
	Claimed    int
	Inferred   string
	Note       string
}

// termPlaceRow is a venue of a term.
type termPlaceRow struct {
	DossierID  string
	ProposalID string
	TermOrd    int
	Ord        int
	PlaceID    string
}

// termPartyRow is a participant or convener of a term.
type termPartyRow struct {
	DossierID  string
	ProposalID string
	TermOrd    int
	Ord        int
	PartyID    string
}

func (r *rows) addTerms(p domain.Proposal) {
	for i, t := range p.Terms {
		r.Terms = append(r.Terms, termRow{r.Dossier.ID, p.ID, i, string(t.Kind), t.Text, t.Date.String(),
			span(t.Date), ref(t.List), t.Claimed, t.Inferred, t.Note})
		link(&r.TermPlaces, t.Places, func(ord int, id string) termPlaceRow {
			return termPlaceRow{r.Dossier.ID, p.ID, i, ord, id}
		})
		link(&r.TermParties, t.Parties, func(ord int, id string) termPartyRow {
			return termPartyRow{r.Dossier.ID, p.ID, i, ord, id}
		})
		r.cite(of(domain.SectionProposals, p.ID).part("terms", i), t.Citations)
	}
}

// terms returns the terms by proposal.
func (a *assembly) terms() map[owner][]domain.Term {
	places := group(a.rows.TermPlaces, func(row termPlaceRow) (owner, string) {
		return owner{ID: row.ProposalID, At: row.TermOrd}, row.PlaceID
	})
	parties := group(a.rows.TermParties, func(row termPartyRow) (owner, string) {
		return owner{ID: row.ProposalID, At: row.TermOrd}, row.PartyID
	})
	return group(a.rows.Terms, func(row termRow) (owner, domain.Term) {
		at := owner{ID: row.ProposalID, At: row.Ord}
		cited := of(domain.SectionProposals, row.ProposalID).part("terms", row.Ord)
		return owner{ID: row.ProposalID}, domain.Term{Kind: domain.TermKind(row.Kind), Text: row.Text,
			Date: a.edtf(row.DateEDTF), Places: places[at], Parties: parties[at], List: string(row.ListID),
			Claimed: row.Claimed, Inferred: row.Inferred, Citations: a.citations[cited], Note: row.Note}
	})
}
