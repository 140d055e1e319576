package table_test

import (
	"slices"
	"strings"
	"testing"

	"pourparler/domain/table"
)

func TestSought(t *testing.T) {
	for _, tt := range []struct {
		typed, text string
		found       []string // the parts of the text that are marked; none if some word is missing
	}{
		{"port", "The port of Vell, and ports", []string{"port", "ports"}},
		{"por vell", "The port of Vell", []string{"port", "Vell"}},
		{"ort", "The port of Vell", nil},
		{"port sea", "The port of Vell", nil},
		{"Vietnam", "talks on Viet Nam in Paris", []string{"Viet Nam"}},
		{"vietnam", "Việt-Nam", []string{"Việt-Nam"}},
		{"Viet Nam", "the Vietnamese side", []string{"Vietnamese"}},
		{"Viet Nam talks", "talks on Vietnam", []string{"talks", "Vietnam"}},
		{"then", "the north", nil},
		{"now", "no way", nil},
		{"communique", "a communiqué", []string{"communiqué"}},
		{"STRASSE", "Straße", []string{"Straße"}},
		{"北京", "在北京,1964年", []string{"北京"}},
		{"京北", "在北京", nil},
		{"北 京", "京 北", []string{"京", "北"}},
		{"景点", "经典", nil},
		{"邓小平 1963", "邓小平率团 5 July 1963", []string{"邓小平", "1963"}},
		{"", "anything", nil},
		{"?!", "anything", nil},
	} {
		has, where := table.Seek(tt.typed).In(tt.text)
		if table.Seek(tt.typed).None() || slices.Contains(has, false) {
			where = nil
		}
		if where != nil && !table.Seek(tt.typed).MayBeIn(table.Letters(tt.text)) {
			t.Errorf("%q in %q is passed over", tt.typed, tt.text)
		}
		var found []string
		for _, s := range where {
			found = append(found, tt.text[s.Start:s.End])
		}
		if !slices.Equal(found, tt.found) {
			t.Errorf("%q in %q: found %q, want %q", tt.typed, tt.text, strings.Join(found, "|"), strings.Join(tt.found, "|"))
		}
	}
}
