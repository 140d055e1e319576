// Package site tests the whole site as readers meet it: it serves the bundled
// dossier from a database and visits every page, first as a crawler and then
// in a browser at the widths of a phone, a laptop and a projector, with the
// keyboard and without JavaScript.
//
// The ways of looking stand in inspect_test.go, and broken_test.go shows each
// of them a page that it must find something wrong with.
package site
