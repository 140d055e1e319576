package datapackage

import (
	"strconv"

	"pourparler/domain"
)

// records are the small tables that others refer to and that have no table of their own on the site.
func records(ix *domain.Index) []packaged {
	d := ix.Dossier
	return []packaged{
		from(made("tracks", "Tracks", "One row a track: one thing being negotiated.", 1,
			id("id", "The track's id; never reused."), text("title", "Our title.").must(), text("summary", "What it is about, in our words."),
			flag("meeting", "Whether it is a talk or meeting, so that one expects a date and a venue to be proposed.").must()),
			d.Tracks, func(t *domain.Track, add writer) bool {
				return add(t.ID, t.Title, t.Summary, strconv.FormatBool(t.Meeting))
			}),
		from(made("places", "Places", "One row a place. Its names in the sources are in the table names.", 1,
			id("id", "The place's id; never reused."), text("name", "Our name for it.").must(), text("country", "Its country, in English.")),
			d.Places, func(p *domain.Place, add writer) bool { return add(p.ID, p.Name, p.Country) }),
		from(made("questions", "Questions", "One row a question on which claims about the record differ.", 1,
			id("id", "The question's id; never reused."), to("track", "tracks", "The track it is about, if any."),
			text("text", "The question, in neutral words.").must()),
			d.Questions, func(q *domain.Question, add writer) bool { return add(q.ID, q.Track, q.Text) }),
		from(made("contested-seats", "Contested seats, one a row", "One row a contested seat.", 1,
			id("id", "The seat's id; never reused."), to("party", "parties", "The party under which lists name the seat.").must(),
			text("reason", "Why it is contested.").must(), text("note", "Editorial note.")),
			d.Seats, func(s *domain.Seat, add writer) bool { return add(s.ID, s.Party, s.Reason, s.Note) }),
		from(made("overrides", "Overrides", "One row what an editor says of a movement in the ledger, against its rules.", 1,
			id("id", "The override's id; never reused."), to("proposal", "proposals", "The proposal by which the term was restated or amended.").must(),
			word("term", "The term.", domain.TermKinds()).must(), to("party", "parties", "The other side; empty for every one."),
			word("movement", "How the term moved.", domain.Movements()).must(), text("reason", "Why.").must()),
			d.Overrides, func(o *domain.Override, add writer) bool {
				return add(o.ID, o.Proposal, string(o.Term), o.Party, string(o.Movement), o.Reason)
			}),
		from(made("retired", "Retired ids", "One row an id that was once published and stands for nothing any more.", 2,
			word("section", "The section it belonged to.", domain.Sections()), id("id", "The retired id."),
			id("to", "The id of that section that took over, if one did."), text("reason", "Why it was given up.").must()),
			d.Retired, func(r *domain.Retired, add writer) bool { return add(string(r.Section), r.ID, r.To, r.Reason) }),
	}
}
