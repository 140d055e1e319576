package handlers

import (
	"slices"
	"strconv"

	"pourparler/api"
	"pourparler/domain"
	"pourparler/domain/table"
)

// Items on a page of the read interface: when nothing is said, and at most.
const (
	usualLimit = 100
	mostLimit  = 1000
)

func dossierParameter() api.Parameter {
	return api.Parameter{Name: "dossier", Path: true, Doc: "id of the dossier", Example: "sino-soviet"}
}

func idParameter(of, example string) api.Parameter {
	return api.Parameter{Name: "id", Path: true, Doc: "id of the " + of, Example: example}
}

// paging are the parameters by which a list is read in parts.
func paging() []api.Parameter {
	return []api.Parameter{
		{Name: "limit", Number: true, Least: 1, Most: mostLimit, Usual: strconv.Itoa(usualLimit), Doc: "items on a page at most"},
		{Name: "cursor", Doc: "where the page begins, taken from the links of an answer; it holds for one version of the dossier, one filter and one order"},
	}
}

// ordering are the parameters by which the rows of a table are put in order.
func ordering(t table.Table) []api.Parameter {
	sort := api.Parameter{Name: "sort", Doc: "column to sort by; without it, the order of the table"}
	for _, c := range t.Columns {
		sort.Values = append(sort.Values, c.Name)
	}
	return []api.Parameter{sort,
		{Name: "order", Values: []string{"asc", "desc"}, Usual: "asc", Doc: "direction of the sort; rows that say nothing come last in either"}}
}

// filters are the parameters by which rows are chosen: only those that find something in the columns of the table.
func filters(t table.Table, stances []string) []api.Parameter {
	has := func(section domain.Section) bool {
		return slices.ContainsFunc(t.Columns, func(c table.Column) bool { return c.Facet == section })
	}
	var all []api.Parameter
	if has(domain.SectionTracks) {
		all = append(all, api.Parameter{Name: "track", Doc: "id of a track", Example: "bilateral-talks"})
	}
	if has(domain.SectionParties) {
		all = append(all, api.Parameter{Name: "party", Doc: "id of a party that stands in the row", Example: "cpsu"})
	}
	if has(domain.SectionDocuments) {
		all = append(all, api.Parameter{Name: "document", Doc: "id of a document", Example: "cpsu-1964-03-07"})
	}
	if len(stances) > 0 {
		all = append(all, api.Parameter{Name: "stance", Values: stances, Doc: "what became of it, in the words of the table"})
	}
	if slices.ContainsFunc(t.Columns, func(c table.Column) bool { return c.Type == table.TypeEDTF }) {
		all = append(all, days()...)
	}
	return append(all, api.Parameter{Name: "text", Doc: "words that must all begin a word somewhere in the row, or an id in it"})
}

func days() []api.Parameter {
	return []api.Parameter{{Name: "from", Doc: "a date, in EDTF or as people write it: no row that lies wholly before it", Example: "1964-02"},
		{Name: "to", Doc: "a date, in EDTF or as people write it: no row that lies wholly after it", Example: "1964-07-31"}}
}

// onParameter is the day as of which a view is computed.
func onParameter(without string) api.Parameter {
	return api.Parameter{Name: "on", Doc: "the day, YYYY-MM-DD; without it, " + without, Example: "1964-04-01"}
}

func stepParameter() api.Parameter {
	return api.Parameter{Name: "step", Number: true, Least: 1, Most: 1 << 30, Doc: "the day of that number among those on which something happened, " +
		"from 1, instead of the parameter on; one that no day has is the end of the record"}
}

func listParameters() []api.Parameter {
	return []api.Parameter{{Name: "a", Doc: "id of a list, or of a proposal that names participants", Example: "seventeen"},
		{Name: "b", Doc: "id of another", Example: "twenty-six"}}
}

// together joins groups of parameters.
func together(groups ...[]api.Parameter) []api.Parameter { return slices.Concat(groups...) }
