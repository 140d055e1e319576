package api

import "pourparler/domain"

// Manual is where the manual page on this interface stands on its site.
const Manual = "/manual/api"

// ProblemType is the media type of problems.
const ProblemType = "application/problem+json"

// Problem says what is wrong with a request, as RFC 9457 has it.
type Problem struct {
	Type       string   `json:"type" doc:"address of the manual's paragraph on this kind of problem"`
	Title      string   `json:"title" doc:"what kind of problem it is"`
	Status     int      `json:"status" doc:"the status of the answer"`
	Detail     string   `json:"detail" doc:"what is wrong with this request and what to do"`
	Instance   string   `json:"instance" doc:"the address that was asked for"`
	Parameters []string `json:"parameters,omitempty" doc:"names of the parameters at fault"`
	To         string   `json:"to,omitempty" doc:"id that took over from a retired one"`
}

// problemKind is one kind of problem: the name of its component in the description (none if no operation has it), its
// paragraph in the manual and its title.
type problemKind struct {
	status  int
	name    string
	anchor  string
	title   string
	meaning string
}

// problemKinds are all kinds of problem, by status.
var problemKinds = []problemKind{
	{400, "Invalid", "a-request-that-cannot-be-read", "That cannot be read", "a parameter cannot be read, is not known or is given too often"},
	{403, "", "a-request-from-another-site", "That is refused", "another site tried to write"},
	{404, "NotFound", "nothing-there", "There is no such thing", "nothing has this address"},
	{405, "", "only-to-be-read", "That cannot be done here", "the address can be read and not written to"},
	{409, "Conflict", "changed-meanwhile", "That was changed meanwhile", "the dossier has changed since the cursor was given"},
	{410, "Gone", "a-retired-id", "That id is no longer used", "the id was published once and is retired; it says where it went"},
	{500, "Fault", "a-fault-of-ours", "Something went wrong here", "the fault is ours and has been noted"},
}

// NewProblem returns a problem of the kind that a status has. instance is the path that was asked for.
func NewProblem(b Base, status int, detail, instance string) Problem {
	p := Problem{Type: "about:blank", Status: status, Detail: detail, Instance: string(b) + instance}
	for _, k := range problemKinds {
		if k.status == status {
			p.Type, p.Title = string(b)+Manual+"#"+k.anchor, k.title
		}
	}
	return p
}

// ParameterError is an error in the parameters of a request that it names.
type ParameterError struct {
	Names []string
	Err   *domain.Error
}

// Error returns the message.
func (e *ParameterError) Error() string { return e.Err.Error() }

// Unwrap returns the error without the names.
func (e *ParameterError) Unwrap() error { return e.Err }
