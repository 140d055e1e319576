package api

import (
	"net/url"

	"pourparler/domain"
)

// Root is the address below which everything stands.
const Root = "/api/v1"

// DossierAddress returns the address of a dossier.
func DossierAddress(dossier string) string { return Root + "/dossiers/" + url.PathEscape(dossier) }

// Address returns the address of a record.
func Address(dossier string, section domain.Section, id string) string {
	return DossierAddress(dossier) + "/" + string(section) + "/" + url.PathEscape(id)
}

// Links are the addresses of a record, without the host, which is that of the answer.
type Links struct {
	Self string        `json:"self" doc:"address of the record in this interface"`
	Page Maybe[string] `json:"page" doc:"address of the page that shows it, for a reader; null where no page does"`
}
