package datapackage

import (
	"slices"
	"strconv"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// Parts that a party has in an alignment.
const (
	taker  role = "takes sides"
	toward role = "toward"
	teller role = "says so"
)

// inOrder says what the number of a party is.
const inOrder = "The party's place in the order of the record."

// otherLinks are the tables that join persons, claims, lists, seats and alignments to the rest.
func otherLinks(ix *domain.Index) []packaged {
	return slices.Concat(personLinks(ix), claimLinks(ix), listLinks(ix))
}

func personLinks(ix *domain.Index) []packaged {
	person := to("person", "persons", "The person.")
	return []packaged{
		joined(ix, domain.SectionPersons, "parties", "person-parties", "Parties of persons",
			"One row a person and a party the sources place the person with.", inOrder),
		from(made("person-roles", "Roles of persons", "One row an office or part that the sources give a person.", 2, person,
			place("The role's place in the order of the record, from 1."), text("role", "The role, in our words.").must()),
			ix.Dossier.Persons, func(p *domain.Person, add writer) bool {
				return each(p.Roles, func(i int, r domain.Role) bool { return add(p.ID, strconv.Itoa(i+1), r.Text) })
			}),
	}
}

func claimLinks(ix *domain.Index) []packaged {
	claim := to("claim", "claims", "The claim.")
	return []packaged{
		joined(ix, domain.SectionClaims, "by", "claim-parties", "Claimants", "One row a claim and a party that makes it.", inOrder),
		from(made("claim-rivals", "Rival claims", "One row a claim and a claim that contradicts it; the relation is given both ways.", 2, claim,
			to("rival", "claims", "The claim that contradicts it.")),
			ix.Dossier.Claims, func(c *domain.Claim, add writer) bool {
				return each(ix.Rivals(c.ID), func(_ int, rival string) bool { return add(c.ID, rival) })
			}),
		from(made("claim-about", "What claims are about", "One row a claim and what it is about: a document, a proposal or a meeting.", 2, claim,
			place("The place in the order of the record, from 1."), to("document", "documents", "The document, if it is one."),
			to("proposal", "proposals", "The proposal, if it is one."), to("meeting", "meetings", "The meeting, if it is one.")),
			ix.Dossier.Claims, func(c *domain.Claim, add writer) bool {
				return each(c.About, func(i int, about string) bool { return add(aboutRow(ix, c.ID, i, about)...) })
			}),
	}
}

// aboutRow puts an id into the column of what it names, in the order in which the site looks for it.
func aboutRow(ix *domain.Index, claim string, i int, about string) []string {
	row := []string{claim, strconv.Itoa(i + 1), "", "", ""}
	if _, err := ix.Proposal(about); err == nil {
		row[3] = about
	} else if _, err := ix.Meeting(about); err == nil {
		row[4] = about
	} else {
		row[2] = about
	}
	return row
}

func listLinks(ix *domain.Index) []packaged {
	d := ix.Dossier
	list := to("list", "list-numbers", "The list.")
	return []packaged{
		joined(ix, domain.SectionLists, "author", "list-authors", "Authors of lists", "One row a list and a party whose list it is.", inOrder),
		from(made("list-appearances", "Lists given again", "One row another place where a list is given again.", 2, list,
			place("The place in the order of the record, from 1."), to("document", "documents", "The document that gives it again.").must(),
			count("claimed", "The number of members given there; empty if none is."), text("note", "Editorial note.")),
			d.Lists, func(l *domain.List, add writer) bool {
				return each(l.Appearances, func(i int, a domain.Appearance) bool {
					return add(l.ID, strconv.Itoa(i+1), a.Document, number(a.Claimed), a.Note)
				})
			}),
		joined(ix, domain.SectionSeats, "claimants", "seat-claimants", "Claimants of seats",
			"One row a contested seat and a party that claims it.", inOrder),
		from(made("alignment-parties", "Parties of alignments", "One row an alignment, a party and the part it has in it.", 3,
			to("alignment", "alignments", "The alignment."),
			word("role", "takes sides is who is said to have done so; toward is for or against whom; says so is on whose word it rests.",
				[]role{taker, toward, teller}),
			to("party", "parties", "The party."), place("The party's place among those of that role.")),
			d.Alignments, func(a *domain.Alignment, add writer) bool {
				return addParts(add, a.ID, part{taker, a.Parties}, part{toward, a.Toward}, part{teller, compare.SaidBy(ix, a)})
			}),
	}
}
