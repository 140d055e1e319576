package views

import (
	"net/url"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Comparison shows proposals side by side.
type Comparison struct {
	Base
	Lede    string
	Action  string
	Tracks  []Option
	From    string // as the reader wrote it
	To      string
	Choices []Choice // the proposals of the track, or of all tracks if none is chosen
	Grid    Grid
	More    []Link // everything on the track
}

func (Comparison) template() string { return "comparison.html" }

// Choice is a proposal that can be compared.
type Choice struct {
	Option
	Detail string
}

// Wanted says which proposals a comparison is to show: those named, in that order, or else all of a track that may
// have been made between two dates.
type Wanted struct {
	Track string
	IDs   []string
	From  edtf.Date
	To    edtf.Date
}

// query writes what is wanted as the query of an address.
func (w Wanted) query() url.Values {
	q := url.Values{}
	for name, value := range map[string]string{"track": w.Track, "from": w.From.String(), "to": w.To.String()} {
		if value != "" {
			q.Set(name, value)
		}
	}
	for _, id := range w.IDs {
		q.Add("p", id)
	}
	return q
}

// Compared returns the proposals wanted. An id that does not exist is an error of kind NotFound.
func Compared(ix *domain.Index, w Wanted) ([]*domain.Proposal, error) {
	var proposals []*domain.Proposal
	if w.Track != "" {
		if _, err := ix.Track(w.Track); err != nil {
			return nil, err
		}
	}
	for _, id := range w.IDs {
		p, err := ix.Proposal(id)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(proposals, p) {
			proposals = append(proposals, p)
		}
	}
	if len(proposals) > 0 || w.Track == "" {
		return proposals, nil
	}
	return compare.MadeBetween(ix, onTrack(ix, w.Track), w.From, w.To), nil
}

func onTrack(ix *domain.Index, track string) []*domain.Proposal {
	var proposals []*domain.Proposal
	for i := range ix.Dossier.Proposals {
		if p := &ix.Dossier.Proposals[i]; track == "" || p.Track == track {
			proposals = append(proposals, p)
		}
	}
	slices.SortStableFunc(proposals, func(a, b *domain.Proposal) int { return table.Chronological(ix.Made(a), ix.Made(b)) })
	return proposals
}

// NewComparison returns the page that compares the proposals found for what was wanted.
func (s *Site) NewComparison(w Wanted, proposals []*domain.Proposal) Comparison {
	title, track := "Comparison", w.Track
	if t, err := s.ix.Track(track); err == nil {
		title += ": " + t.Title
	}
	lede := "Proposals as columns in the order of time, their terms as rows. Each cell says what is new against the column before that speaks of the term."
	c := Comparison{Base: s.base(title, lede, "/comparison"), Lede: lede, Action: s.root() + "/comparison",
		From: w.From.String(), To: w.To.String()}
	c.Tracks = s.trackOptions(track)
	if track != "" {
		c.More = s.trackLinks(track)
	}
	s.offer(&c.Base, "Track", c.Tracks[1:], s.ofTracks("/comparison"))
	c.Choices = s.choices(track, proposals)
	c.Grid = s.pivot(compare.Comparison(s.ix, proposals), "proposal", title)
	for i := range c.Grid.Heads {
		s.proposalHead(&c.Grid.Heads[i], proposals)
	}
	c.Grid.labelCells()
	c.query = w.query()
	if len(proposals) > 0 {
		c.Downloads = []Download{download("", s.root()+"/comparison", c.query, "one row for each term and proposal")}
	}
	return c
}

// proposalHead names a column by who made the proposal and when, and says what it is.
func (s *Site) proposalHead(h *GridHead, proposals []*domain.Proposal) {
	i := slices.IndexFunc(proposals, func(p *domain.Proposal) bool { return strings.HasSuffix(h.Href, "/"+p.ID) })
	if i < 0 {
		return
	}
	p := proposals[i]
	label, _, _ := strings.Cut(h.Label, ": ")
	h.Label = label
	h.Below = []Link{{Label: p.Summary}}
	if !p.FirstHand() {
		h.Below = append(h.Below, Link{Label: "reported by " + s.short(p.ReportedBy)})
	}
}

func (s *Site) short(party string) string {
	if p, err := s.ix.Party(party); err == nil {
		return p.Label()
	}
	return party
}

func (s *Site) trackOptions(chosen string) []Option {
	options := []Option{{Label: "choose a track", Selected: chosen == ""}}
	for _, t := range s.ix.Dossier.Tracks {
		options = append(options, Option{t.ID, t.Title, t.ID == chosen})
	}
	return options
}

func (s *Site) choices(track string, chosen []*domain.Proposal) []Choice {
	var choices []Choice
	for _, p := range onTrack(s.ix, track) {
		choices = append(choices, Choice{Option{p.ID, table.ProposalLabel(s.ix, p.ID), slices.Contains(chosen, p)}, p.Summary})
	}
	return choices
}
