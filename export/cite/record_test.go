package cite_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/export/cite"
)

func date(t *testing.T, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// small is a dossier of two parties and the documents given.
func small(docs ...domain.Document) *cite.Record {
	return cite.New(domain.NewIndex(&domain.Dossier{ID: "bay", Title: "The bay, 1919-1921", Release: "1.0.0",
		Parties:   []domain.Party{{ID: "town", Name: "Town's council (government)"}, {ID: "yard", Name: "Shipyard"}},
		Documents: docs}), at)
}

// TestPublished: what the parts of published_in make of a letter, and its words, which are never taken apart.
func TestPublished(t *testing.T) {
	const words = "Papers of the Bay, Vell Press, Vell, 1922, pp. 3-7, 9"
	day := date(t, "1921-03-14")
	tests := []struct {
		name string
		in   domain.Publication
		kind domain.DocumentKind
		want cite.Item
	}{
		{"nowhere", domain.Publication{}, domain.Letter, cite.Item{Type: cite.Letter}},
		{"newspaper", domain.Publication{Title: "Bay Gazette (the towns' paper)", Date: day, Pages: "1", Column: "3"}, domain.Letter,
			cite.Item{Type: cite.Newspaper, ContainerTitle: "Bay Gazette (the towns’ paper)", Page: "1", Issued: cite.NewDate(day), Note: "Column 3."}},
		{"column without a day", domain.Publication{Title: "Bay Gazette", Column: "3"}, domain.Letter,
			cite.Item{Type: cite.Newspaper, ContainerTitle: "Bay Gazette", Note: "Column 3."}},
		{"book", domain.Publication{Title: "Papers, and More", Publisher: "Bay Press", Place: "Norrholm", Pages: "3–7, 9"}, domain.Letter,
			cite.Item{Type: cite.Chapter, ContainerTitle: "Papers, and More", Publisher: "Bay Press", PublisherPlace: "Norrholm", Page: "3-7, 9"}},
		{"book of a day", domain.Publication{Title: "Papers", Publisher: "Bay Press", Date: day}, domain.Letter,
			cite.Item{Type: cite.Chapter, ContainerTitle: "Papers", Publisher: "Bay Press", Issued: cite.NewDate(day)}},
		{"volume", domain.Publication{Title: "Papers of the Bay, volume 2"}, domain.Letter, cite.Item{Type: cite.Chapter, ContainerTitle: "Papers of the Bay, volume 2"}},
		{"booklet", domain.Publication{Publisher: "Bay Press", Place: "Norrholm"}, domain.Letter, cite.Item{Type: cite.Book, Publisher: "Bay Press", PublisherPlace: "Norrholm"}},
		{"editorial", domain.Publication{Title: "Bay Gazette"}, domain.Editorial, cite.Item{Type: cite.Newspaper, ContainerTitle: "Bay Gazette", Genre: "editorial"}},
		{"pamphlet", domain.Publication{Publisher: "Bay Press", Place: "Norrholm"}, domain.Pamphlet, cite.Item{Type: cite.Book, Publisher: "Bay Press", PublisherPlace: "Norrholm"}},
		{"letter in words", domain.Publication{Text: words}, domain.Letter, cite.Item{Type: cite.Chapter, ContainerTitle: words}},
		{"article in words", domain.Publication{Text: "Gazette, Vell"}, domain.Article, cite.Item{Type: cite.Newspaper, ContainerTitle: "Gazette, Vell"}},
		{"book in words", domain.Publication{Text: "Bay Press, Norrholm"}, domain.Book, cite.Item{Type: cite.Book, Publisher: "Bay Press, Norrholm"}},
		{"minutes", domain.Publication{}, domain.Minutes, cite.Item{Type: cite.Archival, Genre: "minutes"}},
		{"treaty", domain.Publication{}, domain.Treaty, cite.Item{Type: cite.Treaty}},
		{"statement", domain.Publication{}, domain.PublicStatement, cite.Item{Type: cite.Document, Genre: "statement"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := small(domain.Document{ID: "x", Title: "T", Kind: tt.kind, PublishedIn: tt.in}).Document("x")
			if err != nil {
				t.Fatal(err)
			}
			tt.want.ID, tt.want.Title = "x", "T"
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreUnexported(cite.Item{}, cite.Date{})); diff != "" {
				t.Errorf("Document of %q (-want +got):\n%s", tt.in, diff)
			}
			cautioned := cite.Chicago.Caution(cite.Cite{Item: got}) != ""
			if want := tt.in.Text != ""; cautioned != want {
				t.Errorf("%q: cautioned = %v, want %v", tt.in, cautioned, want)
			}
		})
	}
}

