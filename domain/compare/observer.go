package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
	"pourparler/domain/table"
)

// Observer is one for whom the record is cut to what they can have known: a party, or the public if it names none.
type Observer struct{ Party string }

// Left is what a cut leaves out of the record up to its day.
type Left struct {
	Documents int        // whose text the observer did not have
	Later     []Learning // of these, from which day it had them
	Never     int        // of these, that it does not come to have in this record
}

// Learning is a day on which an observer came to know documents.
type Learning struct {
	Day       edtf.Day
	Documents int
}

// Cut returns the part of a record that an observer can have known by a day. All rules are then those of any record. An
// observer has the text of:
//   - its own documents, from the day they are dated;
//   - those addressed to it or circulated among it and others, from the day they were delivered or, where the texts do not
//     tell it, the day they are dated, unless they were withheld from it;
//   - those published, from that day; an article, an editorial, a public statement, a communiqué, a book or a pamphlet
//     counts as published on the day it is dated where nothing else is said.
//
// Of an uncertain day the last counts. It knows the meetings at which it sat from their beginning, with what was said
// there, and others as far as a text that it has cites them. What another's text alone tells of a proposal, an answer or a
// claim it knows as that party's account, without what stands in texts that it does not have. Answers to what it does not
// know are left out, and so are notes, and reasons and overrides that rest on anything outside.
func Cut(ix *domain.Index, o Observer, day edtf.Day) *domain.Dossier {
	k := &knowledge{ix: ix, o: o, day: day, texts: map[string]bool{}, named: map[string]bool{}, sat: map[string]bool{}}
	for i := range ix.Dossier.Documents {
		d := &ix.Dossier.Documents[i]
		if from, ok := k.learns(d); ok && from.Compare(day) <= 0 {
			k.texts[d.ID], k.named[d.ID] = true, true
		}
	}
	for i := range ix.Dossier.Documents {
		if d := &ix.Dossier.Documents[i]; len(k.cited(d.Citations)) > 0 {
			k.named[d.ID] = true
		}
	}
	for i := range ix.Dossier.Meetings {
		if m := &ix.Dossier.Meetings[i]; k.satAt(m) && k.begun(m) {
			k.sat[m.ID] = true
		}
	}
	return k.cut()
}

// LeftOut returns what the cut of a day leaves out.
func LeftOut(ix *domain.Index, o Observer, day edtf.Day) Left {
	k := &knowledge{ix: ix, o: o, day: day}
	var left Left
	for i := range ix.Dossier.Documents {
		d := &ix.Dossier.Documents[i]
		if made, edge := d.When().Value.Latest(); !d.Held || edge != edtf.Known || made.Compare(day) > 0 {
			continue
		}
		from, ok := k.learns(d)
		switch {
		case ok && from.Compare(day) <= 0:
			continue
		case !ok:
			left.Never++
		default:
			at, found := slices.BinarySearchFunc(left.Later, from, func(l Learning, day edtf.Day) int { return l.Day.Compare(day) })
			if !found {
				left.Later = slices.Insert(left.Later, at, Learning{Day: from})
			}
			left.Later[at].Documents++
		}
		left.Documents++
	}
	return left
}

// knowledge is what an observer knows by a day.
type knowledge struct {
	ix    *domain.Index
	o     Observer
	day   edtf.Day
	texts map[string]bool // the documents whose text it has
	named map[string]bool // and those of which it knows that there is one
	sat   map[string]bool // the meetings at which it sat, or sits
}

// publicKinds are the kinds of document that are made for everybody.
var publicKinds = []domain.DocumentKind{domain.Article, domain.Editorial, domain.PublicStatement, domain.Communique, domain.Book, domain.Pamphlet}

// learns returns the day from which the observer has the text of a document; not ok if it never does.
func (k *knowledge) learns(d *domain.Document) (from edtf.Day, ok bool) {
	earlier := func(dates ...domain.Date) {
		for _, date := range dates {
			if date.Value.IsZero() {
				continue
			}
			if day, edge := date.Value.Latest(); edge == edtf.Known && (!ok || day.Compare(from) < 0) {
				from, ok = day, true
			}
			return
		}
	}
	earlier(d.Published)
	if slices.Contains(publicKinds, d.Kind) {
		earlier(d.Published, d.Dated)
	}
	switch p := k.o.Party; {
	case p == "":
	case slices.Contains(d.Authors, p):
		earlier(d.Dated, d.Delivered, d.Published)
	case slices.Contains(d.WithheldFrom, p):
	case slices.Contains(d.Addressees, p), slices.Contains(d.Recipients, p):
		earlier(d.Delivered, d.Dated)
	}
	return from, ok
}

