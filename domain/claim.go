package domain

// Question is a point on which claims about the record differ, in neutral words.
type Question struct {
	ID    string
	Track string
	Text  string
}

// Claim is a disputed assertion about the record itself. Rivals are the claims that contradict it; the relation
// holds both ways whichever side records it, see [Index.Rivals]. About are ids of documents, proposals or meetings.
type Claim struct {
	ID         string
	Question   string
	By         []string
	Document   string
	Summary    string
	Rivals     []string
	About      []string
	Made       Date
	ReportedBy string
	Citations  []Citation
	Note       string
}
