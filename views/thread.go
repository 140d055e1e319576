package views

import (
	"pourparler/domain"
	"pourparler/domain/compare"
)

// Remark is one statement in a thread: Depth is how many statements it answers in a chain, at most deepest.
type Remark struct {
	ID      string
	Depth   int
	Session string // set on the first statement of a session
	Speaker Link
	Kind    string
	Topic   string
	Summary string
	Answers Link
	Sources []Link
	Note    string
}

// deepest is how far a thread is set in, so that it stays readable on a phone.
const deepest = 4

// thread returns statements in their order, each set in below the one it answers.
func (s *Site) thread(statements []*domain.Statement) []Remark {
	remarks := make([]Remark, len(statements))
	depth := map[string]int{}
	session := 0
	for i, st := range statements {
		r := Remark{ID: st.ID, Kind: string(st.Kind), Topic: st.Topic, Summary: st.Summary, Note: st.Note,
			Sources: s.sources(st.Citations), Speaker: s.speaker(st)}
		if st.Answers != "" {
			r.Depth = min(depth[st.Answers]+1, deepest)
			r.Answers = s.remarkLink(st.Answers)
		}
		depth[st.ID] = r.Depth
		if st.Session != session {
			session = st.Session
			r.Session = "Session " + itoa(session)
		}
		remarks[i] = r
	}
	return remarks
}

func (s *Site) speaker(st *domain.Statement) Link {
	switch {
	case st.Speaker != "":
		return s.personLink(st.Speaker)
	case st.Party != "":
		return s.partyLink(st.Party)
	}
	return Link{Label: "speaker not named"}
}

// remarkLink leads to a statement in the thread on the same page.
func (s *Site) remarkLink(id string) Link {
	st, err := s.ix.Statement(id)
	if err != nil {
		return Link{Label: id}
	}
	label := s.speaker(st).Label
	if len(st.Citations) > 0 {
		label += ", para. " + itoa(st.Citations[0].Paragraph)
	}
	return Link{Label: label, Href: "#" + id}
}

// threadSections are the statements of a meeting as a thread, after what each side asked.
func (s *Site) threadSections(meeting string) []Section {
	var all []*domain.Statement
	for i := range s.ix.Dossier.Statements {
		if st := &s.ix.Dossier.Statements[i]; st.Meeting == meeting {
			all = append(all, st)
		}
	}
	if len(all) == 0 {
		return nil
	}
	asked := compare.Where(s.ix, domain.SectionStatements, s.ix.Dossier.Statements, func(st *domain.Statement) bool {
		return st.Meeting == meeting && (st.Kind == domain.Asks || st.Kind == domain.RequestsThat)
	})
	return append(s.tableSection("asked", "What each side asked", asked, "meeting", "topic"),
		Section{ID: "statements", Title: "What was said, in order", Thread: s.thread(all)})
}
