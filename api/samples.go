package api

import (
	_ "embed"
	"encoding/json"
)

//go:embed samples.json
var samples []byte

// Samples returns answers of the bundled dossier by the id of the operation. A test of the handlers keeps them current.
func Samples() (map[string]json.RawMessage, error) {
	var all map[string]json.RawMessage
	return all, json.Unmarshal(samples, &all)
}
