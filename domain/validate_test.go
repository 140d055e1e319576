package domain_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/form"
)

// breakage is one way to break the valid dossier, and the problems that must follow, in order. The message of a
// wanted problem is a part of the real one.
type breakage struct {
	name   string
	breaks func(*domain.Dossier)
	want   []domain.Problem
}

func breakages(t *testing.T) []breakage {
	return slices.Concat(generalBreakages(t), evidenceBreakages(t), documentBreakages(t), listBreakages(t),
		meetingBreakages(t), proposalBreakages(t), termBreakages(t), relationBreakages(t), responseBreakages(t),
		counterBreakages(t), statementBreakages(), claimBreakages(), overrideBreakages())
}

func TestValidDossierHasNoProblem(t *testing.T) {
	for _, p := range form.Check(valid(t)) {
		t.Errorf("Validate() of the valid dossier reports %s", p)
	}
}

func TestValidate(t *testing.T) {
	for _, tt := range breakages(t) {
		t.Run(tt.name, func(t *testing.T) {
			d := valid(t)
			tt.breaks(d)
			got := form.Check(d)
			if len(got) != len(tt.want) {
				t.Fatalf("Validate() reports\n%v\nwant %d problems like\n%v", got, len(tt.want), domain.Problems(tt.want))
			}
			for i, want := range tt.want {
				if !strings.Contains(got[i].Message, want.Message) {
					t.Errorf("message = %q, want %q in it", got[i].Message, want.Message)
				}
				want.Message = got[i].Message
				if diff := cmp.Diff(want, got[i]); diff != "" {
					t.Errorf("problem %d (-want +got):\n%s", i, diff)
				}
			}
		})
	}
}

// TestEveryRuleCanFail holds the tables of breakages and of changes to the list of rules.
func TestEveryRuleCanFail(t *testing.T) {
	broken := map[domain.Rule]bool{}
	for _, b := range breakages(t) {
		for _, p := range b.want {
			broken[p.Rule] = true
		}
	}
	for _, c := range changes() {
		for _, want := range c.want {
			_, rule, _ := cut(want)
			broken[domain.Rule(rule)] = true
		}
	}
	for _, rule := range domain.Rules() {
		if !broken[rule] {
			t.Errorf("no breakage breaks the rule %q", rule)
		}
	}
}

// TestRulesListsEveryRule reads the constants of rule.go, so that a new rule cannot be left out of Rules.
func TestRulesListsEveryRule(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "rule.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var declared []domain.Rule
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		declared = append(declared, domain.Rule(text))
		return true
	})
	if diff := cmp.Diff(declared, domain.Rules()); diff != "" {
		t.Errorf("Rules() differs from the constants (-constants +Rules):\n%s", diff)
	}
}

func TestProblems(t *testing.T) {
	ps := domain.Problems{
		{Section: domain.SectionLists, ID: "four", Field: "claimed", Message: "say which"},
		{Section: domain.SectionLists, ID: "five", Message: "say what"},
	}
	const want = "lists four claimed: say which\nlists five: say what"
	if got := ps.Error(); got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
	if got := domain.KindOf(ps.Err()); got != domain.Invalid {
		t.Errorf("KindOf(Err()) = %q, want %q", got, domain.Invalid)
	}
	if err := (domain.Problems{}).Err(); err != nil {
		t.Errorf("Err() of no problems = %v, want nil", err)
	}
}

// found returns the record of an id in the dossier itself, so that a test can break it.
func found[T any](get func(*domain.Index, string) (*T, error)) func(*domain.Dossier, string) *T {
	return func(d *domain.Dossier, id string) *T {
		record, err := get(domain.NewIndex(d), id)
		if err != nil {
			panic(err)
		}
		return record
	}
}

var (
	party     = found((*domain.Index).Party)
	person    = found((*domain.Index).Person)
	meeting   = found((*domain.Index).Meeting)
	document  = found((*domain.Index).Document)
	proposal  = found((*domain.Index).Proposal)
	response  = found((*domain.Index).Response)
	statement = found((*domain.Index).Statement)
	claim     = found((*domain.Index).Claim)
)

func problem(rule domain.Rule, section domain.Section, id, field, message string) domain.Problem {
	return domain.Problem{Section: section, ID: id, Field: field, Message: message, Rule: rule}
}

func one(rule domain.Rule, section domain.Section, id, field, message string) []domain.Problem {
	return []domain.Problem{problem(rule, section, id, field, message)}
}
