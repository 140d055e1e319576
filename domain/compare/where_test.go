package compare_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// TestWhere makes only some rows of a table: they are those that choosing from the whole table leaves, in its order.
func TestWhere(t *testing.T) {
	ix := bundled(t)
	proposals, responses := map[string]bool{}, map[string]bool{}
	for i, p := range ix.Dossier.Proposals {
		proposals[p.ID] = i%3 == 0
	}
	for i, a := range ix.Dossier.Responses {
		responses[a.ID] = i%2 == 0
	}
	check := func(name string, got, whole table.Table, wanted map[string]bool) {
		t.Helper()
		whole.Rows = slices.DeleteFunc(slices.Clone(whole.Rows), func(r table.Row) bool { return !wanted[r.Ref.ID] })
		if diff := cmp.Diff(whole, got); diff != "" || len(got.Rows) == 0 {
			t.Errorf("%s differs from the rows chosen from all (-chosen +made):\n%s", name, diff)
		}
	}
	check("ProposalsWhere", compare.Where(ix, domain.SectionProposals, ix.Dossier.Proposals, func(p *domain.Proposal) bool { return proposals[p.ID] }),
		compare.Whole(ix, "proposals"), proposals)
	check("ResponsesWhere", compare.Where(ix, domain.SectionResponses, ix.Dossier.Responses, func(a *domain.Response) bool { return responses[a.ID] }),
		compare.Whole(ix, "responses"), responses)
}
