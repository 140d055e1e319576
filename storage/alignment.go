package storage

import "pourparler/domain"

// Parts that a party has in an alignment.
const (
	roleParty  = "party"
	roleToward = "toward"
)

// alignmentRow is an alignment.
type alignmentRow struct {
	DossierID  string
	ID         string
	Ord        int
	DocumentID ref
	Side       string
	SaidByID   ref
	Date       dateRow `gorm:"embedded;embeddedPrefix:date_"`
	DateSpan   spanRow `gorm:"embedded;embeddedPrefix:date_"`
	Summary    string
	Note       string
}

// alignmentPartyRow is the part of a party in an alignment.
type alignmentPartyRow struct {
	DossierID   string
	AlignmentID string
	Role        string
	Ord         int
	PartyID     string
}

func (r *rows) addAlignments(alignments []domain.Alignment) {
	for i, l := range alignments {
		r.Alignments = append(r.Alignments, alignmentRow{r.Dossier.ID, l.ID, i,
			ref(l.Document), string(l.Side), ref(l.SaidBy),
			flattenDate(l.Date), span(l.Date.Value), l.Summary, l.Note})
		r.addAlignmentParties(l.ID, roleParty, l.Parties)
		r.addAlignmentParties(l.ID, roleToward, l.Toward)
		r.cite(of(domain.SectionAlignments, l.ID), l.Citations)
	}
}

func (r *rows) addAlignmentParties(alignment, role string, ids []string) {
	link(&r.AlignmentParties, ids, func(ord int, id string) alignmentPartyRow {
		return alignmentPartyRow{r.Dossier.ID, alignment, role, ord, id}
	})
}

func (a *assembly) alignments() (alignments []domain.Alignment) {
	parties := group(a.rows.AlignmentParties, func(row alignmentPartyRow) (owner, string) {
		return owner{ID: row.AlignmentID, Part: row.Role}, row.PartyID
	})
	for _, row := range a.rows.Alignments {
		o := owner{ID: row.ID}
		alignments = append(alignments, domain.Alignment{ID: row.ID, Document: string(row.DocumentID),
			Parties: parties[o.part(roleParty, 0)], Side: domain.Side(row.Side),
			Toward: parties[o.part(roleToward, 0)], SaidBy: string(row.SaidByID), Date: a.date(row.Date),
			Summary: row.Summary, Citations: a.citations[of(domain.SectionAlignments, row.ID)],
			Note: row.Note})
	}
	return alignments
}
