package domain_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
)

func TestIndexFinds(t *testing.T) {
	ix := domain.NewIndex(valid(t))
	finds := map[string]func(string) (string, error){
		"talks": func(id string) (string, error) {
			r, err := ix.Track(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"old-quay": func(id string) (string, error) {
			r, err := ix.Place(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"north": func(id string) (string, error) {
			r, err := ix.Party(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"ann": func(id string) (string, error) {
			r, err := ix.Person(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"four": func(id string) (string, error) {
			r, err := ix.List(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"winter": func(id string) (string, error) {
			r, err := ix.Meeting(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"who-first": func(id string) (string, error) {
			r, err := ix.Question(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"minutes": func(id string) (string, error) {
			r, err := ix.Document(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"north-talks": func(id string) (string, error) {
			r, err := ix.Proposal(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"south-date": func(id string) (string, error) {
			r, err := ix.Response(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"ann-asks": func(id string) (string, error) {
			r, err := ix.Statement(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"south-tolls": func(id string) (string, error) {
			r, err := ix.Claim(id)
			return idOf(r, err, func() string { return r.ID })
		},
		"coast": func(id string) (string, error) {
			r, err := ix.Seat(id)
			return idOf(r, err, func() string { return r.ID })
		},
	}
	for id, find := range finds {
		if got, err := find(id); got != id || err != nil {
			t.Errorf("find(%q) = %q, %v", id, got, err)
		}
		got, err := find("nobody")
		if got != "" || domain.KindOf(err) != domain.NotFound {
			t.Errorf("find in the section of %q of an id that is not there = %q, %v, want an error of kind %q",
				id, got, err, domain.NotFound)
		}
	}
}

func idOf[T any](record *T, err error, id func() string) (string, error) {
	if record == nil {
		return "", err
	}
	return id(), err
}

func TestIndexKeepsTheFirstOfTwo(t *testing.T) {
	d := valid(t)
	d.Tracks = append(d.Tracks, domain.Track{ID: "talks", Title: "Second"})
	track, err := domain.NewIndex(d).Track("talks")
	if err != nil || track.Title != "Talks" {
		t.Errorf("Track(talks) = %v, %v, want the first of the two", track, err)
	}
}

func TestMadeAndResponded(t *testing.T) {
	d := valid(t)
	response(d, "south-venue").Made = on(t, "1901-04-01")
	ix := domain.NewIndex(d)
	tests := []struct {
		name, want string
		got        string
	}{
		{"a proposal of its document's date", "1901-03-01", ix.Made(proposal(d, "north-talks")).String()},
		{"a proposal with its own date", "1901-02-10", ix.Made(proposal(d, "south-offer-talks")).String()},
		{"a proposal without a document", "", ix.Made(&domain.Proposal{Document: "nobody"}).String()},
		{"a response of its document's date", "1901-04-02", ix.Responded(response(d, "south-date")).String()},
		{"a response with its own date", "1901-04-01", ix.Responded(response(d, "south-venue")).String()},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: made %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

// TestOnce computes once for a key, and again for another.
func TestOnce(t *testing.T) {
	ix, n := domain.NewIndex(valid(t)), 0
	next := func() any { n++; return n }
	for _, tt := range []struct {
		key  any
		want int
	}{{"a", 1}, {"b", 2}, {"a", 1}} {
		if got := ix.Once(tt.key, next); got != tt.want {
			t.Errorf("Once(%v) = %v, want %d", tt.key, got, tt.want)
		}
	}
}

// TestOnPage computes once for a key and a page, and keeps nothing of it with the record or for another page.
func TestOnPage(t *testing.T) {
	ix, n := domain.NewIndex(valid(t)), 0
	next := func() any { n++; return n }
	page := ix.ForPage()
	for i, tt := range []struct {
		ix   *domain.Index
		want int
	}{{page, 1}, {page.ForPage(), 1}, {ix.ForPage(), 2}, {page.Lasting().ForPage(), 3}, {page, 1}} {
		if got := tt.ix.OnPage("a", next); got != tt.want {
			t.Errorf("%d: OnPage(a) = %v, want %d", i, got, tt.want)
		}
	}
	if got := page.Once("a", next); got != 4 || ix.Once("a", next) != 4 {
		t.Errorf("Once(a) on a page = %v and then %v on the record, want 4 on both", got, ix.Once("a", next))
	}
}

func TestResponsesToKeepsOrder(t *testing.T) {
	var got []string
	for _, r := range domain.NewIndex(valid(t)).ResponsesTo("north-talks") {
		got = append(got, r.ID)
	}
	if diff := cmp.Diff([]string{"south-date", "south-venue", "north-keeps", "south-before"}, got); diff != "" {
		t.Errorf("ResponsesTo (-want +got):\n%s", diff)
	}
}

func TestWithdrawing(t *testing.T) {
	d := valid(t)
	proposal(d, "north-tolls").Relations = []domain.Relation{{Kind: domain.WithdrawsFrom, Proposal: "north-talks"}}
	got := domain.NewIndex(d).Withdrawing("north-talks")
	if len(got) != 1 || got[0].ID != "north-tolls" {
		t.Errorf("Withdrawing(north-talks) = %v, want north-tolls", got)
	}
	if got := domain.NewIndex(d).Withdrawing("north-later"); len(got) != 0 {
		t.Errorf("Withdrawing(north-later) = %v, want none: an alternative withdraws nothing", got)
	}
}

func TestRivalsAreSymmetric(t *testing.T) {
	d := valid(t)
	claim(d, "north-first").Rivals = []string{"south-first"} // recorded on both sides
	d.Claims = append(d.Claims, domain.Claim{ID: "islands-first", Rivals: []string{"north-first"}})
	ix := domain.NewIndex(d)
	want := map[string][]string{
		"north-first":   {"south-first", "islands-first"},
		"south-first":   {"north-first"},
		"islands-first": {"north-first"},
		"south-tolls":   nil,
	}
	for id, rivals := range want {
		if diff := cmp.Diff(rivals, ix.Rivals(id)); diff != "" {
			t.Errorf("Rivals(%s) (-want +got):\n%s", id, diff)
		}
		for _, rival := range ix.Rivals(id) {
			if !slices.Contains(ix.Rivals(rival), id) {
				t.Errorf("%s is a rival of %s, but not the reverse", rival, id)
			}
		}
	}
}
