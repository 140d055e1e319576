// Package datapackage writes a dossier as a data package: one zip that a historian can file and a political scientist
// can load with the types of its columns and the keys between its tables, without reading our code.
//
// It holds every register as the site shows it, and beside them the tables that turn cells with several values into
// rows, so that each relation is a key and not a list of words. Their descriptions are written twice from one source:
// as a Data Package (version 2 of the standard) and as CSV on the Web (W3C, 2015). A codebook, a CITATION.cff and the
// dossier's own files go with them.
//
// The same dossier gives the same bytes: nothing in the zip comes from a clock.
package datapackage
