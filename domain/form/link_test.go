package form_test

import (
	"fmt"
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
			Terms: []domain.Term{{Kind: domain.TermVenue, Places: []string{"vell"}, Citations: []domain.Citation{{Document: "b-2", Paragraph: 4}}},
				{Kind: domain.TermParticipants, Citations: []domain.Citation{{Document: "b-2", Paragraph: 5}}}},
			Citations: []domain.Citation{{Document: "a-1", Paragraph: 3, Fingerprint: "0123abcd"}}}},
		Claims: []domain.Claim{{ID: "c", About: []string{"p"}}}}
	want := map[string][]string{
		"vell": {"names.documents to [documents] a-1 0 in name 1"},
		"p": {"document to [documents] a-1 0 in ", "track to [tracks] talks 0 in ", "by to [parties] a 0 in ", "by to [parties] b 0 in ",
			"terms.venue.places to [places] vell 0 in venue", "terms.venue.cite to [documents] b-2 4 in venue",
			"terms.participants.cite to [documents] b-2 5 in participants",
			"cite to [documents] a-1 3 0123abcd in "},
		"c": {"about to [documents proposals meetings] p 0 in "},
	}
	got := map[string][]string{}
	for r, l := range form.References(d) {
		fingerprint := ""
		if l.Fingerprint != "" {
			fingerprint = " " + l.Fingerprint
		}
		got[r.ID] = append(got[r.ID], fmt.Sprintf("%s to %v %s %d%s in %s", l.Field, l.To, l.ID, l.Paragraph, fingerprint, l.Part()))
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
