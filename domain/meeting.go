package domain

// Whether a meeting took place, as far as the texts say.
const (
	Held    MeetingStatus = "held"
	Planned MeetingStatus = "planned" // fixed, but no text says that it took place
)

// MeetingStatus says whether a meeting took place.
type MeetingStatus string

// MeetingStatuses returns both.
func MeetingStatuses() []MeetingStatus { return []MeetingStatus{Held, Planned} }

// Meeting is what took place, or was fixed to take place: sessions, delegations, outcome.
type Meeting struct {
	ID          string
	Name        string
	Track       string
	Status      MeetingStatus
	Date        Date
	Places      []string
	Parties     []string
	List        string
	Claimed     int // how many took part, as the texts say; 0 if they do not
	Sessions    []Session
	Delegations []Delegation
	Outcome     string
	Fulfils     []string // proposal ids
	Citations   []Citation
	Note        string
}

// Session is one sitting of a meeting.
type Session struct {
	Number    int
	Date      Date
	Text      string
	Citations []Citation
}

// Delegation is who sat for a party at a meeting.
type Delegation struct {
	Party     string
	Delegates []Delegate
	Citations []Citation
}

// Delegate is a person on a delegation, with the role the text gives, such as leader.
type Delegate struct {
	Person string
	Role   string
}
