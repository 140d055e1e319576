package domain_test

import (
	"slices"
	"testing"

	"pourparler/domain"
	"pourparler/domain/form"
)

// field is a field of a record and a way to spoil it.
type field struct {
	section domain.Section
	id      string
	name    string
	spoil   func(*domain.Dossier)
}

const nobody = "nobody"

func reports(d *domain.Dossier, rule domain.Rule, f field) bool {
	return slices.ContainsFunc(form.Check(d), func(p domain.Problem) bool {
		return p.Rule == rule && p.Section == f.section && p.ID == f.id && p.Field == f.name
	})
}

func assertReported(t *testing.T, rule domain.Rule, fields []field) {
	t.Helper()
	for _, f := range fields {
		d := valid(t)
		f.spoil(d)
		if !reports(d, rule, f) {
			t.Errorf("%s %s: spoiling %s does not break %q; reported:\n%v", f.section, f.id, f.name, rule, form.Check(d))
		}
	}
}

// TestEveryReferenceIsChecked puts the id of no record into every field that holds ids.
func TestEveryReferenceIsChecked(t *testing.T) {
	assertReported(t, domain.RuleKnown, slices.Concat(frameReferences(), evidenceReferences()))
}

func frameReferences() []field {
	return []field{
		{domain.SectionQuestions, "who-first", "track", func(d *domain.Dossier) { d.Questions[0].Track = nobody }},
		{domain.SectionPlaces, "old-quay", "names[0].documents[0]", func(d *domain.Dossier) {
			d.Places[0].Names[0].Documents = []string{nobody}
		}},
		{domain.SectionParties, "north", "government", func(d *domain.Dossier) { party(d, "north").Government = nobody }},
		{domain.SectionParties, "south", "cite[0]", func(d *domain.Dossier) { party(d, "south").Citations[0].Document = nobody }},
		{domain.SectionSeats, "coast", "party", func(d *domain.Dossier) { d.Seats[0].Party = nobody }},
		{domain.SectionSeats, "coast", "claimants[1]", func(d *domain.Dossier) { d.Seats[0].Claimants[1] = nobody }},
		{domain.SectionSeats, "coast", "recognition[0].by", func(d *domain.Dossier) { d.Seats[0].Views[0].By = nobody }},
		{domain.SectionSeats, "coast", "recognition[0].cite[0]", func(d *domain.Dossier) {
			d.Seats[0].Views[0].Citations[0].Document = nobody
		}},
		{domain.SectionPersons, "ann", "parties[0]", func(d *domain.Dossier) { person(d, "ann").Parties[0] = nobody }},
		{domain.SectionPersons, "ann", "names[0].documents[0]", func(d *domain.Dossier) {
			person(d, "ann").Names[0].Documents[0] = nobody
		}},
		{domain.SectionPersons, "ann", "roles[0].cite[0]", func(d *domain.Dossier) {
			person(d, "ann").Roles[0].Citations[0].Document = nobody
		}},
		{domain.SectionLists, "four", "author[0]", func(d *domain.Dossier) { d.Lists[0].Authors[0] = nobody }},
		{domain.SectionLists, "four", "document", func(d *domain.Dossier) { d.Lists[0].Document = nobody }},
		{domain.SectionLists, "four", "members[0].party", func(d *domain.Dossier) { d.Lists[0].Members[0].Party = nobody }},
		{domain.SectionLists, "four", "appearances[0].document", func(d *domain.Dossier) {
			d.Lists[0].Appearances[0].Document = nobody
		}},
		{domain.SectionMeetings, "winter", "track", func(d *domain.Dossier) { meeting(d, "winter").Track = nobody }},
		{domain.SectionMeetings, "summer", "list", func(d *domain.Dossier) { meeting(d, "summer").List = nobody }},
		{domain.SectionMeetings, "winter", "places[0]", func(d *domain.Dossier) { meeting(d, "winter").Places[0] = nobody }},
		{domain.SectionMeetings, "winter", "parties[1]", func(d *domain.Dossier) { meeting(d, "winter").Parties[1] = nobody }},
		{domain.SectionMeetings, "summer", "fulfils[0]", func(d *domain.Dossier) { meeting(d, "summer").Fulfils[0] = nobody }},
		{domain.SectionMeetings, "winter", "delegations[0].party", func(d *domain.Dossier) {
			meeting(d, "winter").Delegations[0].Party = nobody
		}},
		{domain.SectionMeetings, "winter", "delegations[1].persons[0].person", func(d *domain.Dossier) {
			meeting(d, "winter").Delegations[1].Delegates[0].Person = nobody
		}},
	}
}

