package compare

import (
	"strconv"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Proposals returns the table of all proposals, one row each, in the order of time.
func Proposals(ix *domain.Index) Table { return proposals(ix).Whole() }

func proposals(ix *domain.Index) Register {
	all := ix.Dossier.Proposals
	return register(&reader{ix: ix}, Table{Name: "proposals", Title: "Proposals"}, proposalColumns(), all,
		func(p *domain.Proposal) Ref { return Ref{Section: domain.SectionProposals, ID: p.ID} }).
		withStances(func(i int) []string { return stancesOn(ix, &all[i]) }).
		inTime(func(i int) edtf.Date { return ix.Made(&all[i]) })
}

// StanceUnanswered is what a filter asks for to see the proposals that an addressee left without an answer in the
// record.
const StanceUnanswered = "unanswered"

func stancesOn(ix *domain.Index, p *domain.Proposal) []string {
	var stances []string
	for _, a := range ix.ResponsesTo(p.ID) {
		stances = append(stances, string(a.Stance))
	}
	if len(ix.Unanswered(p)) > 0 {
		stances = append(stances, StanceUnanswered)
	}
	return stances
}

type proposalColumn = column[domain.Proposal]

func proposalColumns() []proposalColumn {
	columns := proposalHead()
	columns = append(columns, proposalTerms()...)
	return append(columns, proposalTail()...)
}

func proposalHead() []proposalColumn {
	return []proposalColumn{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Doc: "The proposal's id; never reused."},
			func(r *reader, p *domain.Proposal) Cell { return Cell{r.proposal(p.ID)} }},
		{Column{Name: "track", Title: "Track", Type: TypeID, Needed: true, Page: true, Facet: domain.SectionTracks,
			Doc: "The track it is made on."},
			func(r *reader, p *domain.Proposal) Cell { return Cell{r.track(p.Track)} }},
		{Column{Name: "act", Title: "Act", Type: TypeEnum, Needed: true, Values: words(domain.Acts()), Doc: "What the proposer does."},
			func(r *reader, p *domain.Proposal) Cell { return text(string(p.Act)) }},
		{Column{Name: "made_on", Title: "Made on", Type: TypeEDTF, Page: true,
			Doc: "When it was made: as recorded, or else the date of its document."},
			func(r *reader, p *domain.Proposal) Cell { return date(r.ix.Made(p)) }},
		{Column{Name: "proposer", Title: "By", Type: TypeID, Needed: true, List: true, Page: true, Facet: domain.SectionParties,
			Doc: "The party or parties that make it."},
			func(r *reader, p *domain.Proposal) Cell { return r.parties(p.By) }},
		{Column{Name: "addressees", Title: "To", Type: TypeID, List: true, Facet: domain.SectionParties,
			Doc: "The parties it is put to."},
			func(r *reader, p *domain.Proposal) Cell { return r.parties(p.To) }},
		{Column{Name: "document", Title: "Document", Type: TypeID, Needed: true, Facet: domain.SectionDocuments,
			Doc: "The document that is the evidence for it."},
			func(r *reader, p *domain.Proposal) Cell { return Cell{r.document(p.Document)} }},
		{Column{Name: "paragraph", Title: "Paragraph", Type: TypeInteger, List: true,
			Doc: "The paragraphs of that document, by the numbers of the edition."},
			func(r *reader, p *domain.Proposal) Cell { return paragraphs(p.Citations, p.Document) }},
		{Column{Name: "first_hand", Title: "First-hand", Type: TypeBoolean, Needed: true,
			Doc: "Whether the document is the proposal itself; false if it reports a proposal made elsewhere."},
			func(r *reader, p *domain.Proposal) Cell {
				return boolean(p.FirstHand(), "first-hand", "reported")
			}},
		{Column{Name: "reported_by", Title: "Reported by", Type: TypeID,
			Doc: "The party whose document reports it, if it is not first-hand."},
			func(r *reader, p *domain.Proposal) Cell { return each([]string{p.ReportedBy}, r.party) }},
		{Column{Name: "made_in", Title: "Made in", Type: TypeID,
			Doc: "The document in which it was made, if a report names one."},
			func(r *reader, p *domain.Proposal) Cell { return each([]string{p.MadeIn}, r.document) }},
		{Column{Name: "summary", Title: "What", Type: TypeText, Needed: true, Page: true, Doc: "What is proposed, in our words."},
			func(r *reader, p *domain.Proposal) Cell {
				return Cell{{Text: p.Summary, Ref: Ref{Section: domain.SectionProposals, ID: p.ID}}}
			}},
	}
}

