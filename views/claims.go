package views

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// Claims shows the disputed questions, with the claims of each side beside one another.
type Claims struct {
	Base
	Lede      string
	All       Link // to all claims, where only those of a track are shown
	Questions []QuestionView
}

func (Claims) template() string { return "claims.html" }

// QuestionView is one question with a column for each party that answers it.
type QuestionView struct {
	ID    string
	Text  string
	Track Link
	Sides []SideView
}

// SideView is what one party claims on a question.
type SideView struct {
	Party  Link
	Claims []ClaimView
}

// ClaimView is one claim.
type ClaimView struct {
	ID      string
	Summary Link
	Made    string
	Note    string
	Sources []Link
	Rivals  []Link
}

// NewClaims returns the page of all claims, or of those on one track.
func (s *Site) NewClaims(track string) (Claims, error) {
	t, err := s.ix.Track(track)
	if track != "" && err != nil {
		return Claims{}, err
	}
	lede := "Where the documents dispute the record itself: each question, and what each side asserts."
	c := Claims{Base: s.base("Claims", lede, "/claims"), Lede: lede}
	if track != "" {
		c.Title += ": " + t.Title
		c.All = Link{Label: "claims on all tracks", Href: s.root() + "/claims"}
	}
	for i := range s.ix.Dossier.Questions {
		q := &s.ix.Dossier.Questions[i]
		if view := s.question(q); len(view.Sides) > 0 && (track == "" || q.Track == track) {
			c.Questions = append(c.Questions, view)
		}
	}
	c.query = with(nil, "track", track)
	c.Downloads = wholeView(s.root()+"/claims", c.query, s.claimsAbout(track))
	return c, nil
}

// claimsAbout counts the claims on questions of a track, or all.
func (s *Site) claimsAbout(track string) int {
	count := 0
	for i := range s.ix.Dossier.Claims {
		q, err := s.ix.Question(s.ix.Dossier.Claims[i].Question)
		if track == "" || err == nil && q.Track == track {
			count++
		}
	}
	return count
}

func (s *Site) question(q *domain.Question) QuestionView {
	view := QuestionView{ID: q.ID, Text: q.Text}
	if t, err := s.ix.Track(q.Track); err == nil {
		view.Track = Link{Label: t.Title, Href: s.Href(table.Ref{Section: domain.SectionTracks, ID: t.ID})}
	}
	for _, c := range s.claimsOn(q.ID) {
		party := ""
		if len(c.By) > 0 {
			party = c.By[0]
		}
		side := view.side(s.partyLink(party))
		side.Claims = append(side.Claims, s.claim(c))
	}
	return view
}

// claimsOn returns the claims on a question in the order of time.
func (s *Site) claimsOn(question string) []*domain.Claim {
	var claims []*domain.Claim
	for i := range s.ix.Dossier.Claims {
		if c := &s.ix.Dossier.Claims[i]; c.Question == question {
			claims = append(claims, c)
		}
	}
	slices.SortStableFunc(claims, func(a, b *domain.Claim) int {
		return table.Chronological(compare.ClaimMade(s.ix, a), compare.ClaimMade(s.ix, b))
	})
	return claims
}

func (q *QuestionView) side(party Link) *SideView {
	i := slices.IndexFunc(q.Sides, func(v SideView) bool { return v.Party.Href == party.Href })
	if i < 0 {
		q.Sides = append(q.Sides, SideView{Party: party})
		i = len(q.Sides) - 1
	}
	return &q.Sides[i]
}

func (s *Site) claim(c *domain.Claim) ClaimView {
	made := compare.ClaimMade(s.ix, c).Humanize()
	if c.ReportedBy != "" {
		made += ", reported by " + s.short(c.ReportedBy)
	}
	v := ClaimView{ID: c.ID, Summary: Link{Label: c.Summary, Href: s.Path(domain.SectionClaims, c.ID)},
		Made: made, Note: c.Note, Sources: s.sources(c.Citations)}
	for _, id := range s.ix.Rivals(c.ID) {
		v.Rivals = append(v.Rivals, s.claimLink(id))
	}
	return v
}

func (s *Site) claimLink(id string) Link {
	c, err := s.ix.Claim(id)
	if err != nil {
		return Link{Label: id}
	}
	who := ""
	if len(c.By) > 0 {
		who = s.short(c.By[0]) + ", "
	}
	return Link{Label: who + compare.ClaimMade(s.ix, c).Humanize(), Href: s.Path(domain.SectionClaims, id), Hint: c.Summary}
}

// NewClaim returns the page of one claim beside its rivals.
func (s *Site) NewClaim(id string) (Detail, error) {
	c, err := s.ix.Claim(id)
	if err != nil {
		return Detail{}, err
	}
	rivals := s.ix.Rivals(id)
	t := compare.Where(s.ix, domain.SectionClaims, s.ix.Dossier.Claims, func(o *domain.Claim) bool {
		return o.Question == c.Question || o.ID == id || slices.Contains(rivals, o.ID)
	})
	title := id
	if q, err := s.ix.Question(c.Question); err == nil {
		title = q.Text
	}
	d := s.detail(domain.SectionClaims, id, title, c.Summary)
	d.Facts = s.facts(t, id, "id", "by", "made_on", "reported_by", "about", "note", "citation")
	d.Sections = slices.Concat(
		s.tableSection("rivals", "Its rivals", only(t, func(r table.Row) bool { return slices.Contains(rivals, r.Ref.ID) }), "question"),
		s.tableSection("question", "All claims on this question", inTime(only(t, func(r table.Row) bool {
			return r.Cells[t.Index("question")].String() == c.Question
		})), "question"))
	return d, nil
}
