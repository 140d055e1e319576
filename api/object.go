package api

import (
	"bytes"
	"encoding/json"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	buf := []byte{'{'}
	for i, m := range o {
		if i > 0 {
			buf = append(buf, ',')
		}
		value, err := marshal(m.value)
		if err != nil {
			return nil, err
		}
		buf = appendText(buf, m.name)
		buf = append(buf, ':')
		buf = append(buf, value...)
	}
	return append(buf, '}'), nil
}

// marshal writes a value without the escapes that only a page would need.
func marshal(v any) ([]byte, error) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), err
}

// appendText appends a text as a JSON string.
func appendText(buf []byte, s string) []byte {
	text, err := marshal(s)
	if err != nil { // no string fails
		return buf
	}
	return append(buf, text...)
}

// Encode writes an answer as it is sent, with a line end.
func Encode(v any) ([]byte, error) {
	body, err := marshal(v)
	return append(body, '\n'), err
}
