package api

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

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

// Retired is an id that was published once and is not used again.
type Retired struct {
	Section domain.Section `json:"section" doc:"section in which the id was used"`
	ID      string         `json:"id" doc:"the id"`
	To      Maybe[string]  `json:"to" doc:"id that took over"`
	Reason  string         `json:"reason" doc:"why"`
	Links   Links          `json:"links"`
}

// AllRetired tells all retired ids in the order of the record.
func (r *Records) AllRetired() []Retired { return tellAll(r.ix.Dossier.Retired, r.retired) }

// Retired tells a retired id, or fails as [domain.Index.Missing] does.
func (r *Records) Retired(id string) (Retired, error) {
	x, err := find(r.ix, r.ix.Dossier.Retired, domain.SectionRetired, id, func(x *domain.Retired) string { return x.ID })
	return told(x, err, r.retired)
}

func (r *Records) retired(x *domain.Retired) Retired {
	links := r.links(domain.SectionRetired, x.ID)
	if x.To != "" {
		links.Page = r.base.Page(r.page(table.Ref{Section: x.Section, ID: x.To}))
	}
	return Retired{x.Section, x.ID, Say(x.To), x.Reason, links}
}

// tellAll returns what tell makes of each record.
func tellAll[T, U any](all []T, tell func(*T) U) []U {
	out := make([]U, len(all))
	for i := range all {
		out[i] = tell(&all[i])
	}
	return out
}
