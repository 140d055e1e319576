package handlers_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"pourparler/internal/crowd"
)

// mostHeader is how many bytes of a request a server reads, and so the length of any query.
const mostHeader = 64 << 10

// columnBytes is how long a column of a sheet may be, of which 100 can be asked for.
const columnBytes = 4000

// TestLongestQueries asks every page and file with the longest words that each parameter may have, and as many of those that may
// be repeated as fit: no answer is much longer than that of a short query.
func TestLongestQueries(t *testing.T) {
	h := serve(t, newLibrary(crowd.Dossier(crowd.Size{Parties: 12, Asked: 3, Lists: 3})))
	for _, path := range []string{"", "/state", "/sheet", "/drift", "/comparison", "/silence", "/ledger", "/lists", "/lists/compare", "/replies", "/claims",
		"/search", "/proposals", "/responses", "/documents", "/timeline", "/parties", "/proposals.csv", "/sheet.json", "/sheet.csv", "/silence-map.json",
		"/comparison.json", "/comparison.csv", "/proposals/offer-001", "/proposals.bib", "/sheet.bib"} {
		plain := h.get("/crowd" + path)
		for _, names := range []string{"track", "party", "document", "stance", "from", "to", "text", "q", "sort", "order", "a", "b", "day", "page", "on", "compromise", "paper",
			"p", "c", "unknown", "track party document text", "text p c compromise paper"} {
			for _, words := range []struct {
				value   string
				repeats int
			}{{strings.Repeat("x", 1000), 100}, {strings.Repeat("x", 25000), 1}, {"party-001@1921-02-01", 100}, {"party-001@1921-02-01", 1500}} {
				query := url.Values{}
				for name := range strings.FieldsSeq(names) {
					query.Add(name, words.value)
				}
				for repeated := range strings.FieldsSeq("p c party day unknown") {
					for i := 1; query.Has(repeated) && i < words.repeats && len(words.value)*i < mostHeader/2; i++ {
						query.Add(repeated, words.value)
					}
				}
				asked := "/crowd" + path + "?" + query.Encode()
				a := h.get(asked)
				most := 2*len(plain.body) + 4*len(asked) + 50_000
				if strings.HasPrefix(path, "/sheet") {
					most += columnBytes * min(len(query["c"]), 100)
				}
				if len(a.body) > most {
					t.Errorf("GET /crowd%s with %s of %d bytes: %d bytes with a query of %d, and %d without", path, names, len(words.value), len(a.body), len(asked), len(plain.body))
				}
				if a.status >= http.StatusInternalServerError {
					t.Errorf("GET %.80s = %d", asked, a.status)
				}
			}
		}
	}
}