func (k *knowledge) satAt(m *domain.Meeting) bool {
	return k.o.Party != "" && (slices.Contains(m.Parties, k.o.Party) ||
		slices.ContainsFunc(m.Delegations, func(d domain.Delegation) bool { return d.Party == k.o.Party }))
}

func (k *knowledge) begun(m *domain.Meeting) bool {
	day, edge := m.Date.Value.Begun()
	return edge == edtf.Known && day.Compare(k.day) <= 0
}

func (k *knowledge) over(m *domain.Meeting) bool {
	day, edge := m.Date.Value.Latest()
	return edge == edtf.Known && day.Compare(k.day) <= 0
}

// cited are those citations whose text the observer has.
func (k *knowledge) cited(all []domain.Citation) []domain.Citation {
	return keep(all, func(c *domain.Citation) bool { return k.texts[c.Document] })
}

// teller returns the first document that the observer has of those cited, and the party that tells in it what others did.
func (k *knowledge) teller(cited []domain.Citation, did []string) (document, party string) {
	d, err := k.ix.Document(cited[0].Document)
	if err != nil {
		return "", ""
	}
	for _, author := range d.Authors {
		if !slices.Contains(did, author) {
			return d.ID, author
		}
	}
	return d.ID, ""
}

// keep returns copies of those records of which known says so; known may leave out parts of the copy.
func keep[T any](all []T, known func(*T) bool) []T {
	var kept []T
	for _, record := range all {
		if known(&record) {
			kept = append(kept, record)
		}
	}
	return kept
}

// cut makes the dossier of what is known.
func (k *knowledge) cut() *domain.Dossier {
	all := k.ix.Dossier
	d := &domain.Dossier{ID: all.ID, Title: all.Title, Release: all.Release, Released: all.Released, Licence: all.Licence, Source: all.Source,
		Tracks: slices.Clone(all.Tracks), Places: slices.Clone(all.Places), Parties: slices.Clone(all.Parties), Persons: slices.Clone(all.Persons),
		Questions: slices.Clone(all.Questions)}
	d.Documents = keep(all.Documents, k.document)
	d.Lists = keep(all.Lists, k.list)
	d.Proposals = keep(all.Proposals, k.proposal)
	known := idsOf(d.Proposals, func(p *domain.Proposal) string { return p.ID })
	for i := range d.Proposals {
		p := &d.Proposals[i]
		p.Relations = keep(p.Relations, func(r *domain.Relation) bool { r.Note = ""; return known[r.Proposal] })
	}
	d.Responses = keep(all.Responses, func(r *domain.Response) bool { return known[r.Proposal] && k.response(r) })
	d.Meetings = keep(all.Meetings, k.meeting)
	d.Statements = keep(all.Statements, k.statement)
	d.Claims = keep(all.Claims, k.claim)
	d.Alignments = keep(all.Alignments, k.alignment)
	d.Overrides = keep(all.Overrides, func(o *domain.Override) bool { return known[o.Proposal] && k.whole(o.Citations) })
	d.Seats = keep(all.Seats, k.seat)
	k.prune(d)
	return d
}

