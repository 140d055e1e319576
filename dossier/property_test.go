package dossier

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
)

// The property is tested from inside, because the file structs say what a random dossier may hold.

// maker fills file structs with what a dossier may hold.
type maker struct {
	*shapes
	t      *rapid.T
	own    string
	serial int
}

// fill gives v a value; one that is required is never zero.
func (m *maker) fill(v reflect.Value, required bool) {
	if !required && !rapid.Bool().Draw(m.t, "present") {
		return
	}
	switch m.KindOf(v.Type()) {
	case form.KindText:
		v.SetString(awkward().Draw(m.t, "text"))
	case form.KindPattern:
		v.SetString(m.pattern(v.Type()))
	case form.KindWord:
		v.SetString(rapid.SampledFrom(m.Words(v.Type())).Draw(m.t, "word"))
	case form.KindNumber:
		v.SetInt(int64(rapid.IntRange(1, maxNumber-1).Draw(m.t, "number")))
	case form.KindFlag:
		v.SetBool(true)
	case form.KindEDTF:
		v.Set(reflect.ValueOf(m.edtf()))
	case form.KindDate, form.KindPublication:
		m.mapping(v)
	case form.KindCitation:
		m.citation(v)
	case form.KindList:
		m.list(v)
	case form.KindMapping:
		if v.Kind() == reflect.Pointer {
			v.Set(reflect.New(v.Type().Elem()))
			v = v.Elem()
		}
		m.mapping(v)
	}
}

func (m *maker) list(v reflect.Value) {
	n := rapid.IntRange(1, 3).Draw(m.t, "length")
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		m.fill(v.Index(i), true)
	}
}

// mapping fills a mapping, in which something must be said.
func (m *maker) mapping(v reflect.Value) {
	for _, k := range m.KeysOf(v.Type()) {
		m.fill(v.Field(k.Index), k.Required)
	}
	if v.IsZero() {
		m.fill(v.Field(0), true)
	}
	if named := v.FieldByName("ID"); named.IsValid() {
		m.serial++
		named.SetString(fmt.Sprintf("%s-%d", named, m.serial))
	}
}

func (m *maker) citation(v reflect.Value) {
	m.mapping(v)
	document := v.FieldByName("Document")
	if m.own != "" && rapid.Bool().Draw(m.t, "own") {
		document.SetString(m.own)
	} else if document.String() == "" {
		document.SetString("some-other")
	}
}

func (m *maker) pattern(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[form.Lang]():
		return rapid.SampledFrom([]string{"en", "zh-Hans", "no", "ru-Latn"}).Draw(m.t, "lang")
	case reflect.TypeFor[form.Hex]():
		return rapid.StringMatching(`[0-9a-f]{8,16}|[0-9]{8}|[0-9]{4}e[0-9]{5}`).Draw(m.t, "hex")
	}
	ids := rapid.StringMatching(`[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,3}`)
	odd := rapid.SampledFrom([]string{"1964", "null", "true", "no", "0", "1e5", "0x1f", "1964-05-07", "y", "a"})
	return rapid.OneOf(ids, odd).Draw(m.t, "id")
}

func (m *maker) edtf() edtf.Date {
	text := rapid.SampledFrom([]string{"1964", "1964-05", "1964-10-10/1964-10-25", "1964-23", "1965-05~", "../1964-12-15",
		"1964-05-07/..", "/1964", "1964?", "[1964-05-07,1964-05-08]", "{1964-05-07,1964-05-08}", "?1964-05~", "~1964",
		"-0333", "-9999", "1950S2", "196X", "1964-05-07T10:00:00Z", "%1964", "[..1964-05-07]"}).Draw(m.t, "edtf")
	d, err := edtf.Parse(text)
	if err != nil {
		m.t.Fatal(err)
	}
	return d
}

