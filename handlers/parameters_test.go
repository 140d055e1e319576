package handlers_test

import (
	"net/http"
	"strings"
	"testing"
)

// TestParameters refuses a query that could be taken for another, in words that help.
func TestParameters(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, tt := range []struct{ path, want string }{ // no words wanted is an answer
		{"/harbour/proposals.csv?tracks=x", `no parameter "tracks": it has track, document,`},
		{"/harbour/proposals.csv?tracks=x&utm=y", `no parameter "tracks", "utm"`},
		{"/harbour/state.json?utm=y", `no parameter "utm"`},
		{"/harbour/list-sets.svg?utm=y", `no parameter "utm"`},
		{"/harbour/documents/norrholm-1921-03-01.xlsx?utm=y", `no parameter "utm"`},
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
		{"/harbour/sheet?c=yasny@foo", `column "yasny@foo" in "c" has no day that can be read: write it as party@`},
		{"/harbour/state?step=two", `parameter "step" cannot be "two": write a number from 1`},
		{"/harbour/state.csv?step=0", `parameter "step" cannot be "0"`},
		{"/harbour/state?step=+2", ""},
		{"/harbour/state?step=4000", ""},
		{"/harbour/state?on=1921-04-12&step=", ""},
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