// prune takes out what the records that are known refer to and is not known, and then parties, persons, places, tracks and
// questions of which no record speaks that is left.
func (k *knowledge) prune(d *domain.Dossier) {
	kept := recordIDs(d)
	form.Prune(d, func(f *form.Where, id string) bool {
		return f.Cites && k.texts[id] || !f.Cites && slices.ContainsFunc(f.To, func(section domain.Section) bool {
			return kept[table.Ref{Section: section, ID: id}]
		})
	})
	spoken := map[table.Ref]bool{{Section: domain.SectionParties, ID: k.o.Party}: true}
	speaks := func(of ...domain.Section) {
		for r, link := range form.References(d, of...) {
			if of != nil || !slices.Contains(subjects, r.Section) {
				for _, section := range link.To {
					spoken[table.Ref{Section: section, ID: link.ID}] = true
				}
			}
		}
	}
	is := func(section domain.Section, id string) bool { return spoken[table.Ref{Section: section, ID: id}] }
	speaks()
	d.Persons = keep(d.Persons, func(p *domain.Person) bool { return is(domain.SectionPersons, p.ID) })
	speaks(domain.SectionPersons, domain.SectionSeats)
	d.Questions = keep(d.Questions, func(q *domain.Question) bool { return is(domain.SectionQuestions, q.ID) })
	speaks(domain.SectionQuestions)
	d.Parties = keep(d.Parties, func(p *domain.Party) bool { return is(domain.SectionParties, p.ID) })
	d.Places = keep(d.Places, func(p *domain.Place) bool { return is(domain.SectionPlaces, p.ID) })
	d.Tracks = keep(d.Tracks, func(t *domain.Track) bool { return is(domain.SectionTracks, t.ID) })
	k.forget(d)
}

// subjects are the sections of what records speak of.
var subjects = []domain.Section{domain.SectionTracks, domain.SectionPlaces, domain.SectionParties, domain.SectionPersons, domain.SectionQuestions}

// forget leaves out the notes, and the governments of parties that are not spoken of.
func (k *knowledge) forget(d *domain.Dossier) {
	parties := idsOf(d.Parties, func(p *domain.Party) string { return p.ID })
	for i := range d.Parties {
		p := &d.Parties[i]
		p.Note = ""
		if !parties[p.Government] {
			p.Government = ""
		}
	}
	for i := range d.Persons {
		p := &d.Persons[i]
		p.Note = ""
		p.Parties = slices.DeleteFunc(p.Parties, func(id string) bool { return !parties[id] })
		p.Roles = slices.DeleteFunc(p.Roles, func(r domain.Role) bool { return len(r.Citations) == 0 })
	}
}

func recordIDs(d *domain.Dossier) map[table.Ref]bool {
	ids := map[table.Ref]bool{}
	for r := range form.RecordsOf(d) {
		ids[table.Ref{Section: r.Section, ID: r.ID}] = true
	}
	return ids
}

func idsOf[T any](records []T, id func(*T) string) map[string]bool {
	ids := make(map[string]bool, len(records))
	for i := range records {
		ids[id(&records[i])] = true
	}
	return ids
}

// whole reports whether the observer has every text that is cited, and there is one.
func (k *knowledge) whole(cited []domain.Citation) bool {
	return len(cited) > 0 && len(k.cited(cited)) == len(cited)
}

// document cuts a document: of one that others only name, to what they say of it.
func (k *knowledge) document(d *domain.Document) bool {
	if !k.named[d.ID] {
		return false
	}
	own := slices.Contains(d.Authors, k.o.Party)
	d.Note = ""
	if !k.texts[d.ID] {
		d.Held, d.Edition, d.Delivered, d.Published, d.PublishedIn, d.Printed = false, domain.Edition{}, domain.Date{}, domain.Date{}, domain.Publication{}, nil
		d.Recipients, d.RecipientsText = nil, ""
	}
	if !own {
		d.WithheldFrom = nil
	}
	if k.toCome(d.Delivered) {
		d.Delivered = domain.Date{}
	}
	if k.toCome(d.Published) {
		d.Published, d.PublishedIn = domain.Date{}, domain.Publication{}
	}
	for _, date := range []*domain.Date{&d.Dated, &d.Delivered, &d.Published} {
		date.Inferred = ""
	}
	d.RepliesTo = keep(d.RepliesTo, func(r *domain.Reply) bool {
		return k.named[r.Document] && (k.texts[d.ID] || len(k.cited(r.Citations)) > 0)
	})
	d.Printed = keep(d.Printed, func(p *domain.Printing) bool { return k.texts[p.In] })
	return true
}

// toCome reports whether a day can still be to come.
func (k *knowledge) toCome(date domain.Date) bool {
	day, edge := date.Value.Latest()
	return !date.Value.IsZero() && (edge != edtf.Known || day.Compare(k.day) > 0)
}

