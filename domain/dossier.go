package domain

import "pourparler/domain/edtf"

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
