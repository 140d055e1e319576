package storage

import "pourparler/domain"

// Parts that a party has in a proposal.
const (
	roleBy = "by"
	roleTo = "to"
)

// proposalRow is a proposal. MadeSpan falls back to the date of the document, see
// [domain.Index.Made].
type proposalRow struct {
	DossierID    string
	ID           string
	Ord          int
	TrackID      ref
	Act          string
	Made         dateRow `gorm:"embedded;embeddedPrefix:made_"`
	MadeSpan     spanRow `gorm:"embedded;embeddedPrefix:made_"`
	DocumentID   ref
	ReportedByID ref
	MadeInID     ref
	Summary      string
	Note         string
}

// proposalPartyRow is the part of a party in a proposal.
type proposalPartyRow struct {
	DossierID  string
	ProposalID string
	Role       string
	Ord        int
	PartyID    string
}

// proposalRelationRow links a proposal to another.
type proposalRelationRow struct {
	DossierID  string
	ProposalID string
	Ord        int
	Kind       string
	RelatedID  string
	Note       string
}

func (r *rows) addProposals(proposals []domain.Proposal) {
	for i, p := range proposals {
		r.Proposals = append(r.Proposals, r.proposal(i, p))
		r.addProposalParties(p.ID, roleBy, p.By)
		r.addProposalParties(p.ID, roleTo, p.To)
		r.addTerms(p)
		for ord, l := range p.Relations {
			r.ProposalRelations = append(r.ProposalRelations,
				proposalRelationRow{r.Dossier.ID, p.ID, ord, string(l.Kind), l.Proposal, l.Note})
		}
		r.cite(of(domain.SectionProposals, p.ID), p.Citations)
	}
}

func (r *rows) proposal(i int, p domain.Proposal) proposalRow {
	return proposalRow{DossierID: r.Dossier.ID, ID: p.ID, Ord: i, TrackID: ref(p.Track), Act: string(p.Act),
		Made: flattenDate(p.Made), MadeSpan: span(r.index.Made(&p)), DocumentID: ref(p.Document),
		ReportedByID: ref(p.ReportedBy), MadeInID: ref(p.MadeIn), Summary: p.Summary, Note: p.Note}
}

func (r *rows) addProposalParties(proposal, role string, ids []string) {
	link(&r.ProposalParties, ids, func(ord int, id string) proposalPartyRow {
		return proposalPartyRow{r.Dossier.ID, proposal, role, ord, id}
	})
}

func (a *assembly) proposals() (proposals []domain.Proposal) {
	parties := group(a.rows.ProposalParties, func(row proposalPartyRow) (owner, string) {
		return owner{ID: row.ProposalID, Part: row.Role}, row.PartyID
	})
	relations := group(a.rows.ProposalRelations, func(row proposalRelationRow) (owner, domain.Relation) {
		return owner{ID: row.ProposalID}, domain.Relation{Kind: domain.RelationKind(row.Kind),
			Proposal: row.RelatedID, Note: row.Note}
	})
	terms := a.terms()
	for _, row := range a.rows.Proposals {
		o := owner{ID: row.ID}
		proposals = append(proposals, domain.Proposal{ID: row.ID, Track: string(row.TrackID),
			Act: domain.Act(row.Act), By: parties[o.part(roleBy, 0)], To: parties[o.part(roleTo, 0)],
			Made: a.date(row.Made), Document: string(row.DocumentID), ReportedBy: string(row.ReportedByID),
			MadeIn: string(row.MadeInID), Summary: row.Summary, Terms: terms[o], Relations: relations[o],
			Citations: a.citations[of(domain.SectionProposals, row.ID)], Note: row.Note})
	}
	return proposals
}