// proposal cuts a proposal: to what its document says, or to what another's tells of it.
func (k *knowledge) proposal(p *domain.Proposal) bool {
	told := k.cited(p.Citations)
	own := k.texts[p.Document]
	if !own && len(told) == 0 {
		return false
	}
	if !k.whole(p.Citations) {
		p.Made.Inferred = ""
	}
	p.Note = ""
	p.Terms = keep(p.Terms, func(t *domain.Term) bool {
		t.Note = ""
		if !own && len(k.cited(t.Citations)) == 0 || len(t.Citations) > 0 && len(k.cited(t.Citations)) == 0 {
			return false
		}
		if !k.whole(slices.Concat(p.Citations, t.Citations)) {
			t.Inferred = ""
		}
		return true
	})
	if own {
		return true
	}
	p.Document, p.ReportedBy = k.teller(told, p.By)
	p.MadeIn, p.Summary = "", ""
	for _, t := range p.Terms {
		p.Summary += "; " + t.Text
	}
	if p.Summary = table.UpperFirst(strings.Trim(p.Summary, "; ")); p.Summary == "" {
		p.Summary = "Told of in a text of another, without its terms."
	}
	return true
}

// response cuts an answer: to what its document says, or to what another's tells of it.
func (k *knowledge) response(r *domain.Response) bool {
	told := k.cited(r.Citations)
	r.Note, r.Made.Inferred = "", ""
	if k.texts[r.Document] {
		return true
	}
	if len(told) == 0 {
		return false
	}
	r.Document, r.AttestedBy = k.teller(told, []string{r.By})
	r.Reason, r.Precedes = "", ""
	return true
}

// meeting cuts a meeting: it has begun, or was fixed; its outcome is known when it is over.
func (k *knowledge) meeting(m *domain.Meeting) bool {
	told := len(k.cited(m.Citations)) > 0
	if !k.sat[m.ID] && !told || !k.begun(m) && m.Status == domain.Held {
		return false
	}
	m.Note, m.Date.Inferred = "", ""
	if !k.over(m) || !k.sat[m.ID] && !k.whole(m.Citations) {
		m.Outcome = ""
	}
	m.Sessions = keep(m.Sessions, func(s *domain.Session) bool {
		return !k.toCome(s.Date) && (k.sat[m.ID] || len(k.cited(s.Citations)) > 0)
	})
	m.Delegations = keep(m.Delegations, func(d *domain.Delegation) bool { return k.sat[m.ID] || len(k.cited(d.Citations)) > 0 })
	return true
}

// statement cuts a statement, which is known from the record of it or by who sat in the meeting.
func (k *knowledge) statement(s *domain.Statement) bool {
	s.Note = ""
	return k.texts[s.Document] || k.sat[s.Meeting] || len(k.cited(s.Citations)) > 0
}

func (k *knowledge) claim(c *domain.Claim) bool {
	told := k.cited(c.Citations)
	c.Note, c.Made.Inferred = "", ""
	if k.texts[c.Document] {
		return true
	}
	if len(told) == 0 {
		return false
	}
	c.Document, c.ReportedBy = k.teller(told, c.By)
	return true
}

func (k *knowledge) alignment(a *domain.Alignment) bool {
	told := k.cited(a.Citations)
	a.Note, a.Date.Inferred = "", ""
	if k.texts[a.Document] {
		return true
	}
	if len(told) == 0 {
		return false
	}
	a.Document, a.SaidBy = k.teller(told, a.Parties)
	return true
}

// list cuts a list: to the documents that give it.
func (k *knowledge) list(l *domain.List) bool {
	l.Note = ""
	l.Appearances = keep(l.Appearances, func(a *domain.Appearance) bool { a.Note = ""; return k.texts[a.Document] })
	if k.texts[l.Document] {
		return true
	}
	l.Rule = ""
	switch told := k.cited(l.Citations); {
	case len(l.Appearances) > 0:
		l.Document, l.Claimed = l.Appearances[0].Document, l.Appearances[0].Claimed
	case len(told) > 0:
		l.Document, l.Claimed = told[0].Document, 0
	default:
		return false
	}
	return true
}

func (k *knowledge) seat(s *domain.Seat) bool {
	s.Note = ""
	if !k.whole(s.Citations) {
		s.Reason = ""
	}
	s.Views = keep(s.Views, func(v *domain.SeatView) bool { return len(k.cited(v.Citations)) > 0 })
	return len(k.cited(s.Citations)) > 0 || len(s.Views) > 0
}
