package api

import "pourparler/domain"

// Track is one thing being negotiated.
type Track struct {
	ID      string        `json:"id" doc:"id of the track"`
	Title   string        `json:"title" doc:"title, ours"`
	Summary Maybe[string] `json:"summary" doc:"what was negotiated, in our words"`
	Meeting bool          `json:"meeting" doc:"whether it is a talk or meeting, so that a date and a venue are to be expected"`
	Links   Links         `json:"links"`
}

// Tracks tells all tracks in the order of the record.
func (r *Records) Tracks() []Track { return tellAll(r.ix.Dossier.Tracks, r.track) }

// Track tells the track of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Track(id string) (Track, error) {
	t, err := r.ix.Track(id)
	return told(t, err, r.track)
}

func (r *Records) track(t *domain.Track) Track {
	return Track{t.ID, t.Title, Say(t.Summary), t.Meeting, r.links(domain.SectionTracks, t.ID)}
}
