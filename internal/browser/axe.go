package browser

import (
	_ "embed"
	"fmt"
	"os"
	"strings"

	"pourparler/internal/need"
)

// Violation is a rule of axe-core that the page breaks.
type Violation struct {
	Rule   string   // its name, such as "color-contrast"
	Impact string   // minor, moderate, serious or critical
	Help   string   // the rule in a sentence
	Where  []string // selectors of the elements that break it
	Why    string   // what to do about the first of them
}

// String says all of it in one line.
func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s: %s: %s",
		v.Rule, v.Impact, v.Help, strings.Join(v.Where, ", "), v.Why)
}

//go:embed axe.js
var axeScript string

// Axe runs axe-core's rules for WCAG 2.2 AA and its best practices, and
// returns what they find. The page must be one that runs scripts. Without the
// npm packages the test is skipped, or fails if CI=true.
func (p *Page) Axe() []Violation {
	p.tb.Helper()
	source, err := os.ReadFile(need.ModuleFile(p.tb, "axe-core/axe.min.js"))
	if err != nil {
		p.tb.Fatal(err)
	}
	if !Eval[bool](p, "typeof axe === 'object'") {
		Eval[struct{}](p, string(source))
	}
	return Eval[[]Violation](p, axeScript)
}