func evidenceReferences() []field {
	letter := func(change func(*domain.Document)) func(*domain.Dossier) {
		return func(d *domain.Dossier) { change(document(d, "north-letter")) }
	}
	talks := func(change func(*domain.Proposal)) func(*domain.Dossier) {
		return func(d *domain.Dossier) { change(proposal(d, "north-talks")) }
	}
	section := domain.SectionProposals
	return []field{
		{domain.SectionDocuments, "north-letter", "authors[0]", letter(func(l *domain.Document) { l.Authors[0] = nobody })},
		{domain.SectionDocuments, "north-letter", "signatories[0]", letter(func(l *domain.Document) { l.Signatories[0] = nobody })},
		{domain.SectionDocuments, "north-letter", "addressees[0]", letter(func(l *domain.Document) { l.Addressees[0] = nobody })},
		{domain.SectionDocuments, "north-letter", "recipients[0]", letter(func(l *domain.Document) { l.Recipients[0] = nobody })},
		{domain.SectionDocuments, "north-letter", "withheld_from[0]", letter(func(l *domain.Document) { l.WithheldFrom[0] = nobody })},
		{domain.SectionDocuments, "south-letter", "replies_to[0].document", func(d *domain.Dossier) {
			document(d, "south-letter").RepliesTo[0].Document = nobody
		}},
		{section, "north-talks", "track", talks(func(p *domain.Proposal) { p.Track = nobody })},
		{section, "north-talks", "by[0]", talks(func(p *domain.Proposal) { p.By[0] = nobody })},
		{section, "north-talks", "to[0]", talks(func(p *domain.Proposal) { p.To[0] = nobody })},
		{section, "north-talks", "document", talks(func(p *domain.Proposal) { p.Document = nobody })},
		{section, "north-talks", "reported_by", talks(func(p *domain.Proposal) { p.ReportedBy = nobody })},
		{section, "north-talks", "made_in", talks(func(p *domain.Proposal) { p.MadeIn = nobody })},
		{section, "north-talks", "terms.venue.places[0]", talks(func(p *domain.Proposal) { p.Terms[1].Places[0] = nobody })},
		{section, "north-talks", "terms.participants.list", talks(func(p *domain.Proposal) { p.Terms[2].List = nobody })},
		{section, "north-talks", "terms.participants.cite[0]", talks(func(p *domain.Proposal) { p.Terms[2].Citations[0].Document = nobody })},
		{section, "north-talks", "terms.convener.parties[0]", talks(func(p *domain.Proposal) { p.Terms[3].Parties[0] = nobody })},
		{section, "north-later", "relations[0].proposal", func(d *domain.Dossier) {
			proposal(d, "north-later").Relations[0].Proposal = nobody
		}},
		{domain.SectionResponses, "south-date", "proposal", func(d *domain.Dossier) { response(d, "south-date").Proposal = nobody }},
		{domain.SectionResponses, "south-date", "by", func(d *domain.Dossier) { response(d, "south-date").By = nobody }},
		{domain.SectionResponses, "south-date", "document", func(d *domain.Dossier) { response(d, "south-date").Document = nobody }},
		{domain.SectionResponses, "south-date", "attested_by", func(d *domain.Dossier) { response(d, "south-date").AttestedBy = nobody }},
		{domain.SectionStatements, "ben-answers", "document", func(d *domain.Dossier) { statement(d, "ben-answers").Document = nobody }},
		{domain.SectionStatements, "ben-answers", "meeting", func(d *domain.Dossier) { statement(d, "ben-answers").Meeting = nobody }},
		{domain.SectionStatements, "ben-answers", "speaker", func(d *domain.Dossier) { statement(d, "ben-answers").Speaker = nobody }},
		{domain.SectionStatements, "ben-answers", "party", func(d *domain.Dossier) { statement(d, "ben-answers").Party = nobody }},
		{domain.SectionStatements, "ben-answers", "answers", func(d *domain.Dossier) { statement(d, "ben-answers").Answers = nobody }},
		{domain.SectionClaims, "south-first", "by[0]", func(d *domain.Dossier) { claim(d, "south-first").By[0] = nobody }},
		{domain.SectionClaims, "south-first", "question", func(d *domain.Dossier) { claim(d, "south-first").Question = nobody }},
		{domain.SectionClaims, "south-first", "document", func(d *domain.Dossier) { claim(d, "south-first").Document = nobody }},
		{domain.SectionClaims, "south-first", "reported_by", func(d *domain.Dossier) { claim(d, "south-first").ReportedBy = nobody }},
		{domain.SectionClaims, "south-first", "rivals[0]", func(d *domain.Dossier) { claim(d, "south-first").Rivals[0] = nobody }},
		{domain.SectionDocuments, "south-letter", "printed[0].in", func(d *domain.Dossier) { document(d, "south-letter").Printed[0].In = nobody }},
		{domain.SectionAlignments, "islands-against-south", "document", func(d *domain.Dossier) { d.Alignments[0].Document = nobody }},
		{domain.SectionAlignments, "islands-against-south", "parties[0]", func(d *domain.Dossier) { d.Alignments[0].Parties[0] = nobody }},
		{domain.SectionAlignments, "islands-against-south", "toward[0]", func(d *domain.Dossier) { d.Alignments[0].Toward[0] = nobody }},
		{domain.SectionAlignments, "islands-against-south", "said_by", func(d *domain.Dossier) { d.Alignments[0].SaidBy = nobody }},
		{domain.SectionOverrides, "north-stays", "proposal", func(d *domain.Dossier) { d.Overrides[0].Proposal = nobody }},
		{domain.SectionOverrides, "north-stays", "party", func(d *domain.Dossier) { d.Overrides[0].Party = nobody }},
		{domain.SectionOverrides, "north-stays", "cite[0]", func(d *domain.Dossier) { d.Overrides[0].Citations[0].Document = nobody }},
	}
}

