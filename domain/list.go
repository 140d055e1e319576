package domain

// List is a named set of parties as a document gives it: the number its author claims, the members it lists, and
// the rule its author gives for who is on it. The three may disagree, and the disagreement is data.
type List struct {
	ID          string
	Name        string
	Authors     []string
	Document    string // in which it is first given
	Claimed     int    // the number its author gives; 0 if none
	Members     []Member
	Rule        string
	Citations   []Citation
	Appearances []Appearance
	Note        string
}

// Member is a party on a list. As is the form of the name in the source.
type Member struct {
	Party string
	As    string
}

// Appearance is another place where a list is given again. Claimed is 0 if it gives no number there.
type Appearance struct {
	Document  string
	Claimed   int
	Citations []Citation
	Note      string
}

// Listed returns how many members the list names.
func (l List) Listed() int { return len(l.Members) }

// Disagrees reports whether the list names members but not as many as its author claims.
func (l List) Disagrees() bool {
	return l.Claimed != 0 && len(l.Members) != 0 && l.Claimed != len(l.Members)
}

// Parties returns the ids of the members in the order of the source.
func (l List) Parties() []string {
	ids := make([]string, len(l.Members))
	for i, m := range l.Members {
		ids[i] = m.Party
	}
	return ids
}
