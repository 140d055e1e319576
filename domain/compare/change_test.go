package compare_test

import (
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
)

func TestCompare(t *testing.T) {
	term := func(kind domain.TermKind) domain.Term { return domain.Term{Kind: kind} }
	dated := func(text string) domain.Term {
		return domain.Term{Kind: domain.TermDate, Date: date(t, text)}
	}
	words := func(kind domain.TermKind, text string) domain.Term { return domain.Term{Kind: kind, Text: text} }
	at := func(places ...string) domain.Term { return domain.Term{Kind: domain.TermVenue, Places: places} }
	of := func(list string) domain.Term { return domain.Term{Kind: domain.TermParticipants, List: list} }
	claim := func(n int) domain.Term { return domain.Term{Kind: domain.TermParticipants, Claimed: n} }
	who := func(kind domain.TermKind, parties ...string) domain.Term {
		return domain.Term{Kind: kind, Parties: parties}
	}
	tests := []struct {
		name        string
		before, now domain.Term
		change      compare.Change
		words       string
	}{
		{"a month to a later year", dated("1964-10"), dated("1965-05~"), compare.ChangeAltered, "later by 7 months"},
		{"October to May", dated("1964-10-10/1964-10-25"), dated("1964-05"), compare.ChangeAltered, "earlier by 5 months"},
		{"one month", dated("1964-05"), dated("1964-06/1964-07"), compare.ChangeAltered, "later by 1 month"},
		{"days within a month", dated("1964-05-07"), dated("1964-05-10"), compare.ChangeAltered, "later by 3 days"},
		{"one day", dated("1964-05-10"), dated("1964-05-09"), compare.ChangeAltered, "earlier by 1 day"},
		{"days across months", dated("1964-05-20"), dated("1964-06-10"), compare.ChangeAltered, "later by 21 days"},
		{"days that make a month", dated("1964-05-20"), dated("1964-06-20"), compare.ChangeAltered, "later by 1 month"},
		{"an open start", dated("../1964-05-31"), dated("1964-06-10"), compare.ChangeAltered, "later by 10 days"},
		{"the same date", dated("1964-05"), dated("1964-05"), compare.ChangeNone, "same date"},
		{"a narrower date", dated("1964"), dated("1964-05"), compare.ChangeAltered, "other date, overlapping"},
		{"an open end", dated("1964-05/.."), dated("1965"), compare.ChangeUnknown, "not comparable: an end is open"},
		{"an unknown end", dated("1964-05/"), dated("1965"), compare.ChangeUnknown, "not comparable: an end is unknown"},
		{"the same place", at("old-quay"), at("old-quay"), compare.ChangeNone, "same place"},
		{"places in another order", at("old-quay", "new-quay"), at("new-quay", "old-quay"), compare.ChangeNone, "same place"},
		{"another place", at("old-quay"), at("new-quay"), compare.ChangeAltered, "other place"},
		{"a town of the country before", at("sten"), at("old-quay"), compare.ChangeAltered, "more exactly, within the place before"},
		{"the country of the town before", at("old-quay"), at("sten"), compare.ChangeAltered, "less exactly, the place before lies within"},
		{"a town of another country", at("sten"), at("new-quay"), compare.ChangeAltered, "other place"},
		{"a choice of places", at("old-quay"), at("old-quay", "new-quay"), compare.ChangeAltered, "other choice of places"},
		{"a larger and another list", of("four"), of("three"), compare.ChangeAltered, "one more: Cape; two fewer: Islands, Coast"},
		{"a list and the same parties one by one", of("three"), who(domain.TermParticipants, "cape", "north", "south"),
			compare.ChangeNone, "same parties"},
		{"a list that names nobody", of("four"), of("all"), compare.ChangeUnknown, "not comparable: one of the two names no parties"},
		{"the same list that names nobody", of("all"), of("all"), compare.ChangeNone, "same"},
		{"two numbers alone", claim(17), claim(26), compare.ChangeAltered, "26 claimed instead of 17"},
		{"one number alone", claim(17), words(domain.TermParticipants, "all"), compare.ChangeUnknown,
			"not comparable: one of the two names no parties"},
		{"another convener", who(domain.TermConvener, "north"), who(domain.TermConvener, "south"), compare.ChangeAltered,
			"one more: South; one fewer: North"},
		{"the same words", words(domain.TermLevel, "masters"), words(domain.TermLevel, "masters"), compare.ChangeNone, "same"},
		{"other words", words(domain.TermLevel, "masters"), words(domain.TermLevel, "all ranks"), compare.ChangeUnknown, "worded otherwise"},
		{"nothing and nothing", term(domain.TermAgenda), term(domain.TermAgenda), compare.ChangeNone, "same"},
	}
	ix := index(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if change, got := compare.Compare(ix, tt.before, tt.now); change != tt.change || got != tt.words {
				t.Errorf("Compare = %q, %q, want %q, %q", change, got, tt.change, tt.words)
			}
		})
	}
}

func TestCompareCountsInWords(t *testing.T) {
	ix := domain.NewIndex(&domain.Dossier{Lists: []domain.List{
		{ID: "few", Members: members("a")},
		{ID: "many", Members: members("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")},
	}})
	few, many := participants("few"), participants("many")
	if _, got := compare.Compare(ix, few, many); got != "nine more: b, c, d, e, f, g, h, i, j; none fewer" {
		t.Errorf("Compare = %q, want nine more and their names", got)
	}
}

func participants(list string) domain.Term {
	return domain.Term{Kind: domain.TermParticipants, List: list}
}

func members(parties ...string) []domain.Member {
	var all []domain.Member
	for _, id := range parties {
		all = append(all, domain.Member{Party: id})
	}
	return all
}
