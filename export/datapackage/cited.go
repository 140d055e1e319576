package datapackage

import (
	"iter"

	"pourparler/domain"
)

func citedParties(d *domain.Dossier) iter.Seq[cited] {
	return chain(
		gather(domain.SectionParties, d.Parties, func(p *domain.Party) []cited { return all(p.ID, p.Citations) }),
		gather(domain.SectionSeats, d.Seats, func(s *domain.Seat) []cited {
			parts := all(s.ID, s.Citations)
			for i, v := range s.Views {
				parts = append(parts, cited{id: s.ID, part: nth("recognition", i), cites: v.Citations})
			}
			return parts
		}),
		gather(domain.SectionPersons, d.Persons, func(p *domain.Person) []cited {
			parts := all(p.ID, p.Citations)
			for i, r := range p.Roles {
				parts = append(parts, cited{id: p.ID, part: nth("role", i), cites: r.Citations})
			}
			return parts
		}))
}

func citedLists(d *domain.Dossier) iter.Seq[cited] {
	return gather(domain.SectionLists, d.Lists, func(l *domain.List) []cited {
		parts := all(l.ID, l.Citations)
		for i, a := range l.Appearances {
			parts = append(parts, cited{id: l.ID, part: nth("appearance", i), cites: a.Citations})
		}
		return parts
	})
}

func citedMeetings(d *domain.Dossier) iter.Seq[cited] {
	return gather(domain.SectionMeetings, d.Meetings, func(m *domain.Meeting) []cited {
		parts := all(m.ID, m.Citations)
		for i, s := range m.Sessions {
			parts = append(parts, cited{id: m.ID, part: nth("session", i), cites: s.Citations})
		}
		for i, g := range m.Delegations {
			parts = append(parts, cited{id: m.ID, part: nth("delegation", i), cites: g.Citations})
		}
		return parts
	})
}

func citedDocuments(d *domain.Dossier) iter.Seq[cited] {
	return gather(domain.SectionDocuments, d.Documents, func(r *domain.Document) []cited {
		parts := all(r.ID, r.Citations)
		for i, reply := range r.RepliesTo {
			parts = append(parts, cited{id: r.ID, part: nth("reply", i), cites: reply.Citations})
		}
		return parts
	})
}

// citedProposals has the terms of a proposal only where their citations are not those of the proposal.
func citedProposals(d *domain.Dossier) iter.Seq[cited] {
	return gather(domain.SectionProposals, d.Proposals, func(p *domain.Proposal) []cited {
		parts := all(p.ID, p.Citations)
		for _, t := range p.Terms {
			parts = append(parts, cited{id: p.ID, part: string(t.Kind), cites: t.Citations})
		}
		return parts
	})
}

func citedOthers(d *domain.Dossier) iter.Seq[cited] {
	return chain(
		gather(domain.SectionResponses, d.Responses, func(r *domain.Response) []cited { return all(r.ID, r.Citations) }),
		gather(domain.SectionStatements, d.Statements, func(s *domain.Statement) []cited { return all(s.ID, s.Citations) }),
		gather(domain.SectionClaims, d.Claims, func(c *domain.Claim) []cited { return all(c.ID, c.Citations) }),
		gather(domain.SectionAlignments, d.Alignments, func(a *domain.Alignment) []cited { return all(a.ID, a.Citations) }),
		gather(domain.SectionOverrides, d.Overrides, func(o *domain.Override) []cited { return all(o.ID, o.Citations) }))
}
