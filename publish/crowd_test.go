package publish_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pourparler/internal/crowd"
)

// TestCrowd publishes a negotiation of three hundred parties, each of which proposes on a day of its own. What a copy holds
// may grow with the records, and not with the days times what was said until each of them.
func TestCrowd(t *testing.T) {
	if testing.Short() {
		t.Skip("a copy of a large dossier is made without -short")
	}
	out := filepath.Join(t.TempDir(), "copy")
	if err := publishDossier(out, crowd.Dossier(crowd.Size{Parties: 300, Asked: 5, Lists: 60})); err != nil {
		t.Fatal(err)
	}
	all := names(t, out)
	bytes := int64(0)
	for _, name := range all {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		bytes += info.Size()
	}
	if len(all) > 12_000 || bytes > 200e6 {
		t.Errorf("%d files, %.0f MB, want at most 12 000 and 200 MB", len(all), float64(bytes)/1e6)
	}
	for _, want := range []string{"state/on=1921-10-27.html", "state/on=1921-10-02.csv", "drift/on=1921-10-02.html", "parties/party-299.html",
		"proposals/offer-000.html", "documents/letter-150.html", "lists/list-059.html", "positions.csv", "silence.xlsx"} {
		if !strings.Contains("\n"+strings.Join(all, "\n")+"\n", "\ncrowd/"+want+"\n") {
			t.Errorf("crowd/%s is not in the copy", want)
		}
	}
	if about := readFile(t, out, "copy", "about.html"); !strings.Contains(about, "of the 300 days on which something happened, one in 25 is here") {
		t.Error("the page about the copy does not say which days are left out")
	}
	if page := readFile(t, out, "crowd", "state", "on=1921-10-27.html"); !strings.Contains(page, `href="on=1921-10-02.html"`) {
		t.Error("the last day does not lead to the one before it that is here")
	}
}
