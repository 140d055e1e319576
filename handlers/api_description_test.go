package handlers_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// schema is a part of a description that may be a schema.
type schema struct {
	Type       any
	Items      map[string]any
	Properties map[string]schema
	Required   []string
}

// nullable reports whether a schema allows null.
func (s schema) nullable() bool {
	types, _ := s.Type.([]any)
	return slices.Contains(types, any("null"))
}

// rowKeys are the fields that tell apart the rows of tables that are no records: those have an id.
var rowKeys = map[string]string{
	"ListsRow": "list", "SeatsRow": "seat", "CoverageRow": "document", "EvidenceRow": "paragraph section id", "TimelineRow": "date event id",
	"StateRow": "track term a b", "PositionsRow": "track term party proposal", "ComparisonRow": "term proposal", "DriftRow": "track party proposal",
	"SilenceRow": "proposal party", "SilenceMapRow": "proposal party", "SilenceTotalsRow": "party", "LedgerRow": "party term proposal",
	"LedgerTotalsRow": "party", "MembershipRow": "party", "ListSetsRow": "lists", "ListNumbersRow": "list", "ListPairRow": "part",
	"RepliesRow": "document", "PrintedTogetherRow": "document order_in_time", "SheetRow": "term column",
}

// TestDescribedRows wants the schema of every row to say that its key is never null, and that bounds of dates may be.
func TestDescribedRows(t *testing.T) {
	body := serve(t, newLibrary(harbour(t))).get("/api/v1/openapi.json")
	type description struct {
		Components struct{ Schemas map[string]schema }
	}
	rows := 0
	for name, s := range decoded[description](t, body).Components.Schemas {
		for _, field := range s.Required {
			if _, ok := s.Properties[field]; !ok {
				t.Errorf("%s wants a field %s that it does not describe", name, field)
			}
		}
		if p, ok := s.Properties["id"]; ok && p.nullable() {
			t.Errorf("%s.id may be null", name)
		}
		if !strings.HasSuffix(name, "Row") {
			continue
		}
		rows++
		keys := rowKeys[name]
		if keys == "" {
			keys = "id"
		}
		for key := range strings.FieldsSeq(keys) {
			if p, ok := s.Properties[key]; !ok || p.nullable() || !slices.Contains(s.Required, key) {
				t.Errorf("%s.%s is not described, or may be null or missing: %+v", name, key, p)
			}
		}
		for field, p := range s.Properties {
			if strings.HasSuffix(field, "_earliest") && !p.nullable() {
				t.Errorf("%s.%s may not be null, though dates may be open", name, field)
			}
		}
	}
	if rows < len(rowKeys) {
		t.Errorf("%d schemas of rows are described, want at least %d", rows, len(rowKeys))
	}
}

// TestDescribedArrays wants every array of the description to say what is in it.
func TestDescribedArrays(t *testing.T) {
	body := serve(t, newLibrary(harbour(t))).get("/api/v1/openapi.json").body
	var whole any
	if err := json.Unmarshal([]byte(body), &whole); err != nil {
		t.Fatal(err)
	}
	arrays := 0
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			types, _ := v["type"].([]any)
			if v["type"] == "array" || slices.Contains(types, any("array")) {
				arrays++
				if items, _ := v["items"].(map[string]any); len(items) == 0 {
					t.Errorf("%s is an array of nothing in particular", at)
				}
			}
			for name, part := range v {
				if name != "example" {
					walk(at+"/"+name, part)
				}
			}
		case []any:
			for _, part := range v {
				walk(at, part)
			}
		}
	}
	walk("", whole)
	if arrays < 50 {
		t.Errorf("%d arrays are described, want all", arrays)
	}
}
