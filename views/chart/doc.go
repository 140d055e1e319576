// Package chart draws small charts as SVG text: scales that turn a day, a number or a place in a row into a position,
// and a canvas with few marks. It knows nothing of negotiations and nothing of HTML.
//
// What it writes is meant to stand in a page whose policy forbids scripts and styles inside the markup, to print in
// black and white, and to be used with a keyboard. So every look is a presentation attribute, which a style sheet may
// override through the classes; every mark that leads somewhere is a link with a name; and a side is told apart by its
// shape and the pattern of its line before its colour.
package chart
