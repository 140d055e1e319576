// Package invented makes dossiers of any size that never were: some forty parties argue from 1949 to 1991 on twelve
// tracks. The same size gives the same dossier, every record of it keeps the rules of the domain, and its dates, names
// and texts are as varied as those of a real record. It is for measuring, and nothing in it is taken from a source.
package invented
