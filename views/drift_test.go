package views_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/internal/golden"
	"pourparler/seeds"
	"pourparler/views"
)

// drift is the page of a track, or of all, as of a day or the end of the record.
func drift(t testing.TB, s *views.Site, track, on string) views.Drift {
	t.Helper()
	day, err := views.Day(s.Index(), on, 0)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.NewDrift(track, day)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func sinoSoviet(t testing.TB) *views.Site {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return siteOf(d)
}

func TestDriftPictures(t *testing.T) {
	harbour, bundled := siteOf(harbour(t)), sinoSoviet(t)
	for _, tt := range []struct {
		name, track, on string
		site            *views.Site
	}{
		{"drift-harbour.svg", "conference", "1921-05-04", harbour},
		{"drift-harbour-before.svg", "conference", "1921-04-12", harbour},
		{"drift-talks.svg", "bilateral-talks", "1964-07-30", bundled},
		{"drift-polemics.svg", "polemics", "1964-07-30", bundled},
		{"drift-trade.svg", "trade-and-aid", "1964-07-30", bundled},
	} {
		svg, err := tt.site.DriftPicture(tt.track, dayOf(t, tt.on))
		if err != nil {
			t.Fatal(err)
		}
		golden.Assert(t, tt.name, []byte(svg))
	}
}

func dayOf(t testing.TB, text string) edtf.Day {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	day, _ := d.Latest()
	return day
}

// TestDriftMarks finds a link with a name for each proposal of a date and each meeting held, and its row in the table.
func TestDriftMarks(t *testing.T) {
	s := sinoSoviet(t)
	root := parsed(t, drift(t, s, "bilateral-talks", "1964-07-30"))
	want := map[string]string{
		"/sino-soviet/proposals/cpc-1964-02-29-bilateral-talks":  "CPC, 29 February 1964: 10-25 October 1964; withdrawn 7 May 1964",
		"/sino-soviet/proposals/cpsu-1964-03-07-bilateral-talks": "CPSU, 7 March 1964: May 1964; did not take place in this record",
		"/sino-soviet/proposals/cpc-1964-05-07-bilateral-talks":  "CPC, 7 May 1964: 1 January to 30 June 1965",
		"/sino-soviet/meetings/moscow-talks-1963-07":             "Talks of the CPSU and the CPC in Moscow, July 1963: took place",
	}
	for _, a := range find(root, "svg a") {
		href := attr(a, "href")
		if name, ok := want[href]; ok && name != attr(a, "aria-label") {
			t.Errorf("the mark that leads to %s is called %q, want %q", href, attr(a, "aria-label"), name)
		}
		delete(want, href)
	}
	for href := range want {
		t.Errorf("no mark leads to %s", href)
	}
	if n, rows := len(find(root, "svg a[href*='/proposals/']")), len(find(root, "table.records tbody tr")); n != rows {
		t.Errorf("%d marks for %d rows", n, rows)
	}
}

func TestDriftOfOtherTracks(t *testing.T) {
	s := siteOf(harbour(t))
	if _, err := s.NewDrift("trains", dayOf(t, "1921")); domain.KindOf(err) != domain.NotFound {
		t.Errorf("a track that is not there: %v, want an error of kind NotFound", err)
	}
	if _, err := s.DriftPicture("trains", dayOf(t, "1921")); domain.KindOf(err) != domain.NotFound {
		t.Errorf("the picture of a track that is not there: %v, want an error of kind NotFound", err)
	}
	if _, err := s.DriftPicture("dues", dayOf(t, "1921")); domain.KindOf(err) != domain.NotFound {
		t.Errorf("the picture of a track without dates: %v, want an error of kind NotFound", err)
	}
	if found := find(parsed(t, drift(t, s, "dues", "1921-05-04")), "svg"); len(found) > 0 {
		t.Error("a chart of a track without dates")
	}
}

// TestDriftPictureProperties draws any record: the picture is well formed, the same twice, and has a mark for each proposal,
// which those who make it together share.
func TestDriftPictureProperties(t *testing.T) {
	frame, first := harbour(t), dayOf(t, "1921-01-01")
	rapid.Check(t, func(t *rapid.T) {
		d := drifting(t, frame)
		asOf := first.AddDays(rapid.Int64Range(0, 1500).Draw(t, "days on"))
		s := siteOf(d)
		svg, err := s.DriftPicture("conference", asOf)
		if err != nil {
			return // nobody named a day by then
		}
		again, err := siteOf(d).DriftPicture("conference", asOf)
		if err != nil || svg != again {
			t.Fatalf("two pictures of one record differ")
		}
		proposals := map[string]bool{}
		for _, row := range compare.Drift(s.Index(), asOf).Filter(table.Filter{Track: "conference"}).Rows {
			proposals[row.Ref.ID] = true
		}
		if links := linksIn(t, svg, "/proposals/"); links != len(proposals) {
			t.Fatalf("%d marks for %d proposals", links, len(proposals))
		}
	})
}

// drifting draws proposals of dates into the frame.
func drifting(t *rapid.T, frame *domain.Dossier) *domain.Dossier {
	d := *frame
	d.Proposals, d.Responses, d.Meetings = nil, nil, nil
	dates := []string{"1921-06", "1921-06-01/1921-06-10", "../1921-12-15", "1922-05~", "1921/", "/1921-03", "1922?", "[1921-04-01,1921-05-03]", ""}
	for i := range rapid.IntRange(1, 12).Draw(t, "proposals") {
		p := domain.Proposal{ID: fmt.Sprintf("p%d", i), Track: "conference", Act: domain.Proposes,
			By:   rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"norrholm", "yasny", "baiwan"}), 1, 3, rapid.ID).Draw(t, "by"),
			Made: domain.Date{Value: parse(t, rapid.SampledFrom([]string{"1921-03-01", "1921-04", "../1921-06-02", "1922"}).Draw(t, "made"))},
			Terms: []domain.Term{{Kind: domain.TermDate, Text: "before the ice",
				Date: parse(t, rapid.SampledFrom(dates).Draw(t, "date"))}}}
		d.Proposals = append(d.Proposals, p)
	}
	return &d
}

