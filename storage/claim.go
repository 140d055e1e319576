package storage

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// claimRow is a claim.
type claimRow struct {
	DossierID    string
	ID           string
	Ord          int
	QuestionID   ref
	DocumentID   ref
	Summary      string
	Made         dateRow `gorm:"embedded;embeddedPrefix:made_"`
	MadeSpan     spanRow `gorm:"embedded;embeddedPrefix:made_"`
	ReportedByID ref
	Note         string
}

// claimPartyRow is a party that makes a claim.
type claimPartyRow struct {
	DossierID string
	ClaimID   string
	Ord       int
	PartyID   string
}

// claimRivalRow is a claim that contradicts another.
type claimRivalRow struct {
	DossierID string
	ClaimID   string
	Ord       int
	RivalID   string
}

// claimAboutRow is what a claim is about: the id of a document, proposal or meeting.
type claimAboutRow struct {
	DossierID string
	ClaimID   string
	Ord       int
	RecordID  string
}

func (r *rows) addClaims(claims []domain.Claim) {
	for i, c := range claims {
		r.Claims = append(r.Claims, claimRow{r.Dossier.ID, c.ID, i,
			ref(c.Question), ref(c.Document), c.Summary,
			flattenDate(c.Made), span(r.claimed(c)), ref(c.ReportedBy), c.Note})
		link(&r.ClaimParties, c.By, func(ord int, id string) claimPartyRow {
			return claimPartyRow{r.Dossier.ID, c.ID, ord, id}
		})
		link(&r.ClaimRivals, c.Rivals, func(ord int, id string) claimRivalRow {
			return claimRivalRow{r.Dossier.ID, c.ID, ord, id}
		})
		link(&r.ClaimAbout, c.About, func(ord int, id string) claimAboutRow {
			return claimAboutRow{r.Dossier.ID, c.ID, ord, id}
		})
		r.cite(of(domain.SectionClaims, c.ID), c.Citations)
	}
}

// claimed returns when a claim was made: as recorded, or else the date of its document.
func (r *rows) claimed(c domain.Claim) edtf.Date {
	return r.index.Made(&domain.Proposal{Made: c.Made, Document: c.Document})
}

func (a *assembly) claims() (claims []domain.Claim) {
	parties := group(a.rows.ClaimParties, func(row claimPartyRow) (owner, string) {
		return owner{ID: row.ClaimID}, row.PartyID
	})
	rivals := group(a.rows.ClaimRivals, func(row claimRivalRow) (owner, string) {
		return owner{ID: row.ClaimID}, row.RivalID
	})
	about := group(a.rows.ClaimAbout, func(row claimAboutRow) (owner, string) {
		return owner{ID: row.ClaimID}, row.RecordID
	})
	for _, row := range a.rows.Claims {
		o := owner{ID: row.ID}
		claims = append(claims, domain.Claim{ID: row.ID, Question: string(row.QuestionID), By: parties[o],
			Document: string(row.DocumentID), Summary: row.Summary, Rivals: rivals[o], About: about[o],
			Made: a.date(row.Made), ReportedBy: string(row.ReportedByID),
			Citations: a.citations[of(domain.SectionClaims, row.ID)], Note: row.Note})
	}
	return claims
}
