package handlers_test

import (
	"net/http"
	"path"
	"strings"
	"testing"

	"pourparler/handlers"
)

// TestParameters refuses a query that could be taken for another, in words that help.
func TestParameters(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, tt := range []struct{ path, want string }{ // no words wanted is an answer
		{"/harbour/proposals.csv?tracks=x", `no parameter "tracks": it has track, party, document,`},
		{"/harbour/proposals.csv?tracks=x&utm=y", `no parameter "tracks", "utm"`},
		{"/harbour/state.json?utm=y", `no parameter "utm"`},
		{"/harbour/list-sets.svg?utm=y", `no parameter "utm"`},
		{"/harbour/documents/norrholm-1921-03-01.xlsx?utm=y", `no parameter "utm"`},
		{"/harbour/documents/norrholm-1921-03-01.csv?track=conference", `no parameter "track"`},
		{"/harbour/documents/norrholm-1921-03-01.csv?party=yasny&sort=summary&safe=1", ""},
		{"/harbour/datapackage.zip?track=conference", `no parameter "track": it has none`},
		{"/harbour/persons.csv?p=x", `no parameter "p"`},
		{"/harbour/seats.csv?on=1921-04-12", `no parameter "on"`},
		{"/harbour/list-pair.csv?a=four&b=norrholm-1921-03-01-conference&on=1921-04-12", `no parameter "on"`},
		{"/harbour/parties.csv?stance=rejects", `no parameter "stance"`},
		{"/harbour/persons?stance=rejects", ""},
		{"/harbour/responses.csv?stance=bogus", `parameter "stance" cannot be "bogus": write one of`},
		{"/harbour/proposals.json?bom=1", `no parameter "bom"`},
		{"/harbour/proposals.csv?page=2", ""}, // the address of a page with a suffix: all of its pages
		{"/harbour/seats.csv?page=2", `no parameter "page"`},
		{"/harbour/drift.svg?track=conference&sort=id", `no parameter "sort": it has on, step, track`},
		{"/harbour/silence-map.svg?text=ice&order=desc", `no parameter "order"`},
		{"/harbour/state.csv?on=1921-04-12&step=1", `"on" and "step" both name a day`},
		{"/harbour/state?on=1921-04-12&step=1", `"on" and "step" both name a day`},
		{"/api/v1/dossiers/harbour/views/state?on=1921-04-12&step=1", `on\" and \"step\" both name a day`},
		{"/harbour/proposals?tracks=x&utm=y&utm=z", ""},
		{"/harbour/proposals.csl.json?utm=y", ""},
		{"/harbour/proposals?track=conference&track=x", `parameter "track" is given 2 times: give it once`},
		{"/harbour/proposals.csv?track=conference&track=x&text=", `parameter "track" is given 2 times: give it once`},
		{"/harbour/proposals?track=conference&track=", ""},
		{"/harbour/silence?party=yasny&party=baiwan", `parameter "party" is given 2 times`},
		{"/harbour/state?on=&on=1921-04-12", `parameter "on" is given 2 times`},
		{"/harbour/sheet?party=yasny&day=1921-04-12&party=norrholm&day=", ""},
		{"/harbour/sheet.csv?party=yasny&day=1921-04-12&party=norrholm&day=", ""},
		{"/harbour/sheet.csv?c=yasny@1921-04-12&c=norrholm@1921-04-12&paper=a3&compromise=1", ""},
		{"/harbour/comparison.csv?p=norrholm-1921-03-01-conference&p=yasny-1921-04-10-conference", ""},
		{"/harbour/proposals?sort=id&order=up", `parameter "order" cannot be "up": write one of asc, desc`},
		{"/harbour/proposals.csv?sort=id&order=up", `parameter "order" cannot be "up": write one of asc, desc`},
		{"/harbour/proposals.csv?sort=id&order=&track=&bom=&safe=1&text=", ""},
		{"/harbour/proposals.csv?bom=7", `parameter "bom" cannot be "7": write one of 1, 0, true, false`},
		{"/harbour/proposals?safe=yes", `parameter "safe" cannot be "yes": write one of 1, 0, true, false`},
		{"/harbour/proposals.csv?bom=true&safe=0", ""},
		{"/harbour/sheet?" + strings.Repeat("c=yasny@1921-04-12&", 101), `parameter "c" is given 101 times: give it at most 100 times`},
		{"/harbour/sheet.csv?" + strings.Repeat("c=yasny@1921-04-12&", 9000), `parameter "c" is given 9000 times`},
		{"/harbour/sheet?" + strings.Repeat("c=yasny@1921-04-12&", 100), ""},
		{"/harbour/comparison?" + strings.Repeat("p=norrholm-1921-03-01-conference&", 101), `parameter "p" is given 101 times`},
		{"/harbour/silence?party=" + strings.Repeat("a", 1001), `parameter "party" has 1001 bytes: write at most 1000`},
		{"/harbour/sheet?c=yasny@foo", `column "yasny@foo" in "c" has no day that can be read: write it as party@`},
		{"/harbour/state?step=two", `parameter "step" cannot be "two": write a number from 1`},
		{"/harbour/state.csv?step=0", `parameter "step" cannot be "0"`},
		{"/harbour/state?step=+2", ""},
		{"/harbour/state?step=4000", ""},
		{"/harbour/state?on=1921-04-12&step=", ""},
		{"/harbour/proposals?text=%E9", "bytes that are not UTF-8"},
		{"/harbour/proposals.csv?text=a%00", "bytes that are not UTF-8"},
		{"/harbour/proposals?%ff=1", "bytes that are not UTF-8"},
		{"/harbour/proposals.csv?text=%C3%A9", ""},
	} {
		a := h.get(tt.path)
		if tt.want == "" && a.status != http.StatusOK || tt.want != "" && (a.status != http.StatusBadRequest || !strings.Contains(a.words(t), tt.want)) {
			t.Errorf("GET %s = %d %.300q, want %q", tt.path, a.status, a.words(t), tt.want)
		}
	}
	if got, want := h.get("/harbour/state?step=+2").body, h.get("/harbour/state?step=2").body; got != want {
		t.Error("a number with a space before it is another day")
	}
}

