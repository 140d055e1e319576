package handlers_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pourparler/domain"
)

// stranger is a reader who knows nothing of the site but what its links say.
type stranger struct {
	h      *host
	ix     *domain.Index
	at     *url.URL
	page   *html.Node
	clicks int
}

func arrive(t *testing.T) *stranger {
	t.Helper()
	d := bundled(t)
	return &stranger{h: serve(t, newLibrary(d)), ix: domain.NewIndex(d), at: &url.URL{Path: "/"}}
}

// click follows the first link whose words begin so. The reader starts at "/" and has three clicks for an answer.
func (s *stranger) click(begins string) {
	s.h.t.Helper()
	if s.page == nil {
		s.page = s.h.page(s.at.String())
	}
	if s.clicks++; s.clicks > 3 {
		s.h.t.Fatalf("%q would be the fourth click", begins)
	}
	var seen []string
	for _, a := range find(s.page, "a[href]") {
		if strings.HasPrefix(words(a), begins) {
			to, err := s.at.Parse(attr(a, "href"))
			if err != nil {
				s.h.t.Fatal(err)
			}
			s.at, s.page = to, s.h.page(to.RequestURI())
			return
		}
		seen = append(seen, words(a))
	}
	s.h.t.Fatalf("%s has no link that begins with %q, only %q", s.at, begins, seen)
}

// cells returns the values in a comparison of a row in the columns whose heading begins so, as files have them.
func (s *stranger) cells(row, column string) []string {
	s.h.t.Helper()
	var values []string
	for _, tr := range find(s.page, "table.grid tbody tr") {
		if words(find(tr, "th")[0]) != row {
			continue
		}
		for _, td := range find(tr, "td") {
			if !strings.HasPrefix(attr(td, "data-label"), column) {
				continue
			}
			for _, n := range find(td, ".value a, .value span:not(.sep)") {
				values = append(values, attr(n, "title")+" "+words(n))
			}
		}
	}
	return values
}

func (s *stranger) wants(row, column, value string) {
	s.h.t.Helper()
	got := s.cells(row, column)
	if !slices.ContainsFunc(got, func(v string) bool { return strings.Contains(v, value) }) {
		s.h.t.Errorf("%s says of the %s in %q: %q, want %q", s.at, row, column, got, value)
	}
}

// TestWhenAndWhere answers: when and where did each side want the bilateral talks in March and in May 1964? The dates
// are those of the letters of 29 February, 7 March and 7 May 1964.
func TestWhenAndWhere(t *testing.T) {
	s := arrive(t)
	s.click("The Sino-Soviet")
	s.click("proposals compared") // of the first track, the bilateral talks
	s.wants("date", "CPC, 29 February 1964", "1964-10-10/1964-10-25")
	s.wants("venue", "CPC, 29 February 1964", "beijing")
	s.wants("date", "CPSU, 7 March 1964", "1964-05 ")
	s.wants("venue", "CPSU, 7 March 1964", "beijing")
	s.wants("date", "CPC, 7 May 1964", "1965-01-01/1965-06-30")
}

// TestWhichNine answers: which nine parties are among the twenty-six and not among the seventeen, and whose seat is
// disputed?
func TestWhichNine(t *testing.T) {
	s := arrive(t)
	s.click("The Sino-Soviet")
	s.click("Who comes")
	var difference string
	for _, li := range find(s.page, "#differences li") {
		if strings.Contains(words(li), "nine more: ") {
			difference = words(li)
		}
	}
	_, more, _ := strings.Cut(difference, "nine more: ")
	more, rest, _ := strings.Cut(more, "; ")
	got := strings.Split(more, ", ")
	slices.Sort(got)
	want := []string{"Argentina", "Australia", "Brazil", "Finland", "Great Britain", "India", "Syria", "USA", "West Germany"}
	if !slices.Equal(got, want) {
		t.Errorf("%s says %q, want the nine %q", s.at, difference, want)
	}
	_, seats, _ := strings.Cut(rest, "contested seats among them: ")
	contested := strings.Split(seats, ", ")
	slices.Sort(contested)
	if !slices.Equal(contested, []string{"Australia", "Brazil", "India"}) {
		t.Errorf("%s says of the seats %q, want Australia, Brazil and India", s.at, rest)
	}
	headings := ""
	for _, h := range find(s.page, "h2") {
		headings += words(h) + "\n"
	}
	for _, seat := range []string{"Australia", "Brazil", "India"} {
		if !strings.Contains(headings, "Contested seat: "+seat+"\n") {
			t.Errorf("%s has no heading for the contested seat of %s", s.at, seat)
		}
	}
}

// TestWhatDidTheCPCAnswer answers: what did the CPC answer to each term of 7 March 1964? The page of that letter has
// a row for each answer; that the CPC did not take the date of the talks is beyond doubt.
func TestWhatDidTheCPCAnswer(t *testing.T) {
	s := arrive(t)
	s.click("The Sino-Soviet")
	s.click("Sources")
	letter, err := s.ix.Document("cpsu-1964-03-07")
	if err != nil {
		t.Fatal(err)
	}
	s.click(letter.Title)
	terms := map[string]string{}
	for _, tr := range find(s.page, "#answers-to-it tbody tr") {
		row := map[string]string{}
		for _, cell := range find(tr, "td, th") {
			row[attr(cell, "data-label")] = words(cell)
		}
		if strings.HasPrefix(row["By"], "CPC") && strings.Contains(row["Source"], "7 May 1964") {
			terms[row["Term"]] += row["Stance"] + " "
		}
	}
	for _, term := range []string{"date"} {
		if answer := terms[term]; answer == "" || strings.HasPrefix(answer, "accepts ") {
			t.Errorf("%s says that the CPC answered the %s with %q; of all terms %q", s.at, term, answer, terms)
		}
	}
}

// TestOneClick wants a link to a paragraph in every row that states something. Documents that we hold are no statement, nor
// are numbers.
func TestOneClick(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	for _, page := range []string{"proposals", "responses", "statements", "meetings", "persons", "documents", "silence", "ledger", "drift"} {
		rows := 0
		for path := "/sino-soviet/" + page; path != ""; {
			root := h.page(path)
			for _, tr := range stating(root) {
				if rows++; len(find(tr, "a[href*='#p']")) == 0 {
					t.Errorf("%s: no paragraph is one click from the row %.200q", path, words(tr))
				}
			}
			path = ""
			for _, next := range find(root, "a[rel=next]") {
				path = attr(next, "href")
			}
		}
		if rows < 5 {
			t.Errorf("%s has %d rows: this test reads nothing", page, rows)
		}
	}
}

// stating are the rows of a page that state something: those of tables that count, and of documents whose text we have, do not.
func stating(root *html.Node) []*html.Node {
	var rows []*html.Node
	for _, table := range find(root, "table.records, table.ledger") {
		if strings.HasSuffix(words(find(table, "caption")[0]), "in numbers") {
			continue
		}
		for _, tr := range find(table, "tbody tr") {
			if len(find(tr, "[data-label=Held]")) == 0 || len(find(tr, "[data-label=Held] [title=false]")) > 0 {
				rows = append(rows, tr)
			}
		}
	}
	return rows
}
