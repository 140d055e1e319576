// Package site tests the whole program as readers meet it: it builds
// pourparler, starts it on an empty database, and visits every page of the
// bundled dossier, first as a crawler and then in a browser at the widths of a
// phone, a laptop and a projector, with the keyboard and without JavaScript.
//
// The ways of looking stand in inspect_test.go, and broken_test.go shows each
// of them a page that it must find something wrong with.
package site
