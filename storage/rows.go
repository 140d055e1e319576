package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"sync"

	"pourparler/domain"
)

// dossierRow is a dossier. Version and Hash are set last, when all else is known.
type dossierRow struct {
	ID       string
	Title    string
	Summary  string
	Release  string
	Released string
	Licence  string
	Source   string
	Version  int64
	Hash     string
}

// rows is one dossier as the database holds it.
type rows struct {
	index     *domain.Index          // only while it is written
	registers *gathering             // likewise
	hash      func() (string, error) // likewise; waits for the sum

	Dossier             dossierRow
	Retired             []retiredRow
	Tracks              []trackRow
	Places              []placeRow
	Parties             []partyRow
	Persons             []personRow
	PersonParties       []personPartyRow
	PersonRoles         []personRoleRow
	Seats               []seatRow
	SeatClaimants       []seatClaimantRow
	SeatViews           []seatViewRow
	Documents           []documentRow
	DocumentParties     []documentPartyRow
	DocumentSignatories []documentSignatoryRow
	DocumentReplies     []documentReplyRow
	DocumentPrintings   []documentPrintingRow
	Lists               []listRow
	ListAuthors         []listAuthorRow
	ListMembers         []listMemberRow
	ListAppearances     []listAppearanceRow
	Questions           []questionRow
	Proposals           []proposalRow
	ProposalParties     []proposalPartyRow
	Terms               []termRow
	TermPlaces          []termPlaceRow
	TermParties         []termPartyRow
	ProposalRelations   []proposalRelationRow
	Responses           []responseRow
	Meetings            []meetingRow
	MeetingPlaces       []meetingPlaceRow
	MeetingParties      []meetingPartyRow
	Sessions            []sessionRow
	Delegations         []delegationRow
	Delegates           []delegateRow
	MeetingFulfils      []meetingFulfilsRow
	Statements          []statementRow
	Claims              []claimRow
	ClaimParties        []claimPartyRow
	ClaimRivals         []claimRivalRow
	ClaimAbout          []claimAboutRow
	Alignments          []alignmentRow
	AlignmentParties    []alignmentPartyRow
	Overrides           []overrideRow
	Names               []nameRow
	NameDocuments       []nameDocumentRow
	Citations           []citationRow
}

// tables returns every table but that of dossiers itself, those that others refer to first.
func (r *rows) tables() []table {
	return []table{
		tableOf("retired", &r.Retired),
		tableOf("tracks", &r.Tracks),
		tableOf("places", &r.Places),
		tableOf("parties", &r.Parties),
		tableOf("persons", &r.Persons),
		tableOf("person_parties", &r.PersonParties),
		tableOf("person_roles", &r.PersonRoles),
		tableOf("seats", &r.Seats),
		tableOf("seat_claimants", &r.SeatClaimants),
		tableOf("seat_views", &r.SeatViews),
		tableOf("documents", &r.Documents),
		tableOf("document_parties", &r.DocumentParties),
		tableOf("document_signatories", &r.DocumentSignatories),
		tableOf("document_replies", &r.DocumentReplies),
		tableOf("document_printings", &r.DocumentPrintings),
		tableOf("lists", &r.Lists),
		tableOf("list_authors", &r.ListAuthors),
		tableOf("list_members", &r.ListMembers),
		tableOf("list_appearances", &r.ListAppearances),
		tableOf("questions", &r.Questions),
		tableOf("proposals", &r.Proposals),
		tableOf("proposal_parties", &r.ProposalParties),
		tableOf("proposal_terms", &r.Terms),
		tableOf("term_places", &r.TermPlaces),
		tableOf("term_parties", &r.TermParties),
		tableOf("proposal_relations", &r.ProposalRelations),
		tableOf("responses", &r.Responses),
		tableOf("meetings", &r.Meetings),
		tableOf("meeting_places", &r.MeetingPlaces),
		tableOf("meeting_parties", &r.MeetingParties),
		tableOf("meeting_sessions", &r.Sessions),
		tableOf("delegations", &r.Delegations),
		tableOf("delegates", &r.Delegates),
		tableOf("meeting_fulfils", &r.MeetingFulfils),
		tableOf("statements", &r.Statements),
		tableOf("claims", &r.Claims),
		tableOf("claim_parties", &r.ClaimParties),
		tableOf("claim_rivals", &r.ClaimRivals),
		tableOf("claim_about", &r.ClaimAbout),
		tableOf("alignments", &r.Alignments),
		tableOf("alignment_parties", &r.AlignmentParties),
		tableOf("overrides", &r.Overrides),
		tableOf("names", &r.Names),
		tableOf("name_documents", &r.NameDocuments),
		tableOf("citations", &r.Citations),
	}
}

// flatten returns the rows of a dossier.
func flatten(ix *domain.Index) *rows {
	d := ix.Dossier
	r := &rows{index: ix, Dossier: dossierRow{ID: d.ID, Title: d.Title,
		Summary: d.Summary, Release: d.Release, Released: d.Released.String(), Licence: d.Licence,
		Source: d.Source}}
	r.addRetired(d.Retired)
	r.addTracks(d.Tracks)
	r.addPlaces(d.Places)
	r.addParties(d.Parties)
	r.addSeats(d.Seats)
	r.addPersons(d.Persons)
	r.addLists(d.Lists)
	r.addMeetings(d.Meetings)
	r.addQuestions(d.Questions)
	r.addDocuments(d.Documents)
	r.addProposals(d.Proposals)
	r.addResponses(d.Responses)
	r.addStatements(d.Statements)
	r.addClaims(d.Claims)
	r.addAlignments(d.Alignments)
	r.addOverrides(d.Overrides)
	return r
}

// sum returns the SHA-256 of all rows in a fixed order. A migration that adds a column changes it,
// and so has the next import fill that column.
func (r *rows) sum() (string, error) {
	hash := sha256.New()
	enc := json.NewEncoder(hash)
	if err := enc.Encode(r.Dossier); err != nil {
		return "", err
	}
	for _, t := range r.tables() {
		if err := t.encode(enc); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// summing begins to compute the sum, which hash then waits for, while the rows may already be written.
func (r *rows) summing() {
	all := *r // what is written is forgotten in r
	type result struct {
		sum string
		err error
	}
	done := make(chan result, 1)
	go func() {
		sum, err := all.sum()
		done <- result{sum, err}
	}()
	r.hash = sync.OnceValues(func() (string, error) {
		of := <-done
		return of.sum, of.err
	})
}
