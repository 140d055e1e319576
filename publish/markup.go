package publish

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// tag is the start of an element in a page or picture.
type tag struct {
	name    string
	attrs   []html.Attribute
	changed bool // write it anew
	dropped bool // leave it out
	closed  bool // it ends itself
}

// get returns the value of an attribute, and whether the element has it.
func (t *tag) get(name string) (string, bool) {
	for _, a := range t.attrs {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// set gives an attribute a value.
func (t *tag) set(name, value string) {
	t.changed = true
	for i := range t.attrs {
		if t.attrs[i].Key == name {
			t.attrs[i].Val = value
			return
		}
	}
	t.attrs = append(t.attrs, html.Attribute{Key: name, Val: value})
}

// remove takes attributes away.
func (t *tag) remove(names ...string) {
	kept := t.attrs[:0:0]
	for _, a := range t.attrs {
		if !strings.Contains(" "+strings.Join(names, " ")+" ", " "+a.Key+" ") {
			kept = append(kept, a)
		}
	}
	t.attrs, t.changed = kept, true
}

func (t *tag) write(b *bytes.Buffer) {
	b.WriteString("<" + t.name)
	for _, a := range t.attrs {
		b.WriteString(" " + a.Key + `="` + html.EscapeString(a.Val) + `"`)
	}
	if t.closed {
		b.WriteString("/")
	}
	b.WriteString(">")
}

// markup copies a page or picture with each start tag as visit leaves it. What visit does not change is copied byte by
// byte.
func markup(document []byte, visit func(*tag)) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(document))
	z := html.NewTokenizer(bytes.NewReader(document))
	for {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, err
			}
			return out.Bytes(), nil
		case html.StartTagToken, html.SelfClosingTagToken:
			writeTag(&out, z, bytes.Clone(raw), visit)
		default:
			out.Write(raw)
		}
	}
}

// writeTag lets visit see the tag that z stands at, and writes what became of it.
func writeTag(out *bytes.Buffer, z *html.Tokenizer, raw []byte, visit func(*tag)) {
	token := z.Token()
	t := tag{name: token.Data, attrs: token.Attr, closed: token.Type == html.SelfClosingTagToken}
	visit(&t)
	switch {
	case t.dropped:
	case t.changed:
		t.write(out)
	default:
		out.Write(raw)
	}
}
