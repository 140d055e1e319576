// Package soak tries the program as a whole, as its users and its enemies do at once: readers and downloads, imports and
// publishing, kills of every process, and damage of the database. Every answer is compared with what the release that it
// names must give, and every folder that was written with what a release is.
package soak
