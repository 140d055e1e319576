package api

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
)

// Parameter is a part of an address that a client fills in.
type Parameter struct {
	Name    string
	Path    bool // stands in the path; else in the query
	Doc     string
	Values  []string // the words allowed; none if any text is
	Number  bool     // an integer from Least to Most
	Least   int
	Most    int
	Usual   string // what stands for it when it is left out
	Repeat  bool   // may be given several times
	Example string
}

// What an answer costs grows with what is asked for, so that is bounded: how often a parameter is given, and how many bytes
// one has.
const (
	mostValues   = 100
	longestValue = 1000
)

// check reports what is wrong with the values given for a parameter, or "".
func (p Parameter) check(values []string) string {
	if len(values) > 1 && !p.Repeat {
		return "is given " + strconv.Itoa(len(values)) + " times: give it once"
	}
	if len(values) > mostValues {
		return "is given " + strconv.Itoa(len(values)) + " times: give it at most " + strconv.Itoa(mostValues) + " times"
	}
	for _, v := range values {
		if len(v) > longestValue {
			return "has " + strconv.Itoa(len(v)) + " bytes: write at most " + strconv.Itoa(longestValue)
		}
		if len(p.Values) > 0 && !slices.Contains(p.Values, v) {
			return "cannot be " + strconv.Quote(short(v)) + ": write one of " + strings.Join(p.Values, ", ")
		}
		if n, err := strconv.Atoi(v); p.Number && (err != nil || n < p.Least || n > p.Most) {
			return "cannot be " + strconv.Quote(short(v)) + ": write a number from " + strconv.Itoa(p.Least) + " to " + strconv.Itoa(p.Most)
		}
	}
	return ""
}

// short is the beginning of a text, enough to recognise it by.
func short(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return s
}

// Check returns the query of a request with values trimmed and empty ones left out, or a [ParameterError] that names what
// the operation does not know or cannot read.
func (o Operation) Check(query url.Values) (url.Values, error) {
	out := url.Values{}
	var unknown []string
	for name, values := range query {
		i := slices.IndexFunc(o.Params, func(p Parameter) bool { return !p.Path && p.Name == name })
		if i < 0 {
			unknown = append(unknown, name)
			continue
		}
		for _, v := range values {
			if v = strings.TrimSpace(v); v != "" {
				out.Add(name, v)
			}
		}
	}
	if len(unknown) > 0 {
		slices.Sort(unknown)
		return nil, &ParameterError{unknown, domain.Errorf(domain.Invalid, "this address has no parameter %s: it has %s",
			listed(unknown), o.queryNames())}
	}
	return out, o.readable(out)
}

func (o Operation) readable(query url.Values) error {
	for _, p := range o.Params {
		if fault := p.check(query[p.Name]); fault != "" && !p.Path {
			return &ParameterError{[]string{p.Name}, domain.Errorf(domain.Invalid, "the parameter %q %s", p.Name, fault)}
		}
	}
	return nil
}

// queryNames are the names of the parameters that the query may have, in words.
func (o Operation) queryNames() string {
	var names []string
	for _, p := range o.Params {
		if !p.Path {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// listed names the first few of some unknown parameters.
func listed(names []string) string {
	quoted := make([]string, min(len(names), 5))
	for i := range quoted {
		quoted[i] = strconv.Quote(short(names[i]))
	}
	words := strings.Join(quoted, ", ")
	if more := len(names) - len(quoted); more > 0 {
		words += " and " + strconv.Itoa(more) + " more"
	}
	return words
}
