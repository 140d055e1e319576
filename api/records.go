package api

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Records tells the records of one dossier, each complete.
type Records struct {
	ix   *domain.Index
	base Base
	page func(table.Ref) string
}

// NewRecords returns the records of a dossier on a site that stands below base. page gives the path of the page that
// shows a record, or "".
func NewRecords(ix *domain.Index, base Base, page func(table.Ref) string) *Records {
	return &Records{ix, base, page}
}

func (r *Records) address(section domain.Section, id string) string {
	return r.base.Record(r.ix.Dossier.ID, section, id)
}

func (r *Records) links(section domain.Section, id string) Links {
	return r.linksOf(table.Ref{Section: section, ID: id})
}

func (r *Records) linksOf(ref table.Ref) Links {
	return Links{Self: r.address(ref.Section, ref.ID), Page: r.base.Page(r.page(ref))}
}

// find returns the first record of that id in a section that no index covers, or the error of [domain.Index.Missing].
func find[T any](ix *domain.Index, all []T, section domain.Section, id string, idOf func(*T) string) (*T, error) {
	for i := range all {
		if idOf(&all[i]) == id {
			return &all[i], nil
		}
	}
	return nil, ix.Missing(section, id)
}

// told returns what tell makes of a record, or the error with which it was looked for.
func told[T, U any](record *T, err error, tell func(*T) U) (U, error) {
	if err != nil {
		var none U
		return none, err
	}
	return tell(record), nil
}