// TestEveryStatementIsCited takes the citations from every record and part of a record that needs one.
func TestEveryStatementIsCited(t *testing.T) {
	assertReported(t, domain.RuleCited, []field{
		{domain.SectionSeats, "coast", "cite", func(d *domain.Dossier) { d.Seats[0].Citations = nil }},
		{domain.SectionSeats, "coast", "recognition[0].cite", func(d *domain.Dossier) { d.Seats[0].Views[0].Citations = nil }},
		{domain.SectionPersons, "ann", "roles[0].cite", func(d *domain.Dossier) { person(d, "ann").Roles[0].Citations = nil }},
		{domain.SectionLists, "four", "cite", func(d *domain.Dossier) { d.Lists[0].Citations = nil }},
		{domain.SectionLists, "four", "appearances[0].cite", func(d *domain.Dossier) { d.Lists[0].Appearances[0].Citations = nil }},
		{domain.SectionMeetings, "winter", "cite", func(d *domain.Dossier) { meeting(d, "winter").Citations = nil }},
		{domain.SectionMeetings, "winter", "sessions[1].cite", func(d *domain.Dossier) { meeting(d, "winter").Sessions[1].Citations = nil }},
		{domain.SectionMeetings, "winter", "delegations[0].cite", func(d *domain.Dossier) {
			meeting(d, "winter").Delegations[0].Citations = nil
		}},
		{domain.SectionDocuments, "south-offer", "cite", func(d *domain.Dossier) { document(d, "south-offer").Citations = nil }},
		{domain.SectionDocuments, "south-letter", "replies_to[0].cite", func(d *domain.Dossier) {
			document(d, "south-letter").RepliesTo[0].Citations = nil
		}},
		{domain.SectionProposals, "north-talks", "cite", func(d *domain.Dossier) { proposal(d, "north-talks").Citations = nil }},
		{domain.SectionResponses, "south-date", "cite", func(d *domain.Dossier) { response(d, "south-date").Citations = nil }},
		{domain.SectionStatements, "ann-asks", "cite", func(d *domain.Dossier) { statement(d, "ann-asks").Citations = nil }},
		{domain.SectionClaims, "south-first", "cite", func(d *domain.Dossier) { claim(d, "south-first").Citations = nil }},
		{domain.SectionAlignments, "islands-against-south", "cite", func(d *domain.Dossier) { d.Alignments[0].Citations = nil }},
	})
}

