package api

import (
	"net/url"

	"pourparler/domain"
)

// Root is where the interface stands on its site.
const Root = "/api/v1"

// Base is the path below which the site stands: "" at the root of its host, else one such as /talks. Every address in an
// answer begins with it.
type Base string

// Root returns the address below which everything stands.
func (b Base) Root() string { return string(b) + Root }

// Dossier returns the address of a dossier.
func (b Base) Dossier(dossier string) string {
	return b.Root() + "/dossiers/" + url.PathEscape(dossier)
}

// Record returns the address of a record.
func (b Base) Record(dossier string, section domain.Section, id string) string {
	return b.Dossier(dossier) + "/" + string(section) + "/" + url.PathEscape(id)
}

// Page returns the address of a page of the site, null for none.
func (b Base) Page(path string) Maybe[string] {
	if path == "" {
		return Say("")
	}
	return Say(string(b) + path)
}

// Links are the addresses of a record, without the host, which is that of the answer.
type Links struct {
	Self string        `json:"self" doc:"address of the record in this interface"`
	Page Maybe[string] `json:"page" doc:"address of the page that shows it, for a reader; null where no page does"`
}
