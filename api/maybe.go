package api

import (
	"encoding/json"
	"reflect"
)

// Maybe is a value that a record may lack. The zero value of T is told as null.
type Maybe[T comparable] struct{ value T }

// Say returns the value, which is none if it is the zero value of its type.
func Say[T comparable](value T) Maybe[T] { return Maybe[T]{value} }

// MarshalJSON writes the value, or null.
func (m Maybe[T]) MarshalJSON() ([]byte, error) {
	var zero T
	if m.value == zero {
		return []byte("null"), nil
	}
	return json.Marshal(m.value)
}

func (Maybe[T]) inner() reflect.Type { return reflect.TypeFor[T]() }

// each returns what f makes of each value, never nil, so that a list of nothing is an empty list.
func each[T, U any](all []T, f func(T) U) []U {
	out := make([]U, len(all))
	for i, v := range all {
		out[i] = f(v)
	}
	return out
}

// same returns the values, never nil.
func same[T any](all []T) []T { return each(all, func(v T) T { return v }) }

// Value returns the value and whether there is one.
func (m Maybe[T]) Value() (T, bool) {
	var zero T
	return m.value, m.value != zero
}
