package handlers_test

import (
	"net/http"
	"strings"
	"testing"

	"pourparler/domain"
)

// TestRetiredIDs asks for what was taken out of the record: the answer is 410, says why, and leads to what took its place.
func TestRetiredIDs(t *testing.T) {
	d := harbour(t)
	successors := map[domain.Section]string{
		domain.SectionDocuments: d.Documents[0].ID, domain.SectionProposals: d.Proposals[0].ID,
		domain.SectionParties: d.Parties[0].ID, domain.SectionPersons: d.Persons[0].ID, domain.SectionMeetings: d.Meetings[0].ID,
		domain.SectionLists: d.Lists[0].ID, domain.SectionClaims: d.Claims[0].ID,
		domain.SectionResponses: d.Responses[0].ID, domain.SectionStatements: d.Statements[0].ID,
	}
	for section, to := range successors {
		d.Retired = append(d.Retired, domain.Retired{Section: section, ID: "old", To: to, Reason: "recorded twice"},
			domain.Retired{Section: section, ID: "older", Reason: "a misreading"})
	}
	h := serve(t, newLibrary(d))
	for section, to := range successors {
		page := "/harbour/" + string(section) + "/"
		old := h.get(page + "old")
		if old.status != http.StatusGone || !strings.Contains(old.body, "recorded twice") {
			t.Errorf("GET %sold = status %d: %s", page, old.status, old.body)
		}
		// A response and a statement may stand on the page of what they belong to.
		if want := to + `">Go on to ` + to + `</a>`; !strings.Contains(old.body, want) {
			t.Errorf("GET %sold does not lead to its successor by %s: %s", page, want, old.body)
		}
		if tag := old.header.Get("ETag"); tag != "" {
			t.Errorf("GET %sold has the tag %s of the page that is not there", page, tag)
		}
		older := h.get(page + "older")
		if older.status != http.StatusGone || !strings.Contains(older.body, "nothing took its place") || strings.Contains(older.body, "Go on to") {
			t.Errorf("GET %solder = status %d: %s", page, older.status, older.body)
		}
		if never := h.get(page + "never"); never.status != http.StatusNotFound {
			t.Errorf("GET %snever = status %d, want 404", page, never.status)
		}
	}
}

// TestRetiredElsewhere asks for a retired id at other addresses than its page.
func TestRetiredElsewhere(t *testing.T) {
	d := harbour(t)
	d.Retired = []domain.Retired{
		{Section: domain.SectionDocuments, ID: "old", To: d.Documents[0].ID, Reason: "recorded twice"},
		{Section: domain.SectionResponses, ID: "old", To: d.Responses[0].ID, Reason: "recorded twice"},
		{Section: domain.SectionProposals, ID: "old", To: d.Proposals[0].ID, Reason: "recorded twice"},
		{Section: domain.SectionTracks, ID: "old", To: d.Tracks[0].ID, Reason: "recorded twice"},
	}
	h := serve(t, newLibrary(d))
	for path, want := range map[string]string{
		"/harbour/documents/old.csv":            "/harbour/documents/" + d.Documents[0].ID,
		"/harbour/comparison?p=old":             "/harbour/proposals/" + d.Proposals[0].ID,
		"/harbour/proposals?track=old":          "recorded twice",
		"/harbour/proposals.csv?track=old":      "recorded twice",
		"/harbour/silence?track=old":            "recorded twice",
		"/harbour/ledger-totals.json?track=old": "recorded twice",
		"/harbour/silence-map.svg?track=old":    "recorded twice",

		"/api/v1/dossiers/harbour/claims?track=old":      `"to": "` + d.Tracks[0].ID,
		"/api/v1/dossiers/harbour/views/state?track=old": `"to": "` + d.Tracks[0].ID,

		"/api/v1/dossiers/harbour/proposals/old": `"to": "` + d.Proposals[0].ID,
		"/api/v1/dossiers/harbour/responses/old": `"to": "` + d.Responses[0].ID,
		"/api/v1/dossiers/harbour/documents/old": `"to": "` + d.Documents[0].ID,
	} {
		if got := h.get(path); got.status != http.StatusGone || !strings.Contains(strings.ReplaceAll(got.body, `":"`, `": "`), want) {
			t.Errorf("GET %s = status %d, want 410 and %s: %s", path, got.status, want, got.body)
		}
	}
}
