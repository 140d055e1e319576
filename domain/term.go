package domain

import "pourparler/domain/edtf"

// Terms of a proposal, in the order in which they are shown.
const (
	TermDate         TermKind = "date"
	TermVenue        TermKind = "venue"
	TermParticipants TermKind = "participants"
	TermLevel        TermKind = "level"
	TermDuration     TermKind = "duration"
	TermAgenda       TermKind = "agenda"
	TermSequence     TermKind = "sequence"
	TermProcedure    TermKind = "procedure"
	TermConvener     TermKind = "convener"
	TermCondition    TermKind = "condition"
	TermSubstance    TermKind = "substance"
)

// TermKind names one negotiable part of a proposal.
type TermKind string

// TermKinds returns all kinds of term in the order in which they are shown.
func TermKinds() []TermKind {
	return []TermKind{TermDate, TermVenue, TermParticipants, TermLevel, TermDuration, TermAgenda, TermSequence,
		TermProcedure, TermConvener, TermCondition, TermSubstance}
}

// String returns the term as it is written.
func (k TermKind) String() string { return string(k) }

// Term is one negotiable part of a proposal. Text is in our words, or for a date or venue the wording of the
// source. Date belongs to a date, Places to a venue, Parties to participants or a convener, List and Claimed to
// participants. Inferred is the reason where the text does not state the term itself. Citations is empty
// when they are those of the proposal.
type Term struct {
	Kind      TermKind
	Text      string
	Date      edtf.Date
	Places    []string
	Parties   []string
	List      string
	Claimed   int
	Inferred  string
	Citations []Citation
	Note      string
}
