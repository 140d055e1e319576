package domain

// Kinds of statement.
const (
	Asks         StatementKind = "asks"
	Replies      StatementKind = "answers"
	States       StatementKind = "states"
	Accuses      StatementKind = "accuses"
	Disavows     StatementKind = "denies"
	RequestsThat StatementKind = "requests"
	Promises     StatementKind = "undertakes"
)

// StatementKind says what a speaker does in a statement.
type StatementKind string

// StatementKinds returns all kinds of statement.
func StatementKinds() []StatementKind {
	return []StatementKind{Asks, Replies, States, Accuses, Disavows, RequestsThat, Promises}
}

// Statement is what someone said inside a meeting or document on a topic. Session is 0 when the text does not say
// in which. Answers is the statement it answers.
type Statement struct {
	ID        string
	Document  string
	Meeting   string
	Session   int
	Speaker   string // person id
	Party     string
	Kind      StatementKind
	Topic     string
	Summary   string
	Answers   string
	Citations []Citation
	Note      string
}
