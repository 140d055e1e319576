package api

import "pourparler/domain"

// Dossier is what a dossier says of itself.
type Dossier struct {
	ID       string        `json:"id" doc:"id, the first part of every address below it"`
	Title    string        `json:"title" doc:"title, ours"`
	Summary  Maybe[string] `json:"summary" doc:"what the negotiation was about, in our words"`
	Release  Maybe[string] `json:"release" doc:"number of the release; ids do not change meaning between releases"`
	Released *Date         `json:"released" doc:"day of the release"`
	Licence  Maybe[string] `json:"licence" doc:"licence of the record, an SPDX identifier"`
	Source   Maybe[string] `json:"source" doc:"where the texts come from"`
	Links    DossierLinks  `json:"links"`
}

// DossierLinks are the addresses of a dossier.
type DossierLinks struct {
	Self        string            `json:"self" doc:"address of the dossier in this interface"`
	Page        string            `json:"page" doc:"address of its first page, for a reader"`
	Collections map[string]string `json:"collections" doc:"address of each collection, by name"`
	Views       map[string]string `json:"views" doc:"address of each computed view, by name"`
}

// NewDossier tells what a dossier says of itself. Links are added by those who know the routes.
func NewDossier(b Base, d *domain.Dossier) Dossier {
	return Dossier{ID: d.ID, Title: d.Title, Summary: Say(d.Summary), Release: Say(d.Release),
		Released: plainDate(d.Released), Licence: Say(d.Licence), Source: Say(d.Source),
		Links: DossierLinks{Self: b.Dossier(d.ID), Page: string(b) + "/" + d.ID}}
}
