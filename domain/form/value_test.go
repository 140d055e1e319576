package form_test

import (
	"testing"

	"pgregory.net/rapid"

	"pourparler/domain/form"
)

// TestParseCitation holds the parser to the pattern that the schema of the format has.
func TestParseCitation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringMatching(`[a-z0-9-]{0,3} ?[0-9]{0,10}`), rapid.StringMatching(`[a-z0-9-]{1,3} [1-9][0-9]{0,9}`),
			rapid.StringMatching(`[a-b A-B_é0-3]{0,6}`)).Draw(t, "text")
		c, ok := form.ParseCitation(text)
		if want := form.CitationForm.MatchString(text); ok != want {
			t.Fatalf("ParseCitation(%q) = %v, %v, want %v", text, c, ok, want)
		}
	})
}
