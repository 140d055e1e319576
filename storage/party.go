package storage

import "pourparler/domain"

// partyRow is a party; its names are in their own table.
type partyRow struct {
	DossierID    string
	ID           string
	Ord          int
	Name         string
	Short        string
	Kind         string
	Country      string
	GovernmentID ref
	Note         string
}

func (r *rows) addParties(parties []domain.Party) {
	for i, p := range parties {
		r.Parties = append(r.Parties, partyRow{r.Dossier.ID, p.ID, i,
			p.Name, p.Short, string(p.Kind), p.Country, ref(p.Government), p.Note})
		o := of(domain.SectionParties, p.ID)
		r.name(o, p.Names)
		r.cite(o, p.Citations)
	}
}

func (a *assembly) parties() (parties []domain.Party) {
	for _, row := range a.rows.Parties {
		o := of(domain.SectionParties, row.ID)
		parties = append(parties, domain.Party{ID: row.ID, Name: row.Name, Short: row.Short,
			Kind: domain.PartyKind(row.Kind), Country: row.Country, Government: string(row.GovernmentID),
			Names: a.names[o], Note: row.Note, Citations: a.citations[o]})
	}
	return parties
}
