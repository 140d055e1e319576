package form_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/form"
)

// TestLinks wants every reference of a record with the keys that lead to it, and none where there is no id.
func TestLinks(t *testing.T) {
	d := &domain.Dossier{ID: "bay", Tracks: []domain.Track{{ID: "talks"}},
		Places: []domain.Place{{ID: "vell", Names: []domain.Name{{Text: "V", Documents: []string{"a-1"}}}}},
		Proposals: []domain.Proposal{{ID: "p", Document: "a-1", Track: "talks", By: []string{"a", "b"},
			Terms:     []domain.Term{{Kind: domain.TermVenue, Places: []string{"vell"}, Citations: []domain.Citation{{Document: "b-2", Paragraph: 4}}}},
			Citations: []domain.Citation{{Document: "a-1", Paragraph: 3, Fingerprint: "0123abcd"}}}},
		Claims: []domain.Claim{{ID: "c", About: []string{"p"}}}}
	documents, parties := []domain.Section{domain.SectionDocuments}, []domain.Section{domain.SectionParties}
	want := map[string][]form.Link{
		"vell": {{Field: "names.documents", To: documents, ID: "a-1"}},
		"p": {{Field: "document", To: documents, ID: "a-1"}, {Field: "track", To: []domain.Section{domain.SectionTracks}, ID: "talks"},
			{Field: "by", To: parties, ID: "a"}, {Field: "by", To: parties, ID: "b"},
			{Field: "terms.venue.places", To: []domain.Section{domain.SectionPlaces}, ID: "vell"},
			{Field: "terms.venue.cite", To: documents, ID: "b-2", Paragraph: 4}, {Field: "cite", To: documents, ID: "a-1", Paragraph: 3}},
		"c": {{Field: "about", To: []domain.Section{domain.SectionDocuments, domain.SectionProposals, domain.SectionMeetings}, ID: "p"}},
	}
	got := map[string][]form.Link{}
	for r := range form.RecordsOf(d) {
		if links := r.Links(); links != nil {
			got[r.ID] = links
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

// TestEveryIDLeadsSomewhere wants each field of an id to say in which sections the record is, but for the record's own
// and those of records that are no longer there.
func TestEveryIDLeadsSomewhere(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var check func(reflect.Type)
	check = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			field := typ.Field(i)
			check(field.Type)
			id := field.Type == reflect.TypeFor[form.ID]() || field.Type == reflect.TypeFor[[]form.ID]()
			own := field.Name == "ID" || typ == reflect.TypeFor[form.Retired]()
			to, tagged := field.Tag.Lookup("to")
			if tagged != (id && !own) {
				t.Errorf("%v.%s: tag to is %q", typ, field.Name, to)
			}
			for section := range strings.SplitSeq(to, ",") {
				if tagged && !slices.Contains(domain.Sections(), domain.Section(section)) {
					t.Errorf("%v.%s leads to %q, which is no section", typ, field.Name, section)
				}
			}
		}
	}
	check(reflect.TypeFor[form.File]())
}

// TestParse reads one record.
func TestParse(t *testing.T) {
	r, err := form.Parse(domain.SectionTracks, []byte(`{"title": "Talks", "id": "talks", "meeting": true}`))
	if err != nil {
		t.Fatal(err)
	}
	if body, err := r.Body(); err != nil || r.ID != "talks" || string(body) != `{"id":"talks","title":"Talks","meeting":true}` {
		t.Errorf("Parse = %s %s, %v", r.ID, body, err)
	}
}