// TestEveryParagraphIsChecked cites a paragraph that no edition has, where citations are optional too.
func TestEveryParagraphIsChecked(t *testing.T) {
	far := cite("north-letter", 99)
	assertReported(t, domain.RuleParagraph, []field{
		{domain.SectionParties, "south", "cite[0]", func(d *domain.Dossier) { party(d, "south").Citations = far }},
		{domain.SectionPersons, "ann", "cite[0]", func(d *domain.Dossier) { person(d, "ann").Citations = far }},
		{domain.SectionDocuments, "south-letter", "cite[0]", func(d *domain.Dossier) { document(d, "south-letter").Citations = far }},
		{domain.SectionProposals, "north-talks", "terms.venue.cite[0]", func(d *domain.Dossier) {
			proposal(d, "north-talks").Terms[1].Citations = far
		}},
	})
}

// TestEveryRecordCitesItsOwnDocument moves the citations of each kind of evidence to another document.
func TestEveryRecordCitesItsOwnDocument(t *testing.T) {
	away := cite("south-letter", 1)
	assertReported(t, domain.RuleEvidence, []field{
		{domain.SectionProposals, "north-talks", "cite", func(d *domain.Dossier) { proposal(d, "north-talks").Citations = away }},
		{domain.SectionResponses, "north-keeps", "cite", func(d *domain.Dossier) { response(d, "north-keeps").Citations = away }},
		{domain.SectionStatements, "ann-asks", "cite", func(d *domain.Dossier) { statement(d, "ann-asks").Citations = away }},
		{domain.SectionClaims, "south-first", "cite", func(d *domain.Dossier) { claim(d, "south-first").Citations = away }},
		{domain.SectionAlignments, "islands-against-south", "cite", func(d *domain.Dossier) { d.Alignments[0].Citations = away }},
	})
}