func proposalTerms() []proposalColumn {
	return []proposalColumn{
		{Column{Name: "date", Title: "Proposed date", Type: TypeEDTF, Page: true, Else: "date_text",
			Doc: "The date it proposes; empty if it is in words only."},
			ofTerm(domain.TermDate, func(_ *reader, t domain.Term) Cell { return date(t.Date) })},
		{Column{Name: "date_text", Title: "Date, wording", Type: TypeText, Doc: "The wording of the source for the date."},
			ofTerm(domain.TermDate, wording)},
		{Column{Name: "venue", Title: "Venue", Type: TypeID, List: true, Page: true, Else: "venue_text",
			Doc: "The place or places it proposes; empty if it is in words only."},
			ofTerm(domain.TermVenue, func(r *reader, t domain.Term) Cell { return each(t.Places, r.place) })},
		{Column{Name: "venue_text", Title: "Venue, wording", Type: TypeText, Doc: "The wording of the source for the venue."},
			ofTerm(domain.TermVenue, wording)},
		termText("level", "Level", domain.TermLevel, "At which level the parties are to be represented."),
		{Column{Name: "participants_claimed", Title: "Participants claimed", Type: TypeInteger,
			Doc: "How many participants it says there are to be."},
			func(r *reader, p *domain.Proposal) Cell { return number(r.claimed(p)) }},
		{Column{Name: "participants_listed", Title: "Participants listed", Type: TypeInteger,
			Doc: "How many participants are named, by the proposal or by the list it uses."},
			func(r *reader, p *domain.Proposal) Cell { return number(len(r.participants(p))) }},
		{Column{Name: "participants", Title: "Participants", Type: TypeID, List: true,
			Doc: "The participants named, by the proposal or by the list it uses."},
			func(r *reader, p *domain.Proposal) Cell { return r.parties(r.participants(p)) }},
		{Column{Name: "list", Title: "Participants", Type: TypeID, Page: true, Else: "participants_text", Doc: "The list that names the participants."},
			ofTerm(domain.TermParticipants, func(r *reader, t domain.Term) Cell { return each([]string{t.List}, r.list) })},
		{Column{Name: "participants_text", Title: "Participants, wording", Type: TypeText,
			Doc: "The participants in words, where they are not named one by one."},
			ofTerm(domain.TermParticipants, wording)},
		termText("duration", "Duration", domain.TermDuration, "How long it is to last."),
		termText("agenda", "Agenda", domain.TermAgenda, "What is to be discussed."),
		termText("sequence", "Sequence", domain.TermSequence, "What is to come before or after it."),
		termText("procedure", "Procedure", domain.TermProcedure, "How it is to be prepared, held or decided."),
		{Column{Name: "convener", Title: "Convener", Type: TypeID, List: true,
			Doc: "The party or parties that are to call it, or may not; empty if they are in words only."},
			ofTerm(domain.TermConvener, func(r *reader, t domain.Term) Cell { return r.parties(t.Parties) })},
		{Column{Name: "convener_text", Title: "Convener, wording", Type: TypeText, Doc: "Who is to call it, or may not, in words."},
			ofTerm(domain.TermConvener, wording)},
		termText("conditions", "Conditions", domain.TermCondition, "What it is made to depend on."),
		termText("substance", "Substance", domain.TermSubstance, "What is to be done, where it is not a talk or a meeting."),
	}
}

func termText(name, title string, kind domain.TermKind, doc string) proposalColumn {
	return proposalColumn{Column{Name: name, Title: title, Type: TypeText, Doc: doc}, ofTerm(kind, wording)}
}

// ofTerm fills a cell from a term of a proposal, which says nothing where the proposal does not state it.
func ofTerm(kind domain.TermKind, cell func(*reader, domain.Term) Cell) func(*reader, *domain.Proposal) Cell {
	return func(r *reader, p *domain.Proposal) Cell {
		t, _ := p.Term(kind)
		return cell(r, t)
	}
}

func wording(_ *reader, t domain.Term) Cell { return text(t.Text) }

