package table

import (
	"bytes"
	"iter"
	"slices"
)

// Marks between the texts of a [Stream], which no text of a dossier may hold: [Unit] after each cell but the last of
// its row, and [End] after each row.
const (
	Unit = '\x1f'
	End  = '\x1e'
)

// Stream is a table whose rows come in batches of text, as files have them, so that a million rows need no more memory
// than a thousand. Every file of every table is written from one.
type Stream struct {
	Table // without rows
	// Batches are the rows in order: each cell as [Cell.String] has it, with [Unit] and [End]. A batch is good until the
	// next. An error ends them, and what came before it is then not the whole table.
	Batches iter.Seq2[[]byte, error]
}

// batchBytes is about how much text a batch of a stream from memory holds.
const batchBytes = 64 << 10

// Stream returns the rows of a table in memory.
func (t Table) Stream() Stream { return t.StreamOf(slices.Values(t.Rows)) }

// StreamOf returns a stream of rows of the table, none of which it keeps.
func (t Table) StreamOf(rows iter.Seq[Row]) Stream {
	t.Rows = nil
	return Stream{Table: t, Batches: func(yield func([]byte, error) bool) {
		var batch []byte
		for row := range rows {
			if batch = AppendLine(batch, row); len(batch) >= batchBytes {
				if !yield(batch, nil) {
					return
				}
				batch = batch[:0]
			}
		}
		if len(batch) > 0 {
			yield(batch, nil)
		}
	}}
}

// AppendLine appends a row to a batch of a [Stream].
func AppendLine(batch []byte, row Row) []byte {
	for i, cell := range row.Cells {
		if i > 0 {
			batch = append(batch, Unit)
		}
		for j, v := range cell {
			if j > 0 {
				batch = append(batch, Separator...)
			}
			batch = append(batch, v.Text...)
		}
	}
	return append(batch, End)
}

// Lines returns the rows of a batch, without their [End]; [Cells] splits one.
func Lines(batch []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(batch) > 0 {
			line, rest, _ := bytes.Cut(batch, []byte{End})
			if !yield(line) {
				return
			}
			batch = rest
		}
	}
}

// Cells returns the cells of a row of a batch, each as files have it.
func Cells(line []byte) iter.Seq[[]byte] { return bytes.SplitSeq(line, []byte{Unit}) }
