package storage_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/storage"
)

// anyDossierComesBack writes and reads random dossiers, each in place of the one before.
func anyDossierComesBack(t *testing.T, s *storage.Store) {
	rapid.Check(t, func(r *rapid.T) {
		want := randomDossier(r)
		if _, err := s.Import(t.Context(), want); err != nil {
			r.Fatal(err)
		}
		got, err := s.Dossier(t.Context(), want.ID)
		if err != nil {
			r.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			r.Fatalf("read back differs (-want +got):\n%s", d)
		}
		if changed, err := s.Import(t.Context(), want); changed || err != nil {
			r.Fatalf("second Import = %v, %v, want no change", changed, err)
		}
	})
}

// refersTo names the section whose ids a field holds, by type and field. A field that is new in the
// domain is filled with any text, and is refused as a reference to nothing here if it should have been listed.
var refersTo = map[string]string{
	"Party.Government": "Parties", "Seat.Party": "Parties", "Seat.Claimants": "Parties",
	"SeatView.By": "Parties", "SeatView.Claimant": "Parties", "Person.Parties": "Parties",
	"Name.Documents": "Documents", "List.Authors": "Parties", "List.Document": "Documents",
	"Member.Party": "Parties", "Appearance.Document": "Documents", "Meeting.Track": "Tracks",
	"Meeting.Places": "Places", "Meeting.Parties": "Parties", "Meeting.List": "Lists",
	"Meeting.Fulfils": "Proposals", "Delegation.Party": "Parties", "Delegate.Person": "Persons",
	"Question.Track": "Tracks", "Document.Authors": "Parties", "Document.Signatories": "Persons",
	"Document.Addressees": "Parties", "Document.Recipients": "Parties",
	"Document.WithheldFrom": "Parties", "Reply.Document": "Documents", "Printing.In": "Documents", "Citation.Document": "Documents",
	"Proposal.Track": "Tracks", "Proposal.By": "Parties", "Proposal.To": "Parties",
	"Proposal.Document": "Documents", "Proposal.ReportedBy": "Parties", "Proposal.MadeIn": "Documents",
	"Relation.Proposal": "Proposals", "Term.Places": "Places", "Term.Parties": "Parties",
	"Term.List": "Lists", "Response.Proposal": "Proposals", "Response.By": "Parties",
	"Response.Document": "Documents", "Response.AttestedBy": "Parties", "Response.Counter": "Proposals",
	"Statement.Document": "Documents", "Statement.Meeting": "Meetings", "Statement.Speaker": "Persons",
	"Statement.Party": "Parties", "Statement.Answers": "Statements", "Claim.Question": "Questions",
	"Claim.By": "Parties", "Claim.Document": "Documents", "Claim.Rivals": "Claims",
	"Claim.ReportedBy": "Parties", "Alignment.Document": "Documents", "Alignment.Parties": "Parties",
	"Alignment.Toward": "Parties", "Alignment.SaidBy": "Parties",
	"Override.Proposal": "Proposals", "Override.Party": "Parties", "Claim.About": "Documents,Proposals,Meetings",
}

// filler fills a dossier with random values whose references hold.
type filler struct {
	*rapid.T
	ids map[string][]string // by section
}

func randomDossier(r *rapid.T) *domain.Dossier {
	f := &filler{r, map[string][]string{}}
	d := &domain.Dossier{}
	v := reflect.ValueOf(d).Elem()
	for i := range v.NumField() {
		if v.Field(i).Kind() == reflect.Slice {
			f.ids[v.Type().Field(i).Name] = f.newIDs()
		}
	}
	f.fillStruct(v)
	d.ID = "random"
	return d
}

// newIDs draws one to three ids. They are no slugs, which only the domain requires.
func (f *filler) newIDs() (ids []string) {
	for i := range rapid.IntRange(1, 3).Draw(f.T, "records") {
		ids = append(ids, fmt.Sprintf("%s%d", f.text(), i))
	}
	return ids
}

func (f *filler) fillStruct(v reflect.Value) {
	for i := range v.NumField() {
		field, name := v.Field(i), v.Type().Field(i).Name
		ids, isSection := f.ids[name]
		switch {
		case isSection && v.Type() == reflect.TypeFor[domain.Dossier]():
			f.fillRecords(field, ids)
		default:
			f.fill(field, v.Type().Name()+"."+name)
		}
	}
}