// awkward returns texts that YAML readers have been known to get wrong, and any others.
func awkward() *rapid.Generator[string] {
	odd := rapid.SampledFrom([]string{" leading", "trailing ", "a: b", "a #b", "#", "'", `"`, `\`, `\n`, "yes", "null", "~",
		"1964-05-07", "1964", "1_000", "0x1f", "1e3", ".inf", "line\nline", "line\n", "\nline", "a\n\nb", "a\n  b", "- a",
		"? a", ": ", "a:", "[a", "a]", "{a}", "a, b", "!a", "&a", "*a", "%a", "@a", "`a", "|", ">", "---", "...",
		"北京: 会谈 #1", "🚢 harbour", "e\u0301", "a\u00a0b", "\u3000", "=", "<<", "12:30:45", "a  b", "a --- b", "''", "\\\n"})
	word := rapid.SampledFrom([]string{"harbour", "the", "a", "Порт", "白灣", "#", "-", "---", ":", "a:", "'tis", `"x"`,
		"🚢", "1921", "?", "|", ">-", "{", "}", "[", "]", ",", "&", "*", "!", "%", "\\", "\n", "\n\n", "  ", "…"})
	prose := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 60).Draw(t, "words"), " ")
	})
	runes := rapid.StringOfN(rapid.Rune(), 1, 20, -1)
	return rapid.OneOf(odd, prose, runes).Filter(func(s string) bool {
		return !domain.Blank(s) && !strings.ContainsFunc(s, unfit)
	})
}

// randomDossier returns a dossier with every kind of record, which keeps the rules of the format
// and no others.
func randomDossier(t *rapid.T) *domain.Dossier {
	r := newReading()
	m := &maker{shapes: r.shapes, t: t}
	var common form.File
	for _, k := range m.KeysOf(reflect.TypeFor[form.File]()) {
		field := reflect.ValueOf(&common).Elem().Field(k.Index)
		if form.SectionOf(k.Name) == domain.SectionDossier {
			m.fill(field, true)
		} else if k.Name == "retired" || field.Kind() == reflect.Slice && !isEvidence(k.Name) {
			m.fill(field, false)
		}
	}
	for i := range common.Documents {
		common.Documents[i].Held = false
	}
	common.AddTo(r.dossier)
	for i := range rapid.IntRange(0, 2).Draw(t, "documents") {
		m.own = fmt.Sprintf("own-%d", i)
		f := form.File{Document: &form.Document{}}
		m.mapping(reflect.ValueOf(f.Document).Elem())
		f.Document.ID, f.Document.Held = form.ID(m.own), true
		for _, section := range form.Evidence() {
			m.fill(reflect.ValueOf(&f).Elem().FieldByName(titled(section)), false)
		}
		f.DrawnFrom(form.ID(m.own))
		f.AddTo(r.dossier)
	}
	arrange(r.dossier)
	return r.dossier
}

func isEvidence(name string) bool {
	for _, section := range form.Evidence() {
		if string(section) == name {
			return true
		}
	}
	return false
}

func titled(s domain.Section) string { return strings.ToUpper(string(s[:1])) + string(s[1:]) }

func TestWriteThenReadIsIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := randomDossier(t)
		files, err := Write(d)
		if err != nil {
			t.Fatal(err)
		}
		fsys := fstest.MapFS{}
		for _, f := range files {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		got, err := ReadLoosely(fsys)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, got, cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
			t.Fatalf("read(write(d)) differs (-d +got):\n%s", diff)
		}
		again, err := Write(got)
		if diff := cmp.Diff(files, again); diff != "" || err != nil {
			t.Fatalf("write(read(write(d))) differs (-first +second): %v\n%s", err, diff)
		}
	})
}

// TestBodiesComeBack takes the records of any dossier apart and puts them together again, from the bodies
// that a database keeps.
func TestBodiesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := randomDossier(t)
		bodies := map[domain.Section][]string{}
		for r := range form.RecordsOf(want) {
			body, err := r.Body()
			if err != nil {
				t.Fatal(err)
			}
			bodies[r.Section] = append(bodies[r.Section], string(body))
		}
		got, err := form.Read(bodies)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("dossier (-want +got):\n%s", diff)
		}
	})
}
