package domain

import "strings"

// Sections of a dossier, in the order in which they are read and written.
const (
	SectionDossier    Section = "dossier"
	SectionRetired    Section = "retired"
	SectionTracks     Section = "tracks"
	SectionPlaces     Section = "places"
	SectionParties    Section = "parties"
	SectionSeats      Section = "seats"
	SectionPersons    Section = "persons"
	SectionLists      Section = "lists"
	SectionMeetings   Section = "meetings"
	SectionQuestions  Section = "questions"
	SectionDocuments  Section = "documents"
	SectionProposals  Section = "proposals"
	SectionResponses  Section = "responses"
	SectionStatements Section = "statements"
	SectionClaims     Section = "claims"
	SectionAlignments Section = "alignments"
	SectionOverrides  Section = "overrides"
)

// Section names a kind of record in a dossier. It is also the path of its page and the name of its table.
type Section string

// Sections returns all sections in order.
func Sections() []Section {
	return []Section{SectionDossier, SectionRetired, SectionTracks, SectionPlaces, SectionParties, SectionSeats,
		SectionPersons, SectionLists, SectionMeetings, SectionQuestions, SectionDocuments, SectionProposals,
		SectionResponses, SectionStatements, SectionClaims, SectionAlignments, SectionOverrides}
}

// Singular returns the word for one record of the section: party for parties.
func (s Section) Singular() string {
	if word, ok := strings.CutSuffix(string(s), "ies"); ok {
		return word + "y"
	}
	return strings.TrimSuffix(string(s), "s")
}

// String returns the section as it is written.
func (s Section) String() string { return string(s) }
