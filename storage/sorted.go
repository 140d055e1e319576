package storage

import (
	"encoding/binary"
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"pourparler/domain/table"
)

// sorting walks the rows of a register in the order of a column, by parts of the order that was made
// with the register.
type sorting struct {
	selection
	column     string
	descending bool
	starts     *roaring.Bitmap // of runs of equal rows, and of those that say nothing
	filled     uint32          // rows that say something
	part       int             // the part of the order in ordinals, or -1
	ordinals   []byte
}

// sorted returns the ordinals of the wanted rows from one rank to another in the order of a column;
// nil is all rows. Without a filter it reads the parts that the ranks are in; with one it walks from
// the beginning.
func (s selection) sorted(q table.Query, wanted *roaring.Bitmap, from, to int) ([]uint32, error) {
	if s.register.table.Index(q.Sort) < 0 {
		return nil, s.register.table.NoColumn(q.Sort)
	}
	o := &sorting{selection: s, column: q.Sort, descending: q.Descending, part: -1}
	if err := o.open(); err != nil {
		return nil, err
	}
	found := make([]uint32, 0, to-from)
	if wanted == nil {
		for rank := from; rank < to; rank++ {
			ordinal, err := o.at(uint32(rank))
			if err != nil {
				return nil, err
			}
			found = append(found, ordinal)
		}
		return found, nil
	}
	flags := wanted.ToDense()
	for rank, seen := uint32(0), 0; seen < to && rank < uint32(s.register.Size); rank++ {
		ordinal, err := o.at(rank)
		if err != nil {
			return nil, err
		}
		if word := int(ordinal >> 6); word >= len(flags) || flags[word]&(1<<(ordinal&63)) == 0 {
			continue
		}
		if seen++; seen > from {
			found = append(found, ordinal)
		}
	}
	return found, nil
}

// open reads where the runs of equal rows begin.
func (o *sorting) open() error {
	data, err := o.read(-1)
	if err != nil {
		return err
	}
	if o.starts, err = bitmap(data); err != nil {
		return err
	}
	if !o.starts.IsEmpty() {
		o.filled = o.starts.Maximum()
	}
	return nil
}

func (o *sorting) read(part int) ([]byte, error) {
	rows, err := o.store.ask(o.tx, anOrder, o.register.ID, o.column, part)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ordinals []byte
	var had int64
	if rows.Next() {
		err = rows.Scan(&ordinals, &had)
	}
	if err = errors.Join(err, rows.Err()); err == nil && had != int64(orderSum(o.register.seed(), o.column, part, ordinals)) {
		err = o.register.damaged()
	}
	return ordinals, err
}

// at returns the ordinal of the row of that rank.
func (o *sorting) at(rank uint32) (uint32, error) {
	if o.descending && rank < o.filled {
		rank = o.backward(rank)
	}
	if part := int(rank / orderPart); part != o.part {
		data, err := o.read(part)
		if err != nil {
			return 0, err
		}
		o.part, o.ordinals = part, data
	}
	return binary.LittleEndian.Uint32(o.ordinals[rank%orderPart*4:]), nil
}

// backward turns a rank counted from the last run of equal rows into one counted from the first.
// Within a run the order stays.
func (o *sorting) backward(rank uint32) uint32 {
	ascending := o.filled - 1 - rank
	run := o.starts.Rank(ascending) // runs that begin at it or before
	start, _ := o.starts.Select(uint32(run) - 1)
	end, _ := o.starts.Select(uint32(run))
	return start + rank - (o.filled - end)
}