func (f *filler) fillRecords(slice reflect.Value, ids []string) {
	slice.Set(reflect.MakeSlice(slice.Type(), len(ids), len(ids)))
	for i, id := range ids {
		f.fillStruct(slice.Index(i))
		slice.Index(i).FieldByName("ID").SetString(id)
	}
}

func (f *filler) fill(v reflect.Value, field string) {
	switch {
	case v.Type() == reflect.TypeFor[edtf.Date]():
		v.Set(reflect.ValueOf(f.date()))
	case v.Kind() == reflect.Struct:
		f.fillStruct(v)
	case v.Type() == reflect.TypeFor[[]domain.Term]():
		f.fillTerms(v)
	case v.Kind() == reflect.Slice:
		n := rapid.IntRange(0, 3).Draw(f.T, field)
		for range n { // an empty list stays nil
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
			f.fill(v.Index(v.Len()-1), field+"[]")
		}
	case v.Kind() == reflect.String:
		v.SetString(f.word(field))
	case v.Kind() == reflect.Int:
		v.SetInt(rapid.Int64().Draw(f.T, field))
	case v.Kind() == reflect.Bool:
		v.SetBool(rapid.Bool().Draw(f.T, field))
	default:
		f.Fatalf("cannot fill %s of type %s", field, v.Type())
	}
}

// fillTerms has each kind at most once, in the order in which they are read.
func (f *filler) fillTerms(v reflect.Value) {
	for _, kind := range domain.TermKinds() {
		if rapid.IntRange(0, 5).Draw(f.T, "term") == 0 {
			term := domain.Term{}
			f.fillStruct(reflect.ValueOf(&term).Elem())
			term.Kind = kind
			v.Set(reflect.Append(v, reflect.ValueOf(term)))
		}
	}
}

// word draws an id for a reference, which outside of a list may be empty, and else any text.
func (f *filler) word(field string) string {
	name, inList := strings.CutSuffix(field, "[]")
	sections, ok := refersTo[name]
	if !ok {
		return f.text()
	}
	var ids []string
	if !inList {
		ids = []string{""}
	}
	for section := range strings.SplitSeq(sections, ",") {
		ids = append(ids, f.ids[section]...)
	}
	return rapid.SampledFrom(ids).Draw(f.T, field)
}

func (f *filler) text() string {
	awkward := []string{"", " ", "'; DROP TABLE proposals; --", "北京", "鄧小平", "🕊️👨‍👩‍👧",
		"\r\n\t", "é e\u0301", "?", "$1", "@id", ":id", "NULL", `\`, `"`, "\ufeff", "\u202e",
		"1984-06~", "\x01\x7f", "true", "0"}
	s := rapid.OneOf(rapid.SampledFrom(awkward), rapid.String()).Draw(f.T, "text")
	return strings.ToValidUTF8(strings.NewReplacer("\x00", "", "\x1c", "", "\x1d", "", "\x1e", "", "\x1f", "").Replace(s), "")
}

func (f *filler) date() edtf.Date {
	return day(f, rapid.SampledFrom([]string{"", "1964", "1964-05", "1964-10-10/1964-10-25", "1964-23",
		"1965-05~", "../1964-12-15", "1964-12-15/", "1984-06~", "[1964-05-07,1964-05-08]", "-0043",
		"196X", "1964-11-07?"}).Draw(f.T, "date"))
}

// TestFixtureIsFull makes sure that the fixture leaves no field of any type empty everywhere.
func TestFixtureIsFull(t *testing.T) {
	filled := map[string]bool{}
	note(reflect.ValueOf(*full(t)), "Dossier", filled)
	for field, ok := range filled {
		if !ok {
			t.Errorf("the fixture never fills %s", field)
		}
	}
}

// note sets for every field reached from v whether any value of it is not zero.
func note(v reflect.Value, name string, filled map[string]bool) {
	filled[name] = filled[name] || !v.IsZero()
	switch {
	case v.Type() == reflect.TypeFor[edtf.Date]():
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			note(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, filled)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			note(v.Index(i), name+"[]", filled)
		}
	}
}
