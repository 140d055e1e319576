package domain

import (
	"errors"
	"fmt"
)

// Kinds of error. They decide the exit code of a command and the status of a page.
const (
	Invalid  Kind = "invalid"   // the input is wrong and the message says how
	NotFound Kind = "not found" // the thing asked for does not exist
	Gone     Kind = "gone"      // the thing existed and was taken out; the message says what took its place
	Conflict Kind = "conflict"  // the thing exists already, or changed meanwhile
	Internal Kind = "internal"  // a fault of ours; the message is never shown to readers

	// Unavailable is what cannot be had just now, mostly for a fault of what the program stands on, such as a disk. Who
	// runs the program is told what to do about it; readers are told to come again.
	Unavailable Kind = "unavailable"

	// Damaged is for what is kept and is not what was put there. Readers are told, and who runs the program how to mend it.
	Damaged Kind = "damaged"
)

// Kind says what sort of error an [Error] is.
type Kind string

// Error is the one error type of the product: a kind, a message for people and the cause.
type Error struct {
	Kind    Kind
	Message string
	Err     error
}

// Errorf returns an error of the given kind; a %w in the format becomes its cause.
func Errorf(kind Kind, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{Kind: kind, Message: err.Error(), Err: errors.Unwrap(err)}
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause, or nil.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of the first [Error] in err's chain, and [Internal] for any other error.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Wrap adds the operation to *err if there is one, keeping its kind. It is meant for a defer.
func Wrap(err *error, format string, args ...any) {
	if *err == nil {
		return
	}
	*err = &Error{Kind: KindOf(*err), Message: fmt.Sprintf(format, args...) + ": " + (*err).Error(), Err: *err}
}