// TestWhatIsRequired empties every field that must not be empty.
func TestWhatIsRequired(t *testing.T) {
	assertReported(t, domain.RuleGiven, []field{
		{domain.SectionDossier, "harbour-talks", "title", func(d *domain.Dossier) { d.Title = "" }},
		{domain.SectionRetired, "north-old", "reason", func(d *domain.Dossier) { d.Retired[0].Reason = "" }},
		{domain.SectionRetired, "north-old", "section", func(d *domain.Dossier) { d.Retired[0].Section = "" }},
		{domain.SectionTracks, "tolls", "title", func(d *domain.Dossier) { d.Tracks[1].Title = "" }},
		{domain.SectionPlaces, "old-quay", "name", func(d *domain.Dossier) { d.Places[0].Name = "" }},
		{domain.SectionPlaces, "old-quay", "names[0].text", func(d *domain.Dossier) { d.Places[0].Names[0].Text = "" }},
		{domain.SectionQuestions, "tolls", "text", func(d *domain.Dossier) { d.Questions[1].Text = "" }},
		{domain.SectionParties, "coast", "name", func(d *domain.Dossier) { party(d, "coast").Name = "" }},
		{domain.SectionParties, "coast", "kind", func(d *domain.Dossier) { party(d, "coast").Kind = "" }},
		{domain.SectionPersons, "ben", "name", func(d *domain.Dossier) { person(d, "ben").Name = "" }},
		{domain.SectionPersons, "ann", "roles[0].text", func(d *domain.Dossier) { person(d, "ann").Roles[0].Text = "" }},
		{domain.SectionSeats, "coast", "party", func(d *domain.Dossier) { d.Seats[0].Party = "" }},
		{domain.SectionSeats, "coast", "reason", func(d *domain.Dossier) { d.Seats[0].Reason = "" }},
		{domain.SectionSeats, "coast", "recognition[0].by", func(d *domain.Dossier) { d.Seats[0].Views[0].By = "" }},
		{domain.SectionSeats, "coast", "recognition[0].stance", func(d *domain.Dossier) { d.Seats[0].Views[0].Stance = "" }},
		{domain.SectionLists, "four", "name", func(d *domain.Dossier) { d.Lists[0].Name = "" }},
		{domain.SectionLists, "four", "document", func(d *domain.Dossier) { d.Lists[0].Document = "" }},
		{domain.SectionLists, "four", "members[2].party", func(d *domain.Dossier) { d.Lists[0].Members[2].Party = "" }},
		{domain.SectionLists, "four", "appearances[0].document", func(d *domain.Dossier) { d.Lists[0].Appearances[0].Document = "" }},
		{domain.SectionMeetings, "winter", "name", func(d *domain.Dossier) { meeting(d, "winter").Name = "" }},
		{domain.SectionMeetings, "winter", "status", func(d *domain.Dossier) { meeting(d, "winter").Status = "" }},
		{domain.SectionMeetings, "winter", "delegations[0].party", func(d *domain.Dossier) { meeting(d, "winter").Delegations[0].Party = "" }},
		{domain.SectionMeetings, "winter", "delegations[0].persons[0].person", func(d *domain.Dossier) {
			meeting(d, "winter").Delegations[0].Delegates[0].Person = ""
		}},
		{domain.SectionDocuments, "minutes", "title", func(d *domain.Dossier) { document(d, "minutes").Title = "" }},
		{domain.SectionDocuments, "minutes", "kind", func(d *domain.Dossier) { document(d, "minutes").Kind = "" }},
		{domain.SectionDocuments, "south-letter", "replies_to[0].document", func(d *domain.Dossier) {
			document(d, "south-letter").RepliesTo[0].Document = ""
		}},
		{domain.SectionDocuments, "south-letter", "printed[0].in", func(d *domain.Dossier) { document(d, "south-letter").Printed[0].In = "" }},
		{domain.SectionProposals, "north-talks", "track", func(d *domain.Dossier) { proposal(d, "north-talks").Track = "" }},
		{domain.SectionProposals, "north-talks", "document", func(d *domain.Dossier) { proposal(d, "north-talks").Document = "" }},
		{domain.SectionProposals, "north-talks", "summary", func(d *domain.Dossier) { proposal(d, "north-talks").Summary = "" }},
		{domain.SectionProposals, "north-later", "relations[0].kind", func(d *domain.Dossier) { proposal(d, "north-later").Relations[0].Kind = "" }},
		{domain.SectionProposals, "north-later", "relations[0].proposal", func(d *domain.Dossier) {
			proposal(d, "north-later").Relations[0].Proposal = ""
		}},
		{domain.SectionResponses, "south-date", "proposal", func(d *domain.Dossier) { response(d, "south-date").Proposal = "" }},
		{domain.SectionResponses, "south-date", "by", func(d *domain.Dossier) { response(d, "south-date").By = "" }},
		{domain.SectionResponses, "south-date", "stance", func(d *domain.Dossier) { response(d, "south-date").Stance = "" }},
		{domain.SectionResponses, "south-date", "document", func(d *domain.Dossier) { response(d, "south-date").Document = "" }},
		{domain.SectionStatements, "ann-asks", "document", func(d *domain.Dossier) { statement(d, "ann-asks").Document = "" }},
		{domain.SectionStatements, "ann-asks", "kind", func(d *domain.Dossier) { statement(d, "ann-asks").Kind = "" }},
		{domain.SectionStatements, "ann-asks", "summary", func(d *domain.Dossier) { statement(d, "ann-asks").Summary = "" }},
		{domain.SectionClaims, "south-first", "document", func(d *domain.Dossier) { claim(d, "south-first").Document = "" }},
		{domain.SectionClaims, "south-first", "summary", func(d *domain.Dossier) { claim(d, "south-first").Summary = "" }},
		{domain.SectionAlignments, "islands-against-south", "document", func(d *domain.Dossier) { d.Alignments[0].Document = "" }},
		{domain.SectionAlignments, "islands-against-south", "stance", func(d *domain.Dossier) { d.Alignments[0].Side = "" }},
		{domain.SectionOverrides, "north-stays", "proposal", func(d *domain.Dossier) { d.Overrides[0].Proposal = "" }},
		{domain.SectionOverrides, "north-stays", "term", func(d *domain.Dossier) { d.Overrides[0].Term = "" }},
		{domain.SectionOverrides, "north-stays", "movement", func(d *domain.Dossier) { d.Overrides[0].Movement = "" }},
		{domain.SectionOverrides, "north-stays", "reason", func(d *domain.Dossier) { d.Overrides[0].Reason = "" }},
	})
}

