package compare

import (
	"slices"
	"strconv"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// proposals returns the register of all proposals, one row each, in the order of time.
func proposals(ix *domain.Index) table.Register {
	all := ix.Dossier.Proposals
	r := newReader(ix)
	return register(r, table.Table{Name: "proposals", Title: "Proposals",
		Row: "One row a proposal, in the order of time."}, proposalColumns(), all,
		func(p *domain.Proposal) table.Ref { return table.Ref{Section: domain.SectionProposals, ID: p.ID} }).
		WithStances(func(i int) []string { return r.stancesOn(&all[i]) }).
		InTime(func(i int) edtf.Date { return ix.Made(&all[i]) })
}

// StanceUnanswered is what a filter asks for to see the proposals that an addressee left without an answer in the
// record.
const StanceUnanswered = "unanswered"

func (r *reader) stancesOn(p *domain.Proposal) []string {
	var stances []string
	for _, a := range r.Index.ResponsesTo(p.ID) {
		stances = append(stances, string(a.Stance))
	}
	if len(UnansweredBy(r.Index, p)) > 0 {
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
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The proposal's id; never reused."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Cell{r.Proposal(p.ID)} }},
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks,
			Doc: "The track it is made on."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Cell{r.Track(p.Track)} }},
		{table.Column{Name: "act", Title: "Act", Type: table.TypeEnum, Needed: true, Values: words(domain.Acts()), Doc: "What the proposer does."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Text(string(p.Act)) }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true,
			Doc: "When it was made: as recorded, or else the date of its document."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Date(r.Index.Made(p)) }},
		{table.Column{Name: "proposer", Title: "By", Type: table.TypeID, Needed: true, List: true, Page: true, Facet: domain.SectionParties,
			Doc: "The party or parties that make it."},
			func(r *reader, p *domain.Proposal) table.Cell { return r.Parties(p.By) }},
		{table.Column{Name: "addressees", Title: "To", Type: table.TypeID, List: true, Facet: domain.SectionParties,
			Doc: "The parties it is put to."},
			func(r *reader, p *domain.Proposal) table.Cell { return r.Parties(p.To) }},
		{table.Column{Name: "document", Title: "Document", Type: table.TypeID, Needed: true, Facet: domain.SectionDocuments,
			Doc: "The document that is the evidence for it."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Cell{r.Document(p.Document)} }},
		{table.Column{Name: "paragraph", Title: "Paragraph", Type: table.TypeInteger, List: true,
			Doc: "The paragraphs of that document that support it or a term of it, by the numbers of the edition."},
			func(r *reader, p *domain.Proposal) table.Cell {
				return table.Paragraphs(r.cited(domain.SectionProposals, p.ID), p.Document)
			}},
		{table.Column{Name: "first_hand", Title: "First-hand", Type: table.TypeBoolean, Needed: true,
			Doc: "Whether the document is the proposal itself; false if it reports a proposal made elsewhere."},
			func(r *reader, p *domain.Proposal) table.Cell {
				return table.Boolean(p.FirstHand(), "first-hand", "reported")
			}},
		{table.Column{Name: "reported_by", Title: "Reported by", Type: table.TypeID,
			Doc: "The party whose document reports it, if it is not first-hand."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Each([]string{p.ReportedBy}, r.Party) }},
		{table.Column{Name: "made_in", Title: "Made in", Type: table.TypeID,
			Doc: "The document in which it was made, if a report names one."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Each([]string{p.MadeIn}, r.Document) }},
		{table.Column{Name: "summary", Title: "What", Type: table.TypeText, Needed: true, Page: true, Doc: "What is proposed, in our words."},
			func(r *reader, p *domain.Proposal) table.Cell {
				return table.Cell{{Text: p.Summary, Ref: table.Ref{Section: domain.SectionProposals, ID: p.ID}}}
			}},
	}
}