func parse(t *rapid.T, text string) edtf.Date {
	var d edtf.Date
	if err := d.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return d
}

// linksIn counts the links of a picture whose address has a part, and fails if it is not well formed.
func linksIn(t *rapid.T, svg, part string) int {
	n := 0
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			t.Fatalf("not well formed: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "a" {
			for _, a := range e.Attr {
				if a.Name.Local == "href" && strings.Contains(a.Value, part) {
					n++
				}
			}
		}
	}
}

// TestDriftRulesAreInTheManual finds every rule of the page in the manual, word for word.
func TestDriftRulesAreInTheManual(t *testing.T) {
	manual, err := os.ReadFile("../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	rules := drift(t, sinoSoviet(t), "", "").Rules
	if len(rules) == 0 {
		t.Error("the page has no rules")
	}
	for _, rule := range rules {
		if row := "| " + rule.Label + " | " + rule.Values[0].Label + " |"; !bytes.Contains(manual, []byte(row)) {
			t.Errorf("docs/rules.md does not have the row %q", row)
		}
	}
}

// TestDriftSpan draws a track of 1921 as of 1931: the scales reach as far as its own marks, and somewhat further.
func TestDriftSpan(t *testing.T) {
	svg, err := siteOf(harbour(t)).DriftPicture("conference", dayOf(t, "1931-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(svg, ">1925<") || !strings.Contains(svg, "as of 1 January 1931") {
		t.Error("the scale of a track of 1921 reaches to 1925, or it does not say as of when it is drawn")
	}
	if !strings.Contains(svg, ">1921<") {
		t.Error("the scale of a track of 1921 does not have that year")
	}
}
