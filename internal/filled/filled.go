// Package filled makes a dossier in which every field of every record says something of its own, so that a test can look
// for all of it in what is made from the dossier.
package filled

import (
	"fmt"
	"reflect"
	"testing"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Dossier returns the dossier, with one record in each section and one item in each list, and by the path of each field what
// it says: a text, a number, or a date in EDTF. Nothing in it refers to anything.
func Dossier(t testing.TB) (d *domain.Dossier, said map[string]string) {
	t.Helper()
	d, f := &domain.Dossier{}, filler{t: t, said: map[string]string{}}
	f.fill("dossier", reflect.ValueOf(d).Elem())
	return d, f.said
}

// filler fills one value after the other.
type filler struct {
	t    testing.TB
	said map[string]string
}

func (f *filler) fill(path string, v reflect.Value) {
	n := 1000 + len(f.said)
	switch {
	case v.Type() == reflect.TypeFor[edtf.Date]():
		date, err := edtf.Parse(fmt.Sprint(n))
		if err != nil {
			f.t.Fatal(err)
		}
		v.Set(reflect.ValueOf(date))
		f.said[path] = date.String()
	case v.Type() == reflect.TypeFor[[]domain.Term]():
		f.terms(path, v)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			f.fill(path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(path, v.Index(0))
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Int:
		v.SetInt(int64(n))
		f.said[path] = fmt.Sprint(n)
	default:
		v.SetString(fmt.Sprintf("said-%d", n))
		f.said[path] = v.String()
	}
}

// terms has in each term only what one of its kind can have.
func (f *filler) terms(path string, v reflect.Value) {
	v.Set(reflect.ValueOf([]domain.Term{{Kind: domain.TermDate}, {Kind: domain.TermVenue}, {Kind: domain.TermParticipants}}))
	of := map[string]domain.TermKind{"Date": domain.TermDate, "Places": domain.TermVenue, "Parties": domain.TermParticipants,
		"List": domain.TermParticipants, "Claimed": domain.TermParticipants}
	for i := range v.Len() {
		term := v.Index(i)
		kind := term.FieldByName("Kind").String()
		for j := range term.NumField() {
			name := term.Type().Field(j).Name
			if only, ok := of[name]; name != "Kind" && (!ok || string(only) == kind) {
				f.fill(path+"."+kind+"."+name, term.Field(j))
			}
		}
	}
}
