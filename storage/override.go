package storage

import "pourparler/domain"

// overrideRow is what an editor says of a movement.
type overrideRow struct {
	DossierID  string
	ID         string
	Ord        int
	ProposalID ref
	Term       string
	PartyID    ref
	Movement   string
	Reason     string
}

func (r *rows) addOverrides(overrides []domain.Override) {
	for i, o := range overrides {
		r.Overrides = append(r.Overrides, overrideRow{r.Dossier.ID, o.ID, i, ref(o.Proposal),
			string(o.Term), ref(o.Party), string(o.Movement), o.Reason})
		r.cite(of(domain.SectionOverrides, o.ID), o.Citations)
	}
}

func (a *assembly) overrides() (overrides []domain.Override) {
	for _, row := range a.rows.Overrides {
		overrides = append(overrides, domain.Override{ID: row.ID, Proposal: string(row.ProposalID),
			Term: domain.TermKind(row.Term), Party: string(row.PartyID),
			Movement: domain.Movement(row.Movement), Reason: row.Reason,
			Citations: a.citations[of(domain.SectionOverrides, row.ID)]})
	}
	return overrides
}
