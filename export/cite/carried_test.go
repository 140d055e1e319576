package cite_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/export/cite"
)

// TestLocator: the paragraphs that a record rests on are in every format.
func TestLocator(t *testing.T) {
	letter := domain.Document{ID: "x", Title: "T", Kind: domain.Letter, Held: true, Authors: []string{"town"}, Edition: domain.Edition{Paragraphs: 9}}
	r := cite.New(domain.NewIndex(&domain.Dossier{ID: "bay", Parties: []domain.Party{{ID: "town", Name: "Town"}}, Documents: []domain.Document{letter},
		Proposals: []domain.Proposal{{ID: "p", Document: "x", Citations: []domain.Citation{{Document: "x", Paragraph: 4}, {Document: "x", Paragraph: 5}}}}}), at)
	sources := sources(t, r, domain.SectionProposals, "p")
	for _, f := range cite.Formats() {
		if got := string(f.Write(sources[0].Item)); !strings.Contains(got, "Cited: paras. 4–5.") {
			t.Errorf("%s does not say which paragraphs are cited:\n%s", f.Suffix, got)
		}
	}
}

// TestPeople: author, recipient and translator are in every format that has a field for them.
func TestPeople(t *testing.T) {
	letter := domain.Document{ID: "x", Title: "T", Kind: domain.Letter, Held: true, Authors: []string{"town"}, Addressees: []string{"yard"},
		Edition: domain.Edition{Translator: "Ane Sund", Language: "en"}}
	item, err := small(letter).Document("x")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		".bib":      {"author       = {{Town’s council}}", "translator   = {{Ane Sund}}", "type         = {letter to Shipyard}"},
		".ris":      {"AU  - Town’s council\r\n", "A2  - Shipyard\r\n", "A4  - Ane Sund\r\n"},
		".csl.json": {`"translator": [`, `"recipient": [`, `"literal": "Ane Sund"`},
	}
	for _, f := range cite.Formats() {
		got := string(f.Write(item))
		for _, field := range want[f.Suffix] {
			if !strings.Contains(got, field) {
				t.Errorf("%s lacks %q:\n%s", f.Suffix, field, got)
			}
		}
	}
}

// TestRISDates: a date that RIS has no numbers for is in words in a note, not in a date.
func TestRISDates(t *testing.T) {
	tests := map[string][]string{
		"1921-03-01":              {"PY  - 1921", "DA  - 1921/03/01/"},
		"1921-03-01/1921-03-04":   {"PY  - 1921", "DA  - 1921/03/01/1–4 March 1921"},
		"1921-05~":                {"PY  - 1921", "DA  - 1921/05//about May 1921"},
		"../1960-09-19":           {"N1  - Date: by 19 September 1960."},
		"[1921-03-01,1921-03-02]": {"N1  - Date: 1 March or 2 March 1921."},
	}
	for given, want := range tests {
		var got []string
		for line := range strings.SplitSeq(string(cite.Formats()[1].Write(cite.Item{ID: "x", Type: cite.Letter, Title: "T", Issued: dated(t, given)})), "\r\n") {
			if strings.HasPrefix(line, "PY") || strings.HasPrefix(line, "DA") || strings.HasPrefix(line, "N1") {
				got = append(got, line)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s = %q, want %q", given, got, want)
		}
	}
}

// TestCOinSAuthors: one corporate author, and the others behind it in their order, each whole.
func TestCOinSAuthors(t *testing.T) {
	v, err := url.ParseQuery(cite.Item{Type: cite.Letter, Title: "T", Author: literal("Town of Norrholm", "Shipyard of Yasny", "Bay Board, North")}.COinS(""))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := append(v["rft.aucorp"], v["rft.au"]...), []string{"Town of Norrholm", "Shipyard of Yasny,", "Bay Board North,"}; !slices.Equal(got, want) || len(v["rft.aucorp"]) != 1 {
		t.Errorf("authors = %q, want %q", got, want)
	}
}

// TestReleaseOnce: the release of a dossier is said once wherever a view of it is cited.
func TestReleaseOnce(t *testing.T) {
	item := small().View(cite.View{ID: "bay-drift", Title: "Drift"})
	said := map[string]string{"Chicago": cite.Chicago.Footnote(cite.Cite{Item: item}).Plain, "MHRA": cite.MHRA.Footnote(cite.Cite{Item: item}).Plain}
	for _, f := range cite.Formats() {
		said[f.Suffix] = string(f.Write(item))
	}
	for where, text := range said {
		if n := strings.Count(text, "1.0.0"); n != 1 {
			t.Errorf("%s says the release %d times: %s", where, n, text)
		}
	}
}
