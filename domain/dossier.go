package domain

import (
	"iter"

	"pourparler/domain/edtf"
)

// Dossier is the record of one negotiation; everything else belongs to one. Records keep the order in which they
// were read, which is the order in which they are written again.
type Dossier struct {
	ID       string
	Title    string
	Summary  string
	Release  string    // version number of the record, such as 1.2.0
	Released edtf.Date // day of that release
	Licence  string    // of the record, an SPDX identifier
	Source   string    // where the texts come from, in a sentence

	Retired    []Retired
	Tracks     []Track
	Places     []Place
	Parties    []Party
	Seats      []Seat
	Persons    []Person
	Lists      []List
	Meetings   []Meeting
	Questions  []Question
	Documents  []Document
	Proposals  []Proposal
	Responses  []Response
	Statements []Statement
	Claims     []Claim
	Alignments []Alignment
	Overrides  []Override
}

// ids goes through the sections with the ids of their records.
func (d *Dossier) ids() iter.Seq2[Section, []string] {
	return func(yield func(Section, []string) bool) {
		_ = yield(SectionRetired, idsOf(d.Retired, func(r *Retired) string { return r.ID })) &&
			yield(SectionTracks, idsOf(d.Tracks, func(r *Track) string { return r.ID })) &&
			yield(SectionPlaces, idsOf(d.Places, func(r *Place) string { return r.ID })) &&
			yield(SectionParties, idsOf(d.Parties, func(r *Party) string { return r.ID })) &&
			yield(SectionSeats, idsOf(d.Seats, func(r *Seat) string { return r.ID })) &&
			yield(SectionPersons, idsOf(d.Persons, func(r *Person) string { return r.ID })) &&
			yield(SectionLists, idsOf(d.Lists, func(r *List) string { return r.ID })) &&
			yield(SectionMeetings, idsOf(d.Meetings, func(r *Meeting) string { return r.ID })) &&
			yield(SectionQuestions, idsOf(d.Questions, func(r *Question) string { return r.ID })) &&
			yield(SectionDocuments, idsOf(d.Documents, func(r *Document) string { return r.ID })) &&
			yield(SectionProposals, idsOf(d.Proposals, func(r *Proposal) string { return r.ID })) &&
			yield(SectionResponses, idsOf(d.Responses, func(r *Response) string { return r.ID })) &&
			yield(SectionStatements, idsOf(d.Statements, func(r *Statement) string { return r.ID })) &&
			yield(SectionClaims, idsOf(d.Claims, func(r *Claim) string { return r.ID })) &&
			yield(SectionAlignments, idsOf(d.Alignments, func(r *Alignment) string { return r.ID })) &&
			yield(SectionOverrides, idsOf(d.Overrides, func(r *Override) string { return r.ID }))
	}
}

func idsOf[T any](records []T, id func(*T) string) []string {
	ids := make([]string, len(records))
	for i := range records {
		ids[i] = id(&records[i])
	}
	return ids
}

// Track is one thing being negotiated. Meeting is true when it is a talk or meeting, so that a date and a venue
// are among the things one expects to be proposed.
type Track struct {
	ID      string
	Title   string
	Summary string
	Meeting bool
}

// Place is where something is proposed to be held or was held. Name is ours; Names are the sources'.
type Place struct {
	ID      string
	Name    string
	Names   []Name
	Country string
}