// TestOneList puts every parameter that some table knows to every table, as a file and to the read interface, with a word
// that is none of its words and with an id that is none: both refuse or neither does.
func TestOneList(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	base := map[string]string{"comparison": "?track=conference", "list-pair": "?a=four&b=norrholm-1921-03-01-conference"}
	names := map[string]string{"limit": "", "cursor": ""} // with the value to try; without one, a page of rows is none of a file's
	for _, o := range handlers.Operations() {
		for _, p := range o.Params {
			if _, ok := names[p.Name]; !ok && !p.Path {
				names[p.Name] = "nothing"
			}
		}
	}
	names["from"], names["on"], names["step"], names["text"] = "1921", "1921-04-12", "1", "%E9"
	refused, taken := 0, 0
	for _, o := range handlers.Operations() {
		if o.Answer.Rows == nil || o.Has("id") {
			continue
		}
		table := path.Base(o.Path)
		for name, value := range names {
			if value == "" || table == "sheet" && name == "party" { // which the form of the sheet sends
				continue
			}
			query := base[table]
			if query == "" || name == "track" || name == "a" || name == "b" {
				query = "?"
			}
			query += "&" + name + "=" + value
			file := h.get("/harbour/" + table + ".csv" + query).status
			rows := h.get(strings.ReplaceAll("/api/v1"+o.Path, "{dossier}", "harbour") + query).status
			if file != rows || file < 400 && (value == "nothing" || value == "%E9") {
				t.Errorf("%s%s: the file answers %d, the read interface %d", table, query, file, rows)
			}
			if file < 400 {
				taken++
			} else {
				refused++
			}
		}
	}
	if refused < 200 || taken < 30 {
		t.Errorf("%d queries refused and %d taken: this test asks too little", refused, taken)
	}
}