// TestPrintedIn: the publication that a document is printed in by the record's word goes first, and says what the
// document does not.
func TestPrintedIn(t *testing.T) {
	book := domain.Document{ID: "papers", Title: "Papers of the Bay's towns", Kind: domain.Book,
		PublishedIn: domain.Publication{Publisher: "Bay Press", Place: "Norrholm"}}
	letter := domain.Document{ID: "x", Title: "T", Kind: domain.Letter, Authors: []string{"town"}, Addressees: []string{"yard"},
		PublishedIn: domain.Publication{Title: "Papers"}, Dated: domain.Date{Value: date(t, "1921-03-01")}, Published: domain.Date{Value: date(t, "1922")},
		Printed: []domain.Printing{{In: "papers", Pages: "9-15"}}}
	got := cite.Chicago.Footnote(sources(t, small(book, letter), domain.SectionDocuments, "x")...).Plain
	want := "Town’s council, “T,” in Papers of the Bay’s Towns (Norrholm: Bay Press, 1922), 9–15."
	if got != want {
		t.Errorf("footnote = %q, want %q", got, want)
	}
}

// TestForeignQuotes: inside our quotation marks those of any language are ours.
func TestForeignQuotes(t *testing.T) {
	for _, title := range []string{"„German“ letter", "«French» letter", "« French » letter", "»Danish« letter", "“English” letter", `"English" letter`} {
		i, err := small(domain.Document{ID: "x", Title: title, Kind: domain.Letter}).Document("x")
		if err != nil {
			t.Fatal(err)
		}
		word := strings.Trim(title[:strings.Index(title, " letter")], "„“«»”\" ")
		if got, want := cite.Chicago.Footnote(cite.Cite{Item: i}).Plain, "“‘"+word+"’ Letter.”"; got != want {
			t.Errorf("footnote of %s = %s, want %s", title, got, want)
		}
	}
}

// TestTitle: the title of the edition is the document's where it is not that of the book.
func TestTitle(t *testing.T) {
	tests := []struct{ name, edition, language, in, want string }{
		{"none", "", "en", "", "Ours"},
		{"its own", "Letter of the town", "en", "", "Letter of the town"},
		{"its own, in Swedish", "Brev", "sv", "", "Brev [Ours]"},
		{"that of the book", "Papers of the Bay", "en", "Papers of the Bay, volume 2", "Ours"},
		{"that of the book, in full", "Papers of the Bay, volume 2", "sv", "Papers of the Bay", "Ours"},
		{"its own, in a book", "Brev", "sv", "Papers of the Bay", "Brev [Ours]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := domain.Document{ID: "x", Title: "Ours", Kind: domain.Letter, Held: true, PublishedIn: domain.Publication{Title: tt.in},
				Edition: domain.Edition{Title: tt.edition, Language: tt.language}}
			got, err := small(d).Document("x")
			if err != nil || got.Title != tt.want {
				t.Errorf("title = %q, %v, want %q", got.Title, err, tt.want)
			}
		})
	}
}

func TestDocumentNotFound(t *testing.T) {
	if _, err := small().Document("x"); domain.KindOf(err) != domain.NotFound {
		t.Errorf("Document of no such id: %v, want not found", err)
	}
	if _, err := small().Sources(domain.SectionProposals, "x"); domain.KindOf(err) != domain.NotFound {
		t.Errorf("Sources of no such proposal: %v, want not found", err)
	}
	if _, err := small().Sources(domain.SectionSeats, "x"); domain.KindOf(err) != domain.NotFound {
		t.Errorf("Sources of a seat: %v, want not found", err)
	}
}

func TestView(t *testing.T) {
	day, _ := date(t, "1921-04-01").Latest()
	v := cite.View{ID: "bay-drift", Title: "Drift of the dates", Filters: []string{"track: Conference"}, AsOf: day, Path: "/bay/drift?on=1921-04-01"}
	got := small().View(v)
	want := cite.Item{ID: "bay-drift", Type: cite.Dataset, Title: "Drift of the dates [track: Conference; as of 1 April 1921]",
		ContainerTitle: "The bay, 1919–1921, release 1.0.0", URL: "https://talks.example/bay/drift?on=1921-04-01"}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(cite.Item{})); diff != "" {
		t.Errorf("View (-want +got):\n%s", diff)
	}
	v.Title = "State of play on 1 April 1921"
	if got := small().View(v).Title; got != "State of play on 1 April 1921 [track: Conference]" {
		t.Errorf("a title that names the day has it twice: %q", got)
	}
}

func TestCaution(t *testing.T) {
	about := cite.Cite{Item: cite.Item{Issued: cite.NewDate(date(t, "1921~"))}}
	sure := cite.Cite{Item: cite.Item{Issued: cite.NewDate(date(t, "1921"))}}
	tests := []struct {
		name  string
		style cite.Style
		cites []cite.Cite
		want  bool
	}{
		{"Chicago marks doubt itself", cite.Chicago, []cite.Cite{about}, false},
		{"MHRA too", cite.MHRA, []cite.Cite{sure, about}, false},
	}
	for _, tt := range tests {
		if got := tt.style.Caution(tt.cites...) != ""; got != tt.want {
			t.Errorf("%s: cautioned = %v, want %v", tt.name, got, tt.want)
		}
	}
}
