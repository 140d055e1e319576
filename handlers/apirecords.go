package handlers

import (
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/form"
	"pourparler/domain/table"
)

// recordKind is one section of a dossier in the read interface.
type recordKind struct {
	section domain.Section
	word    string // for one record
	example string // id of one in the bundled dossier, if it has one
	rows    bool   // a register lists them
}

// recordKinds are all sections in the order of the description. Those with a register of one row a record are listed by
// its rows, which cost the same at any size of the dossier; the others are few and are listed whole. Sections that have no
// line here follow, without an example.
func recordKinds() []recordKind {
	kinds := []recordKind{
		{domain.SectionProposals, "proposal", "cpsu-1964-03-07-bilateral-talks", true},
		{domain.SectionResponses, "response", "cpc-1963-03-09-re-bilateral-talks", true},
		{domain.SectionDocuments, "document", "cpsu-1964-03-07", true},
		{domain.SectionMeetings, "meeting", "moscow-meeting-1957", true},
		{domain.SectionParties, "party", "cpsu", true},
		{domain.SectionPersons, "person", "deng-xiaoping", true},
		{domain.SectionClaims, "claim", "cpc-1963-03-09-claim-meeting-1962", true},
		{domain.SectionStatements, "statement", "cpc-1964-02-20-s01", true},
		{domain.SectionLists, "list", "seventeen", false},
		{domain.SectionTracks, "track", "bilateral-talks", false},
		{domain.SectionPlaces, "place", "moscow", false},
		{domain.SectionQuestions, "question", "who-began-polemics", false},
		{domain.SectionSeats, "contested seat", "australia", false},
		{domain.SectionAlignments, "alignment", "cpc-1963-03-09-cpsu-attacks", false},
		{domain.SectionOverrides, "override", "", false},
		{domain.SectionRetired, "retired id", "", false},
	}
	for _, s := range domain.Sections() {
		known := slices.ContainsFunc(kinds, func(k recordKind) bool { return k.section == s })
		if !known && s != domain.SectionDossier {
			kinds = append(kinds, recordKind{s, s.Singular(), "", slices.Contains(compare.RegisterNames(), string(s))})
		}
	}
	return kinds
}

// collections are the operations on records, and on the tables of events over them.
func (s *server) collections() []endpoint {
	var all []endpoint
	for _, k := range recordKinds() {
		if k.rows {
			all = append(all, s.listByRows(k))
		} else {
			all = append(all, s.listWhole(k))
		}
		all = append(all, s.single(k))
	}
	for _, name := range eventTables {
		all = append(all, s.events(name), s.eventsOf(name))
	}
	return all
}

// single answers with one record, complete.
func (s *server) single(k recordKind) endpoint {
	o := api.Operation{ID: camel(k.word), Path: "/dossiers/{dossier}/" + string(k.section) + "/{id}", Tag: "records",
		Summary: "One " + k.word + ", complete", Params: []api.Parameter{dossierParameter(), idParameter(k.word, k.example)},
		Answer: api.Answer{Record: form.RecordType(k.section)}, Retires: k.section != domain.SectionRetired, Sample: k.example != ""}
	return endpoint{o, func(c echo.Context, _ api.Operation) (any, error) {
		site, err := s.site(c)
		if err != nil {
			return nil, err
		}
		return api.NewRecords(site.Index(), s.root, site.Href).One(k.section, c.Param("id"))
	}}
}

// listWhole answers with the records of a section, each complete.
func (s *server) listWhole(k recordKind) endpoint {
	o := api.Operation{ID: string(k.section), Path: "/dossiers/{dossier}/" + string(k.section), Tag: "records",
		Summary: "The " + k.word + "s, each complete, in the order of the record",
		Params:  together([]api.Parameter{dossierParameter()}, paging()), Answer: api.Answer{Items: form.RecordType(k.section)}}
	return endpoint{o, func(c echo.Context, o api.Operation) (any, error) {
		at, err := s.place(c)
		if err != nil {
			return nil, err
		}
		site, err := s.site(c)
		if err != nil {
			return nil, err
		}
		all := api.NewRecords(site.Index(), s.root, site.Href).All(k.section)
		p := part{Table: table.Table{Name: string(k.section), Title: title(string(k.section))}, total: len(all), site: site}
		first := min(at.Offset, len(all))
		return p.page(c, at, all[first:min(first+at.limit, len(all))])
	}}
}

// listByRows answers with the rows of a section's register.
func (s *server) listByRows(k recordKind) endpoint {
	t := registerTable(string(k.section))
	o := api.Operation{ID: string(k.section), Path: "/dossiers/{dossier}/" + string(k.section), Tag: "records",
		Summary: "The " + string(k.section) + ", a row each", Sample: k.section == domain.SectionProposals,
		Params: together([]api.Parameter{dossierParameter()}, filters(t, stances(t.Name)), ordering(t), paging()),
		Answer: api.Answer{Rows: &t, Linked: true}}
	return endpoint{o, func(c echo.Context, _ api.Operation) (any, error) { return s.register(c, t.Name, k.section) }}
}

// stances are the words by which a table can be filtered as by an answer.
func stances(table string) []string {
	switch table {
	case "proposals":
		return append(words(domain.Stances()), compare.StanceUnanswered)
	case "responses":
		return words(domain.Stances())
	case "silence-map", "silence-totals":
		return words(compare.Receptions())
	case "ledger", "ledger-totals":
		return words(domain.Movements())
	}
	return nil
}

func words[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, v := range all {
		out[i] = string(v)
	}
	return out
}

// camel is a name for generated clients: contestedSeat for "contested seat".
func camel(words string) string {
	var name strings.Builder
	for i, word := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '-' }) {
		if i > 0 {
			word = title(word)
		}
		name.WriteString(word)
	}
	return name.String()
}

// title is a word with a capital.
func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
