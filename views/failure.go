package views

// Failure tells a reader what went wrong and what to do.
type Failure struct {
	Base
	Message string
}

func (Failure) template() string { return "failure.html" }

// NewFailure returns the page for an error, in words for the reader.
func NewFailure(title, message string) Failure {
	return Failure{Base: Base{Title: title, Manual: manual()}, Message: message}
}
