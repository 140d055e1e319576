package domain

// Person is a delegate, a signatory or anyone named in the sources, with every spelling in them.
type Person struct {
	ID        string
	Name      string
	Names     []Name
	Parties   []string
	Roles     []Role
	Note      string
	Citations []Citation
}

// Role is an office or part that a source gives a person, in our words.
type Role struct {
	Text      string
	Citations []Citation
}