func proposalTerms() []proposalColumn {
	return []proposalColumn{
		{table.Column{Name: "date", Title: "Proposed date", Type: table.TypeEDTF, Page: true, Else: "date_text",
			Doc: "The date it proposes; empty if it is in words only."},
			ofTerm(domain.TermDate, func(_ *reader, t domain.Term) table.Cell { return table.Date(t.Date) })},
		{table.Column{Name: "date_text", Title: "Date, wording", Type: table.TypeText, Doc: "The wording of the source for the date."},
			ofTerm(domain.TermDate, wording)},
		{table.Column{Name: "venue", Title: "Venue", Type: table.TypeID, List: true, Page: true, Else: "venue_text",
			Doc: "The place or places it proposes; empty if it is in words only."},
			ofTerm(domain.TermVenue, func(r *reader, t domain.Term) table.Cell { return table.Each(t.Places, r.Place) })},
		{table.Column{Name: "venue_text", Title: "Venue, wording", Type: table.TypeText, Doc: "The wording of the source for the venue."},
			ofTerm(domain.TermVenue, wording)},
		termText("level", "Level", domain.TermLevel, "At which level the parties are to be represented."),
		{table.Column{Name: "participants_claimed", Title: "Participants claimed", Type: table.TypeInteger,
			Doc: "How many participants it says there are to be."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Number(r.claimed(p)) }},
		{table.Column{Name: "participants_listed", Title: "Participants listed", Type: table.TypeInteger,
			Doc: "How many participants are named, by the proposal or by the list it uses."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Number(len(r.participants(p))) }},
		{table.Column{Name: "participants", Title: "Participants", Type: table.TypeID, List: true,
			Doc: "The participants named, by the proposal or by the list it uses."},
			func(r *reader, p *domain.Proposal) table.Cell { return r.Parties(r.participants(p)) }},
		{table.Column{Name: "list", Title: "Participants", Type: table.TypeID, Page: true, Else: "participants_text", Doc: "The list that names the participants."},
			ofTerm(domain.TermParticipants, func(r *reader, t domain.Term) table.Cell { return table.Each([]string{t.List}, r.List) })},
		{table.Column{Name: "participants_text", Title: "Participants, wording", Type: table.TypeText,
			Doc: "The participants in words, where they are not named one by one."},
			ofTerm(domain.TermParticipants, wording)},
		termText("duration", "Duration", domain.TermDuration, "How long it is to last."),
		termText("agenda", "Agenda", domain.TermAgenda, "What is to be discussed."),
		termText("sequence", "Sequence", domain.TermSequence, "What is to come before or after it."),
		termText("procedure", "Procedure", domain.TermProcedure, "How it is to be prepared, held or decided."),
		{table.Column{Name: "convener", Title: "Convener", Type: table.TypeID, List: true,
			Doc: "The party or parties that are to call it, or may not; empty if they are in words only."},
			ofTerm(domain.TermConvener, func(r *reader, t domain.Term) table.Cell { return r.Parties(t.Parties) })},
		{table.Column{Name: "convener_text", Title: "Convener, wording", Type: table.TypeText, Doc: "Who is to call it, or may not, in words."},
			ofTerm(domain.TermConvener, wording)},
		termText("conditions", "Conditions", domain.TermCondition, "What it is made to depend on."),
		termText("substance", "Substance", domain.TermSubstance, "What is to be done, where it is not a talk or a meeting."),
	}
}

func termText(name, title string, kind domain.TermKind, doc string) proposalColumn {
	return proposalColumn{table.Column{Name: name, Title: title, Type: table.TypeText, Doc: doc}, ofTerm(kind, wording)}
}

// ofTerm fills a cell from a term of a proposal, which says nothing where the proposal does not state it.
func ofTerm(kind domain.TermKind, cell func(*reader, domain.Term) table.Cell) func(*reader, *domain.Proposal) table.Cell {
	return func(r *reader, p *domain.Proposal) table.Cell {
		t, _ := p.Term(kind)
		return cell(r, t)
	}
}

// ofTerms has a value for each term of which something is told, such as "date: Counted from the letter."
func ofTerms(p *domain.Proposal, told func(domain.Term) string) table.Cell {
	var cell table.Cell
	for _, t := range p.Terms {
		if text := told(t); text != "" {
			cell = append(cell, table.Value{Text: string(t.Kind) + ": " + text})
		}
	}
	return cell
}

func wording(_ *reader, t domain.Term) table.Cell { return table.Text(t.Text) }

