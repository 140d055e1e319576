package views_test

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/internal/golden"
	"pourparler/views"
)

// aDay is a day in the spring of the invented dossier, before the talks.
func aDay(t *testing.T, s *views.Site) edtf.Day {
	t.Helper()
	day, err := views.Day(s.Index(), "1921-05-01", 0)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// TestSilenceGolden keeps the page of the silence map and the first of its pictures.
func TestSilenceGolden(t *testing.T) {
	s := siteOf(harbour(t))
	p := s.NewSilence(onDay(s, compare.SilenceMap, aDay(t, s)))
	golden.Assert(t, "silence.html", content(t, render(t, p)))
	golden.Assert(t, "silence-norrholm.svg", []byte(p.Parties[0].Figures[0].Picture))
	golden.Assert(t, "ledger.html", content(t, render(t, s.NewLedger(onDay(s, ledgerOfAll, aDay(t, s))))))
}

// TestLedgerRows shows a page with rows: Norrholm moves its date, and an editor says that it did not.
func TestLedgerRows(t *testing.T) {
	d := harbour(t)
	again := d.Proposals[0]
	again.ID, again.Document, again.Made.Value = "again", "yasny-1921-04-10", mustDate(t, "1921-04-20")
	again.Terms = append(again.Terms[:0:0], again.Terms[0])
	again.Terms[0].Date = mustDate(t, "1921-07")
	d.Proposals = append(d.Proposals, again)
	d.Overrides = []domain.Override{{ID: "ice", Proposal: "again", Term: "date", Movement: domain.MovedNot, Reason: "the ice decides",
		Citations: d.Proposals[0].Citations}}
	s := siteOf(d)
	golden.Assert(t, "ledger-rows.html", content(t, render(t, s.NewLedger(onDay(s, ledgerOfAll, aDay(t, s))))))
}

func mustDate(t *testing.T, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestSilencePictures finds one link in the pictures for each row of the table, in its order, whatever it is sorted by.
func TestSilencePictures(t *testing.T) {
	s := siteOf(harbour(t))
	on := onDay(s, compare.SilenceMap, aDay(t, s))
	plain := pictureLinks(s.NewSilence(on))
	if len(plain) != len(on.All.Rows) {
		t.Errorf("%d links in the pictures for %d rows", len(plain), len(on.All.Rows))
	}
	sorted, err := on.All.Sort("days", true)
	if err != nil {
		t.Fatal(err)
	}
	on.Shown, on.Query = sorted, url.Values{"sort": {"days"}, "order": {"desc"}}
	if diff := cmp.Diff(plain, pictureLinks(s.NewSilence(on))); diff != "" {
		t.Errorf("the order of the table moves the pictures:\n%s", diff)
	}
}

var linked = regexp.MustCompile(`<a href="([^"]*)"`)

func pictureLinks(p views.Silence) []string {
	var all []string
	for _, party := range p.Parties {
		for _, f := range party.Figures {
			for _, m := range linked.FindAllStringSubmatch(string(f.Picture), -1) {
				all = append(all, m[1])
			}
		}
	}
	return all
}

// TestTotalsLead follows each count of the totals: its query leaves as many rows as it says.
func TestTotalsLead(t *testing.T) {
	s := siteOf(harbour(t))
	on := onDay(s, compare.SilenceMap, aDay(t, s))
	followed := 0
	for _, row := range s.NewSilence(on).Totals.Rows {
		for _, cell := range row.Cells[1:] {
			if len(cell.Values) == 0 || cell.Values[0].Href == "" {
				continue
			}
			u, err := url.Parse(cell.Values[0].Href)
			if err != nil {
				t.Fatal(err)
			}
			q := u.Query()
			left := on.All.Filter(table.Filter{Party: q.Get("party"), Stance: q.Get("stance")})
			if got := fmt.Sprint(len(left.Rows)); got != cell.Values[0].Label {
				t.Errorf("%s leads to %s rows, and says %s", u, got, cell.Values[0].Label)
			}
			followed++
		}
	}
	if followed == 0 {
		t.Error("no count of the totals leads anywhere")
	}
}

// TestLegendSigns draws every outcome with a sign of its own.
func TestLegendSigns(t *testing.T) {
	s := siteOf(harbour(t))
	drawn := map[string]string{}
	for _, item := range s.NewSilence(onDay(s, compare.SilenceMap, aDay(t, s))).Legend {
		_, body, _ := bytes.Cut([]byte(item.Mark), []byte("</desc>"))
		if other, ok := drawn[string(body)]; ok || len(strings.TrimSpace(string(body))) < 20 {
			t.Errorf("%q is drawn as %q is: %s", item.Word, other, body)
		}
		drawn[string(body)] = item.Word
	}
}
