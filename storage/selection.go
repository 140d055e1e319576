package storage

import (
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
	return s.union(aSet, facet, []byte(value))
}

// union returns the rows of all sets that a query finds.
func (s selection) union(q query, values ...any) (*roaring.Bitmap, error) {
	rows, err := s.store.ask(s.tx, q, append([]any{s.register.ID}, values...)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var sets []*roaring.Bitmap
	for rows.Next() {
		var data []byte
		if err := rows.Scan(&data); err != nil {
			return nil, err
		}
		set, err := bitmap(data)
		if err != nil {
			return nil, err
		}
		sets = append(sets, set)
	}
	if len(sets) == 1 {
		return sets[0], rows.Err()
	}
	return roaring.FastOr(sets...), rows.Err()
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
		set, err := s.union(manySets, facetWord, []byte(word), []byte(word+prefixMark))
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
	rows, err := s.store.ask(s.tx, rowsAbout, id, s.register.ID, s.register.ID+s.register.Size)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return nil, err
		}
		set.Add(uint32(key - s.register.ID))
	}
	return set, rows.Err()
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
		set, err := s.union(manySets, facet, []byte(within.from), []byte(within.to))
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
