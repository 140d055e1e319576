package vnu_test

import (
	"strings"
	"testing"

	"pourparler/internal/vnu"
)

const page = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Talks</title></head>
<body><h1>Talks</h1>
`

func TestCheck(t *testing.T) {
	got := vnu.Check(t, map[string][]byte{
		"/":                 []byte(page + "<p>谈判</p></body></html>"),
		"/d/proposals?a=/b": []byte(page + "<ul><p>no item</p></ul></body></html>"),
	})
	if len(got) != 1 {
		t.Fatalf("Check = %v, want one error", got)
	}
	m := got[0]
	if m.Page != "/d/proposals?a=/b" || m.Line != 5 ||
		!strings.Contains(m.Text, "p") || !strings.Contains(m.Extract, "<ul><p>") {
		t.Errorf("Check = %+v, want the p in the list on line 5 of /d/proposals?a=/b", m)
	}
}
