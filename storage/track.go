package storage

import "pourparler/domain"

// retiredRow is an id no longer used.
type retiredRow struct {
	DossierID string
	Section   string
	ID        string
	Ord       int
	ToID      string
	Reason    string
}

// trackRow is a track.
type trackRow struct {
	DossierID string
	ID        string
	Ord       int
	Title     string
	Summary   string
	Meeting   bool
}

// placeRow is a place; its names are in their own table.
type placeRow struct {
	DossierID string
	ID        string
	Ord       int
	Name      string
	Country   string
}

// questionRow is a question on which claims differ.
type questionRow struct {
	DossierID string
	ID        string
	Ord       int
	TrackID   ref
	Text      string
}

func (r *rows) addRetired(retired []domain.Retired) {
	for i, t := range retired {
		r.Retired = append(r.Retired,
			retiredRow{r.Dossier.ID, string(t.Section), t.ID, i, t.To, t.Reason})
	}
}

func (a *assembly) retired() (retired []domain.Retired) {
	for _, row := range a.rows.Retired {
		retired = append(retired, domain.Retired{Section: domain.Section(row.Section), ID: row.ID,
			To: row.ToID, Reason: row.Reason})
	}
	return retired
}

func (r *rows) addTracks(tracks []domain.Track) {
	for i, t := range tracks {
		r.Tracks = append(r.Tracks, trackRow{r.Dossier.ID, t.ID, i, t.Title, t.Summary, t.Meeting})
	}
}

func (a *assembly) tracks() (tracks []domain.Track) {
	for _, row := range a.rows.Tracks {
		tracks = append(tracks,
			domain.Track{ID: row.ID, Title: row.Title, Summary: row.Summary, Meeting: row.Meeting})
	}
	return tracks
}

func (r *rows) addPlaces(places []domain.Place) {
	for i, p := range places {
		r.Places = append(r.Places, placeRow{r.Dossier.ID, p.ID, i, p.Name, p.Country})
		r.name(of(domain.SectionPlaces, p.ID), p.Names)
	}
}

func (a *assembly) places() (places []domain.Place) {
	for _, row := range a.rows.Places {
		places = append(places, domain.Place{ID: row.ID, Name: row.Name, Country: row.Country,
			Names: a.names[of(domain.SectionPlaces, row.ID)]})
	}
	return places
}

func (r *rows) addQuestions(questions []domain.Question) {
	for i, q := range questions {
		r.Questions = append(r.Questions, questionRow{r.Dossier.ID, q.ID, i, ref(q.Track), q.Text})
	}
}

func (a *assembly) questions() (questions []domain.Question) {
	for _, row := range a.rows.Questions {
		questions = append(questions,
			domain.Question{ID: row.ID, Track: string(row.TrackID), Text: row.Text})
	}
	return questions
}
