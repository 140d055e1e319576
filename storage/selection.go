package storage

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	"gorm.io/gorm"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// selection finds the rows of a register that a filter wants, by sets that were made with the
// register: what it costs grows with the number of filters and hardly with that of rows.
type selection struct {
	tx       *gorm.DB
	store    *Store
	register register
}

// rows returns the ordinals of the rows wanted, or nil for all of them.
func (s selection) rows(f table.Filter) (wanted *roaring.Bitmap, err error) {
	and := func(set *roaring.Bitmap, failed error) {
		switch {
		case err != nil:
		case failed != nil:
			err = failed
		case wanted == nil:
			wanted = set
		default:
			wanted.And(set)
		}
	}
	for facet, id := range map[table.Facet]string{table.FacetTrack: f.Track, table.FacetParty: f.Party,
		table.FacetDocument: f.Document, table.FacetStance: f.Stance} {
		if id != "" {
			and(s.set(string(facet), id))
		}
	}
	if !f.From.IsZero() || !f.To.IsZero() {
		and(s.between(f.From, f.To))
	}
	if strings.TrimSpace(f.Text) != "" {
		and(s.text(strings.ToLower(strings.TrimSpace(f.Text))))
	}
	return wanted, err
}

// set returns the rows with that value; none if there is no such value.
func (s selection) set(facet, value string) (*roaring.Bitmap, error) {
	return s.union(facet, value, value+"\x00")
}

// union returns the rows with any value from one to another, without that.
func (s selection) union(facet, from, to string) (*roaring.Bitmap, error) {
	found, err := s.sets(facet, from, to)
	if err != nil {
		return nil, err
	}
	if len(found) > 0 && string(found[0].value) < from {
		found = found[1:]
	}
	sets := make([]*roaring.Bitmap, len(found))
	for i, f := range found {
		if sets[i], err = bitmap(f.ordinals); err != nil {
			return nil, err
		}
	}
	if len(sets) == 1 {
		return sets[0], nil
	}
	return roaring.FastOr(sets...), nil
}

// sets returns the sets of a facet from the last of a value no greater than from to the last before to. Each names the next,
// so that none is missing.
func (s selection) sets(facet, from, to string) (found []finishedSet, err error) {
	rows, err := s.store.ask(s.tx, someSets, s.register.ID, facet, []byte(to), s.register.ID, facet, []byte(from))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	seed, next := s.register.seed(), []byte(nil)
	for rows.Next() {
		f, had := finishedSet{facet: facet}, int64(0)
		if err := rows.Scan(&f.value, &f.next, &f.ordinals, &had); err != nil {
			return nil, err
		}
		if had != int64(f.sum(seed)) || len(found) > 0 && !bytes.Equal(f.value, next) {
			return nil, s.register.damaged()
		}
		found, next = append(found, f), f.next
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if len(found) == 0 || string(found[0].value) > from || next != nil && string(next) < to {
		return nil, s.register.damaged()
	}
	return found, nil
}

// bitmap reads a bitmap from bytes that nobody else uses.
func bitmap(data []byte) (*roaring.Bitmap, error) {
	set := roaring.New()
	if _, err := set.FromBuffer(data); err != nil {
		return nil, fmt.Errorf("read register_sets: %w", err)
	}
	return set, nil
}

// text returns the rows in which every word looked for begins a word, and those in which they are
// together an id. Signs that make no word are in no row.
func (s selection) text(looked string) (*roaring.Bitmap, error) {
	named, err := s.named(looked)
	if err != nil {
		return nil, err
	}
	words := table.Words(looked)
	if len(words) == 0 {
		return named, nil
	}
	var found *roaring.Bitmap
	for _, word := range words {
		set, err := s.union(facetWord, word, word+prefixMark)
		if err != nil {
			return nil, err
		}
		if found == nil {
			found = set
		} else {
			found.And(set)
		}
	}
	found.Or(named)
	return found, nil
}

// named returns the rows about the record of that id or in which the id stands.
func (s selection) named(id string) (*roaring.Bitmap, error) {
	set, err := s.set(facetID, id)
	if err != nil {
		return nil, err
	}
	near, err := s.sets(facetAbout, id, id+"\x00")
	if err != nil {
		return nil, err
	}
	among, err := bitmap(near[0].ordinals)
	if err != nil {
		return nil, err
	}
	ordinals := among.ToArray()
	rows := make([]table.Row, len(ordinals))
	if err := s.showAll(ordinals, rows); err != nil {
		return nil, err
	}
	for i, row := range rows {
		if row.Ref.ID == id {
			set.Add(ordinals[i])
		}
	}
	return set, nil
}

// between returns the rows with a date that may lie between two dates; a zero date sets no limit.
func (s selection) between(from, to edtf.Date) (*roaring.Bitmap, error) {
	dated, err := s.set(facetDated, "")
	if err != nil {
		return nil, err
	}
	if first, edge := from.Earliest(); edge == edtf.Known && !from.IsZero() {
		earlier, err := s.days(facetLast, before(first))
		if err != nil {
			return nil, err
		}
		dated.AndNot(earlier)
	}
	if last, edge := to.Latest(); edge == edtf.Known && !to.IsZero() {
		later, err := s.days(facetFirst, after(last))
		if err != nil {
			return nil, err
		}
		dated.AndNot(later)
	}
	return dated, nil
}

// stretch is the values of sets from one to another, without that.
type stretch struct{ from, to string }

// before are the sets of days before a day: of other years by year, of other months of its year by
// month, and of other days of its month by day.
func before(day edtf.Day) []stretch {
	parts := dayParts(day)
	return []stretch{{"y", parts[0]}, {"m" + parts[0][1:], parts[1]}, {"d" + parts[1][1:], parts[2]}}
}

// after are the sets of days after a day, likewise.
func after(day edtf.Day) []stretch {
	parts := dayParts(day)
	return []stretch{{parts[0] + "\x00", "z"}, {parts[1] + "\x00", "m" + parts[0][1:] + prefixMark},
		{parts[2] + "\x00", "d" + parts[1][1:] + prefixMark}}
}

// days returns the rows whose day is in one of the stretches.
func (s selection) days(facet string, stretches []stretch) (*roaring.Bitmap, error) {
	all := roaring.New()
	for _, within := range stretches {
		set, err := s.union(facet, within.from, within.to)
		if err != nil {
			return nil, err
		}
		all.Or(set)
	}
	return all, nil
}

// ordinal returns the ordinals of a part of the wanted rows in the order that is asked for; nil is all
// rows.
func (s selection) part(q table.Query, wanted *roaring.Bitmap) ([]uint32, error) {
	total := int(s.register.Size)
	if wanted != nil {
		total = int(wanted.GetCardinality())
	}
	from := min(max(q.Offset, 0), total)
	to := total
	if q.Limit > 0 && q.Limit < total-from {
		to = from + q.Limit
	}
	if q.Sort != "" {
		return s.sorted(q, wanted, from, to)
	}
	found := make([]uint32, 0, to-from)
	if wanted == nil {
		for ordinal := from; ordinal < to; ordinal++ {
			found = append(found, uint32(ordinal))
		}
		return found, nil
	}
	if from == to {
		return nil, nil
	}
	start, err := wanted.Select(uint32(from))
	if err != nil {
		return nil, err
	}
	for it := wanted.Iterator(); it.HasNext() && len(found) < to-from; {
		if len(found) == 0 {
			it.AdvanceIfNeeded(start)
		}
		found = append(found, it.Next())
	}
	return found, nil
}
