package cite_test

import (
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

// TestPublished: what the words of published_in make of a letter.
func TestPublished(t *testing.T) {
	tests := []struct {
		name, words string
		kind        domain.DocumentKind
		want        cite.Item
	}{
		{"nowhere", "", domain.Letter, cite.Item{Type: cite.Letter}},
		{"newspaper", "Bay Gazette (the towns' paper), 14 March 1921, page 1", domain.Letter, cite.Item{Type: cite.Newspaper, ContainerTitle: "Bay Gazette (the towns’ paper)", Page: "1"}},
		{"book", "Papers, and More, Bay Press, Norrholm, 1922, pages 9-15", domain.Letter,
			cite.Item{Type: cite.Chapter, ContainerTitle: "Papers, and More", Publisher: "Bay Press", PublisherPlace: "Norrholm", Page: "9-15"}},
		{"volume", "Papers of the Bay, volume 2", domain.Letter, cite.Item{Type: cite.Chapter, ContainerTitle: "Papers of the Bay, volume 2"}},
		{"booklet", "Bay Press, Norrholm", domain.Letter, cite.Item{Type: cite.Book, Publisher: "Bay Press", PublisherPlace: "Norrholm"}},
		{"editorial", "Bay Gazette", domain.Editorial, cite.Item{Type: cite.Newspaper, ContainerTitle: "Bay Gazette", Genre: "editorial"}},
		{"pamphlet", "Bay Press, Norrholm", domain.Pamphlet, cite.Item{Type: cite.Book, Publisher: "Bay Press", PublisherPlace: "Norrholm"}},
		{"minutes", "", domain.Minutes, cite.Item{Type: cite.Archival, Genre: "minutes"}},
		{"treaty", "", domain.Treaty, cite.Item{Type: cite.Treaty}},
		{"statement", "", domain.PublicStatement, cite.Item{Type: cite.Document, Genre: "statement"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := small(domain.Document{ID: "x", Title: "T", Kind: tt.kind, PublishedIn: tt.words}).Document("x")
			if err != nil {
				t.Fatal(err)
			}
			tt.want.ID, tt.want.Title = "x", "T"
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreUnexported(cite.Item{})); diff != "" {
				t.Errorf("Document of %q (-want +got):\n%s", tt.words, diff)
			}
		})
	}
}

// TestPrintedIn: the publication that a document is printed in by the record's word goes before the words of published_in.
func TestPrintedIn(t *testing.T) {
	book := domain.Document{ID: "papers", Title: "Papers of the Bay's towns", Kind: domain.Book}
	letter := domain.Document{ID: "x", Title: "T", Kind: domain.Letter, Authors: []string{"town"}, Addressees: []string{"yard"},
		PublishedIn: "Papers, Bay Press, Norrholm", Dated: domain.Date{Value: date(t, "1921-03-01")}, Published: domain.Date{Value: date(t, "1922")},
		Printed: []domain.Printing{{In: "papers", Pages: "9-15"}}}
	got := cite.Chicago.Footnote(sources(t, small(book, letter), domain.SectionDocuments, "x")...).Plain
	want := "Town’s council, “T,” in Papers of the Bay’s Towns (Norrholm: Bay Press, 1922), 9–15."
	if got != want {
		t.Errorf("footnote = %q, want %q", got, want)
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
			d := domain.Document{ID: "x", Title: "Ours", Kind: domain.Letter, Held: true, PublishedIn: tt.in,
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
		ContainerTitle: "The bay, 1919–1921, release 1.0.0", Version: "1.0.0", URL: "https://talks.example/bay/drift?on=1921-04-01"}
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
		{"MHRA does not", cite.MHRA, []cite.Cite{sure, about}, true},
		{"MHRA and no date", cite.MHRA, []cite.Cite{{}}, true},
		{"MHRA and a date", cite.MHRA, []cite.Cite{sure}, false},
	}
	for _, tt := range tests {
		if got := tt.style.Caution(tt.cites...) != ""; got != tt.want {
			t.Errorf("%s: cautioned = %v, want %v", tt.name, got, tt.want)
		}
	}
}
