package domain

// Name is one form of a name as sources spell it. Lang is a BCP 47 tag; System names the romanisation, if it is one;
// Documents are those that use the form, and it is empty for a form given only so that the name can be found.
type Name struct {
	Text      string
	Lang      string
	System    string
	Documents []string
}