func proposalTail() []proposalColumn {
	return []proposalColumn{
		{table.Column{Name: "relations", Title: "Relations", Type: table.TypeText, List: true,
			Doc: "How it relates to other proposals: the relation, a space and the other's id."},
			func(r *reader, p *domain.Proposal) table.Cell { return r.relations(p) }},
		answered("accepted_by", "Accepted by", domain.Accepts,
			"The parties that accept it. A term in brackets says that only that term is meant; an allegation says by whom."),
		answered("rejected_by", "Rejected by", domain.Rejects, "The parties that reject it, written as in accepted_by."),
		answered("countered_by", "Countered by", domain.Counters, "The parties that counter it, written as in accepted_by."),
		{table.Column{Name: "other_responses", Title: "Other responses", Type: table.TypeText, List: true,
			Doc: "All other responses: the party, the stance and, in brackets, the term and who alleges it."},
			func(r *reader, p *domain.Proposal) table.Cell { return r.otherResponses(p) }},
		{table.Column{Name: "unanswered_by", Title: "Unanswered by", Type: table.TypeID, List: true, Page: true,
			Doc: "Those it was put to for whose answer it still waits at the end of the record, by the rules of outcomes. It does not say that they never answered."},
			func(r *reader, p *domain.Proposal) table.Cell { return r.Parties(UnansweredBy(r.Index, p)) }},
		{table.Column{Name: "inferred", Title: "Inferred", Type: table.TypeText, List: true,
			Doc: "The terms that the text does not state but that follow: the term, a colon, a space and the reason."},
			func(_ *reader, p *domain.Proposal) table.Cell {
				return ofTerms(p, func(t domain.Term) string { return t.Inferred })
			}},
		{table.Column{Name: "term_notes", Title: "Notes on terms", Type: table.TypeText, List: true,
			Doc: "Editorial notes on single terms: the term, a colon, a space and the note."},
			func(_ *reader, p *domain.Proposal) table.Cell {
				return ofTerms(p, func(t domain.Term) string { return t.Note })
			}},
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, p *domain.Proposal) table.Cell { return table.Text(p.Note) }},
		citedColumn("The paragraphs that support it or a term of it", domain.SectionProposals, func(p *domain.Proposal) string { return p.ID }).needed(),
	}
}

func answered(name, title string, stance domain.Stance, doc string) proposalColumn {
	return proposalColumn{table.Column{Name: name, Title: title, Type: table.TypeText, List: true, Page: true, Doc: doc},
		func(r *reader, p *domain.Proposal) table.Cell {
			var cell table.Cell
			for _, a := range r.Index.ResponsesTo(p.ID) {
				if a.Stance == stance {
					cell = append(cell, r.answer(a, ""))
				}
			}
			return cell
		}}
}

func (r *reader) otherResponses(p *domain.Proposal) table.Cell {
	var cell table.Cell
	for _, a := range r.Index.ResponsesTo(p.ID) {
		switch a.Stance {
		case domain.Accepts, domain.Rejects, domain.Counters:
		default:
			cell = append(cell, r.answer(a, " "+string(a.Stance)))
		}
	}
	return cell
}

// answer is a value such as "cpsu (venue)" or "cpsu (alleged by cpc)".
func (r *reader) answer(a *domain.Response, verb string) table.Value {
	who, attester := r.Party(a.By), r.Party(a.Attester())
	v := table.Value{Ref: responseRef(a)}
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

func (r *reader) relations(p *domain.Proposal) table.Cell {
	var cell table.Cell
	for _, rel := range p.Relations {
		other := r.Proposal(rel.Proposal)
		other.Text = string(rel.Kind) + " " + other.Text
		other.Label = string(rel.Kind) + " " + other.Label
		cell = append(cell, other)
	}
	return cell
}

// participants are the parties a proposal names, itself or by a list.
func (r *reader) participants(p *domain.Proposal) []string {
	t, _ := p.Term(domain.TermParticipants)
	return Participants(r.Index, t)
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
	if l, err := r.Index.List(t.List); err == nil && t.Claimed == 0 {
		return l.Claimed
	}
	return t.Claimed
}

// termCell is what a proposal says on one term, as the tables show it.
func (r *reader) termCell(p *domain.Proposal, kind domain.TermKind) table.Cell {
	t, ok := p.Term(kind)
	if !ok {
		return nil
	}
	switch {
	case !t.Date.IsZero():
		return table.Date(t.Date)
	case len(t.Places) > 0:
		return table.Each(t.Places, r.Place)
	case t.Text == "" && len(t.Parties) > 0:
		return r.Parties(t.Parties)
	}
	return table.Text(t.Text)
}

func words[T ~string](all []T) []string {
	names := make([]string, len(all))
	for i, v := range all {
		names[i] = string(v)
	}
	return names
}

func itoa(n int) string { return strconv.Itoa(n) }

// MadeBetween keeps the proposals that may have been made between two dates; a zero date sets no limit.
func MadeBetween(ix *domain.Index, proposals []*domain.Proposal, from, to edtf.Date) []*domain.Proposal {
	return slices.DeleteFunc(slices.Clone(proposals), func(p *domain.Proposal) bool {
		return !table.Within(ix.Made(p), from, to)
	})
}
