package compare

import (
	"cmp"
	"slices"

	"pourparler/domain"
)

// Between returns the parties between which a track is negotiated, or the whole dossier if none is named: those that make
// proposals or to whom they are put, those with the most first, and none that
// stands in less than a tenth as many as the first. Newspapers and who only reports are no parties to it.
func Between(ix *domain.Index, track string) []string {
	weight := map[string]int{}
	for _, p := range ix.Dossier.Proposals {
		if track != "" && p.Track != track {
			continue
		}
		for _, id := range slices.Concat(p.By, p.To) {
			if party, err := ix.Party(id); err == nil && party.Kind != domain.PartyPress {
				weight[id]++
			}
		}
	}
	var ids []string
	for _, p := range ix.Dossier.Parties {
		if weight[p.ID] > 0 {
			ids = append(ids, p.ID)
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(weight[b], weight[a]) })
	return slices.DeleteFunc(ids, func(id string) bool { return weight[id]*10 < weight[ids[0]] })
}
