package form_test

import (
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
)

func day(t *testing.T, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestBody wants the keys of the format in their order, each value in its shortest form, and nothing that is
// not said.
func TestBody(t *testing.T) {
	d := &domain.Dossier{ID: "bay", Title: "The Bay", Retired: []domain.Retired{
		{Section: domain.SectionLists, ID: "old", Reason: "<counted> twice & gone"}},
		Proposals: []domain.Proposal{{ID: "a-1-talks", Document: "a-1", Track: "talks", Act: domain.Proposes,
			By: []string{"a"}, Made: domain.Date{Value: day(t, "1921-05~")}, Summary: "Talks.",
			Terms: []domain.Term{{Kind: domain.TermDate, Date: day(t, "1921-06-02"), Text: "the second"},
				{Kind: domain.TermVenue, Places: []string{"vell", "norrholm"}}},
			Citations: []domain.Citation{{Document: "a-1", Paragraph: 3},
				{Document: "b-2", Paragraph: 4, Fingerprint: "0123abcd"}}}}}
	want := map[domain.Section][2]string{
		domain.SectionDossier: {"bay", `{"id":"bay","title":"The Bay"}`},
		domain.SectionRetired: {"lists/old", `{"section":"lists","id":"old","reason":"<counted> twice & gone"}`},
		domain.SectionProposals: {"a-1-talks", `{"id":"a-1-talks","document":"a-1","track":"talks","act":"proposes","by":["a"],` +
			`"made":"1921-05~","summary":"Talks.","terms":{"date":{"text":"the second","date":"1921-06-02"},` +
			`"venue":{"places":["vell","norrholm"]}},"cite":["a-1 3",{"document":"b-2","paragraph":4,"fingerprint":"0123abcd"}]}`},
	}
	n := 0
	for r := range form.RecordsOf(d) {
		n++
		body, err := r.Body()
		if err != nil || r.ID != want[r.Section][0] || string(body) != want[r.Section][1] {
			t.Errorf("%s %s = %s, %v, want %s %s", r.Section, r.ID, body, err, want[r.Section][0], want[r.Section][1])
		}
	}
	if n != len(want) {
		t.Errorf("%d records, want %d", n, len(want))
	}
}

// TestParseRefuses wants what is no record to be an error.
func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ section, body string }{
		{"tea", `{}`}, {"tracks", `{"id":`}, {"proposals", `{"made":"some day"}`}, {"document", `{}`},
	} {
		if _, err := form.Parse(domain.Section(c.section), []byte(c.body)); err == nil {
			t.Errorf("Parse(%q, %q) = nil, want an error", c.section, c.body)
		}
	}
}

// TestRead wants the record that cannot be read to be named, and a section without records to be none.
func TestRead(t *testing.T) {
	bodies := map[domain.Section][]string{domain.SectionDossier: {`{"id":"bay"}`}, domain.SectionTracks: {`{"id":"a"}`, `{"id":"b","title":7}`}}
	if _, err := form.Read(bodies); err == nil || !strings.Contains(err.Error(), "record 2: a record of tracks: ") {
		t.Errorf("Read = %v, want an error that names the second track", err)
	}
	bodies[domain.SectionTracks][1] = `{"id":"b","title":"B"}`
	d, err := form.Read(bodies)
	if err != nil || d.ID != "bay" || len(d.Tracks) != 2 || d.Tracks[1].Title != "B" || d.Places != nil {
		t.Errorf("Read = %+v, %v", d, err)
	}
}
