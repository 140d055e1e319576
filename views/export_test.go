package views

// What templates call, for tests that hold it against templates.
var (
	Answered  = answered
	ListItems = listItems
)
