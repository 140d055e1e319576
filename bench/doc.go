// Package bench measures the program at sizes that no record has: it makes invented dossiers, puts them into databases,
// starts the server on them as a process of its own, asks it over HTTP as a reader would, and prints what it took as
// tables in Markdown. All that is compared is measured in turns within one run on one machine, and figures are medians
// over runs. Nothing is measured inside the server: its memory is what the system says of its process.
package bench