func proposalTail() []proposalColumn {
	return []proposalColumn{
		{Column{Name: "relations", Title: "Relations", Type: TypeText, List: true,
			Doc: "How it relates to other proposals: the relation, a space and the other's id."},
			func(r *reader, p *domain.Proposal) Cell { return r.relations(p) }},
		answered("accepted_by", "Accepted by", domain.Accepts,
			"The parties that accept it. A term in brackets says that only that term is meant; an allegation says by whom."),
		answered("rejected_by", "Rejected by", domain.Rejects, "The parties that reject it, written as in accepted_by."),
		answered("countered_by", "Countered by", domain.Counters, "The parties that counter it, written as in accepted_by."),
		{Column{Name: "other_responses", Title: "Other responses", Type: TypeText, List: true,
			Doc: "All other responses: the party, the stance and, in brackets, the term and who alleges it."},
			func(r *reader, p *domain.Proposal) Cell { return r.otherResponses(p) }},
		{Column{Name: "unanswered_by", Title: "Unanswered by", Type: TypeID, List: true, Page: true,
			Doc: "The addressees of whom this record has no answer, their own or alleged. It does not say that they never answered."},
			func(r *reader, p *domain.Proposal) Cell { return r.parties(r.ix.Unanswered(p)) }},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, p *domain.Proposal) Cell { return text(p.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, Needed: true, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, p *domain.Proposal) Cell { return r.citations(p.Citations) }},
	}
}

func answered(name, title string, stance domain.Stance, doc string) proposalColumn {
	return proposalColumn{Column{Name: name, Title: title, Type: TypeText, List: true, Page: true, Doc: doc},
		func(r *reader, p *domain.Proposal) Cell {
			var cell Cell
			for _, a := range r.ix.ResponsesTo(p.ID) {
				if a.Stance == stance {
					cell = append(cell, r.answer(a, ""))
				}
			}
			return cell
		}}
}

func (r *reader) otherResponses(p *domain.Proposal) Cell {
	var cell Cell
	for _, a := range r.ix.ResponsesTo(p.ID) {
		switch a.Stance {
		case domain.Accepts, domain.Rejects, domain.Counters:
		default:
			cell = append(cell, r.answer(a, " "+string(a.Stance)))
		}
	}
	return cell
}

// answer is a value such as "cpsu (venue)" or "cpsu (alleged by cpc)".
func (r *reader) answer(a *domain.Response, verb string) Value {
	who, attester := r.party(a.By), r.party(a.Attester())
	v := Value{Ref: responseRef(a)}
	v.Text = who.Text + verb + bracket(string(a.Term), alleged(a, attester.Text))
	v.Label = who.Display() + verb + bracket(string(a.Term), alleged(a, attester.Display()))
	return v
}

func alleged(a *domain.Response, by string) string {
	if !a.Alleged() {
		return ""
	}
	return "alleged by " + by
}

func bracket(a, b string) string {
	switch {
	case a == "" && b == "":
		return ""
	case a == "" || b == "":
		return " (" + a + b + ")"
	}
	return " (" + a + ", " + b + ")"
}

func (r *reader) relations(p *domain.Proposal) Cell {
	var cell Cell
	for _, rel := range p.Relations {
		other := r.proposal(rel.Proposal)
		other.Text = string(rel.Kind) + " " + other.Text
		other.Label = string(rel.Kind) + " " + other.Label
		cell = append(cell, other)
	}
	return cell
}

// participants are the parties a proposal names, itself or by a list.
func (r *reader) participants(p *domain.Proposal) []string {
	t, _ := p.Term(domain.TermParticipants)
	return Participants(r.ix, t)
}

// Participants returns the parties that a term names, itself or by the list it uses.
func Participants(ix *domain.Index, t domain.Term) []string {
	if l, err := ix.List(t.List); err == nil && len(t.Parties) == 0 {
		return l.Parties()
	}
	return t.Parties
}

func (r *reader) claimed(p *domain.Proposal) int {
	t, _ := p.Term(domain.TermParticipants)
	if l, err := r.ix.List(t.List); err == nil && t.Claimed == 0 {
		return l.Claimed
	}
	return t.Claimed
}

// termCell is what a proposal says on one term, as the tables show it.
func (r *reader) termCell(p *domain.Proposal, kind domain.TermKind) Cell {
	t, ok := p.Term(kind)
	if !ok {
		return nil
	}
	switch {
	case !t.Date.IsZero():
		return date(t.Date)
	case len(t.Places) > 0:
		return each(t.Places, r.place)
	case t.Text == "" && len(t.Parties) > 0:
		return r.parties(t.Parties)
	}
	return text(t.Text)
}

func words[T ~string](all []T) []string {
	names := make([]string, len(all))
	for i, v := range all {
		names[i] = string(v)
	}
	return names
}

func itoa(n int) string { return strconv.Itoa(n) }