// TestIDsOfEverySectionAreChecked repeats the first id of each section.
func TestIDsOfEverySectionAreChecked(t *testing.T) {
	assertReported(t, domain.RuleIDOnce, []field{
		{domain.SectionTracks, "talks", "id", func(d *domain.Dossier) { d.Tracks = append(d.Tracks, d.Tracks[0]) }},
		{domain.SectionPlaces, "old-quay", "id", func(d *domain.Dossier) { d.Places = append(d.Places, d.Places[0]) }},
		{domain.SectionParties, "north", "id", func(d *domain.Dossier) { d.Parties = append(d.Parties, d.Parties[0]) }},
		{domain.SectionSeats, "coast", "id", func(d *domain.Dossier) { d.Seats = append(d.Seats, d.Seats[0]) }},
		{domain.SectionPersons, "ann", "id", func(d *domain.Dossier) { d.Persons = append(d.Persons, d.Persons[0]) }},
		{domain.SectionLists, "four", "id", func(d *domain.Dossier) { d.Lists = append(d.Lists, d.Lists[0]) }},
		{domain.SectionMeetings, "winter", "id", func(d *domain.Dossier) { d.Meetings = append(d.Meetings, d.Meetings[0]) }},
		{domain.SectionQuestions, "tolls", "id", func(d *domain.Dossier) { d.Questions = append(d.Questions, d.Questions[1]) }},
		{domain.SectionDocuments, "minutes", "id", func(d *domain.Dossier) { d.Documents = append(d.Documents, d.Documents[1]) }},
		{domain.SectionProposals, "north-talks", "id", func(d *domain.Dossier) { d.Proposals = append(d.Proposals, d.Proposals[1]) }},
		{domain.SectionResponses, "south-date", "id", func(d *domain.Dossier) { d.Responses = append(d.Responses, d.Responses[0]) }},
		{domain.SectionStatements, "ann-asks", "id", func(d *domain.Dossier) { d.Statements = append(d.Statements, d.Statements[0]) }},
		{domain.SectionClaims, "north-first", "id", func(d *domain.Dossier) { d.Claims = append(d.Claims, d.Claims[0]) }},
		{domain.SectionAlignments, "islands-against-south", "id", func(d *domain.Dossier) {
			d.Alignments = append(d.Alignments, d.Alignments[0])
		}},
		{domain.SectionOverrides, "north-stays", "id", func(d *domain.Dossier) { d.Overrides = append(d.Overrides, d.Overrides[0]) }},
	})
}
