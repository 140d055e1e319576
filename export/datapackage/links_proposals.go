package datapackage

import (
	"pourparler/domain"
	"pourparler/domain/compare"
)

// Parts that a party has in a proposal.
const (
	proposer    role = "proposer"
	addressee   role = "addressee"
	participant role = "participant"
	convener    role = "convener"
	unanswered  role = "unanswered"
)

// proposalLinks are the tables that join proposals to parties, places, terms and one another.
func proposalLinks(ix *domain.Index) []packaged {
	d := ix.Dossier
	proposal := to("proposal", "proposals", "The proposal.")
	return []packaged{
		from(made("proposal-parties", "Parties of proposals", "One row a proposal, a party and the part it has in it.", 3, proposal,
			word("role", "proposer makes it; addressee is whom it is put to; participant and convener are named by its terms, "+
				"participants also by the list it uses; unanswered is an addressee of whom this record has no answer.",
				[]role{proposer, addressee, participant, convener, unanswered}),
			to("party", "parties", "The party."), place("The party's place among those of that role, in the order of the record.")),
			d.Proposals, func(p *domain.Proposal, add writer) bool { return partiesOf(ix, p, add) }),
		joined(ix, domain.SectionProposals, "terms.venue.places", "proposal-places", "Venues of proposals",
			"One row a proposal and a place it proposes as venue.", "The place's number among those of the proposal."),
		from(made("proposal-relations", "Relations of proposals", "One row a relation in which a proposal stands to an earlier one.", 3, proposal,
			word("relation", "How it relates to the other.", domain.RelationKinds()), to("other", "proposals", "The other proposal."),
			text("note", "Editorial note.")),
			d.Proposals, func(p *domain.Proposal, add writer) bool {
				return each(p.Relations, func(_ int, r domain.Relation) bool { return add(p.ID, string(r.Kind), r.Proposal, r.Note) })
			}),
		from(termsTable(proposal), d.Proposals, termsOf),
	}
}

func place(doc string) field { return count("position", doc).must() }

func partiesOf(ix *domain.Index, p *domain.Proposal, add writer) bool {
	named := func(kind domain.TermKind) domain.Term { t, _ := p.Term(kind); return t }
	return addParts(add, p.ID, part{proposer, p.By}, part{addressee, p.To},
		part{participant, compare.Participants(ix, named(domain.TermParticipants))},
		part{convener, named(domain.TermConvener).Parties}, part{unanswered, compare.UnansweredBy(ix, p)})
}

func termsTable(proposal field) packaged {
	return made("proposal-terms", "Terms of proposals", "One row a proposal and a term it states. Its parties and places have tables of their own.", 2,
		proposal, word("term", "The term.", domain.TermKinds()),
		text("text", "What it says, in our words; for a date or venue the wording of the source."),
		date("date", "The date it proposes."),
		to("list", "list-numbers", "The list that names the participants."), count("claimed", "How many participants it says there are to be."),
		text("inferred", "Why it follows, where the text does not state the term itself."), text("note", "Editorial note."))
}

func termsOf(p *domain.Proposal, add writer) bool {
	for _, t := range p.Terms {
		value, earliest, latest := days(t.Date)
		if !add(p.ID, string(t.Kind), t.Text, value, earliest, latest, t.List, number(t.Claimed), t.Inferred, t.Note) {
			return false
		}
	}
	return true
}
