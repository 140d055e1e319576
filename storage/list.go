package storage

import "pourparler/domain"

// listRow is a list of parties.
type listRow struct {
	DossierID  string
	ID         string
	Ord        int
	Name       string
	DocumentID ref
	Claimed    int
	Rule       string
	Note       string
}

// listAuthorRow is a party that gives a list.
type listAuthorRow struct {
	DossierID string
	ListID    string
	Ord       int
	PartyID   string
}

// listMemberRow is a party that a list names.
type listMemberRow struct {
	DossierID string
	ListID    string
	Ord       int
	PartyID   string
	AsText    string
}

// listAppearanceRow is another place where a list is given.
type listAppearanceRow struct {
	DossierID  string
	ListID     string
	Ord        int
	DocumentID string
	Claimed    int
	Note       string
}

func (r *rows) addLists(lists []domain.List) {
	for i, l := range lists {
		r.Lists = append(r.Lists,
			listRow{r.Dossier.ID, l.ID, i, l.Name, ref(l.Document), l.Claimed, l.Rule, l.Note})
		link(&r.ListAuthors, l.Authors, func(ord int, id string) listAuthorRow {
			return listAuthorRow{r.Dossier.ID, l.ID, ord, id}
		})
		for ord, m := range l.Members {
			r.ListMembers = append(r.ListMembers, listMemberRow{r.Dossier.ID, l.ID, ord, m.Party, m.As})
		}
		r.addAppearances(l)
		r.cite(of(domain.SectionLists, l.ID), l.Citations)
	}
}

func (r *rows) addAppearances(l domain.List) {
	for i, p := range l.Appearances {
		r.ListAppearances = append(r.ListAppearances,
			listAppearanceRow{r.Dossier.ID, l.ID, i, p.Document, p.Claimed, p.Note})
		r.cite(of(domain.SectionLists, l.ID).part("appearances", i), p.Citations)
	}
}

func (a *assembly) lists() (lists []domain.List) {
	authors := group(a.rows.ListAuthors, func(row listAuthorRow) (owner, string) {
		return owner{ID: row.ListID}, row.PartyID
	})
	members := group(a.rows.ListMembers, func(row listMemberRow) (owner, domain.Member) {
		return owner{ID: row.ListID}, domain.Member{Party: row.PartyID, As: row.AsText}
	})
	appearances := group(a.rows.ListAppearances, a.appearance)
	for _, row := range a.rows.Lists {
		o := owner{ID: row.ID}
		lists = append(lists, domain.List{ID: row.ID, Name: row.Name, Authors: authors[o],
			Document: string(row.DocumentID), Claimed: row.Claimed, Members: members[o], Rule: row.Rule,
			Citations:   a.citations[of(domain.SectionLists, row.ID)],
			Appearances: appearances[o], Note: row.Note})
	}
	return lists
}

func (a *assembly) appearance(row listAppearanceRow) (owner, domain.Appearance) {
	o := of(domain.SectionLists, row.ListID)
	return owner{ID: row.ListID}, domain.Appearance{Document: row.DocumentID, Claimed: row.Claimed,
		Citations: a.citations[o.part("appearances", row.Ord)], Note: row.Note}
}
