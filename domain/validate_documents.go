package domain

import (
	"fmt"
	"slices"
)

func (v *validation) documents() {
	for i := range v.d.Documents {
		v.document(&v.d.Documents[i])
	}
}

func (v *validation) document(d *Document) {
	r := v.at(SectionDocuments, d.ID, d.ID)
	v.holding(r, d)
	r.withheld(d)
	if after(d.Dated.Value, d.Delivered.Value) {
		r.report(RuleDocumentDates, "delivered", "delivered %s, before it was dated %s: correct one or leave it out", d.Delivered.Value, d.Dated.Value)
	}
	if after(d.Dated.Value, d.Published.Value) {
		r.report(RuleDocumentDates, "published", "published %s, before it was dated %s: correct one or leave it out", d.Published.Value, d.Dated.Value)
	}
	for i, reply := range d.RepliesTo {
		answered, err := v.ix.Document(reply.Document)
		if err == nil && after(answered.When().Value, d.When().Value) {
			r.report(RuleReply, fmt.Sprintf("replies_to[%d].document", i), "%s is later than the reply to it: a reply is no earlier than what it answers", answered.ID)
		}
	}
	v.printed(r, d)
}

// printed checks that a document is printed in another, at a place in the order on paper that it shares with none.
func (v *validation) printed(r record, d *Document) {
	for i, p := range d.Printed {
		at := fmt.Sprintf("printed[%d]", i)
		if p.In == d.ID && p.In != "" {
			r.report(RulePrinted, at+".in", "a document is not printed in itself: name the publication")
		}
		if p.Number < 1 {
			r.report(RulePrinted, at+".number", "number %d is no place: count what is printed there from 1", p.Number)
			continue
		}
		place := Printing{In: p.In, Number: p.Number}
		if other, taken := v.places[place]; taken {
			r.report(RulePrinted, at+".number", "%s is number %d of %s already: correct one of the two", other, p.Number, p.In)
			continue
		}
		v.places[place] = d.ID
	}
}

// holding checks that a held document has a numbered edition, and that one only mentioned is cited where it is.
func (v *validation) holding(r record, d *Document) {
	switch {
	case d.Held && d.Edition.Paragraphs < 1:
		r.report(RuleEdition, "edition", "the document is held but its edition has no paragraphs: say how many it has")
	case !d.Held && d.Edition.Paragraphs > 0:
		r.report(RuleEdition, "edition", "the document is not held but has an edition: set held to true or remove the edition")
	}
	if !d.Held && len(d.Citations) == 0 {
		r.report(RuleCited, "cite", "no citation: name the paragraph that mentions it")
	}
}

// withheld checks that a party to which a document was not sent is not among those to which it was.
func (r record) withheld(d *Document) {
	for i, id := range d.WithheldFrom {
		if slices.Contains(d.Recipients, id) || slices.Contains(d.Addressees, id) {
			r.report(RuleRecipients, fmt.Sprintf("withheld_from[%d]", i),
				"%q is also among those to whom it was sent: remove it from one of the two", id)
		}
	}
}

func (v *validation) meetings() {
	for i := range v.d.Meetings {
		v.meeting(&v.d.Meetings[i])
	}
}

func (v *validation) meeting(m *Meeting) {
	r := v.at(SectionMeetings, m.ID, "")
	for i, id := range m.Fulfils {
		p, err := v.ix.Proposal(id)
		if err == nil && after(v.ix.Made(p), m.Date.Value) {
			r.report(RuleFulfils, fmt.Sprintf("fulfils[%d]", i), "%s was made after the meeting that is said to fulfil it", id)
		}
	}
	r.sessions(m)
}

// sessions checks that sessions are numbered in order, and that none is known to lie outside the meeting's date.
func (r record) sessions(m *Meeting) {
	last := 0
	for i, s := range m.Sessions {
		at := fmt.Sprintf("sessions[%d]", i)
		if s.Number <= last {
			r.report(RuleSessions, at+".number", "session %d does not follow session %d: number them in order", s.Number, last)
		}
		if after(s.Date.Value, m.Date.Value) || after(m.Date.Value, s.Date.Value) {
			r.report(RuleSessions, at+".date", "the session of %s is outside the meeting of %s: correct one of the two",
				s.Date.Value, m.Date.Value)
		}
		last = s.Number
	}
}
