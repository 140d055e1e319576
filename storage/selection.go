package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	"gorm.io/gorm"

	"pourparler/domain/compare"
	"pourparler/domain/edtf"
)

// selection finds the rows of a register that a filter wants, by sets that were made with the
// register: what it costs grows with the number of filters and hardly with that of rows.
type selection struct {
	tx       *gorm.DB
	engine   engine
	register register
}

// rows returns the places of the rows wanted, or nil for all of them.
func (s selection) rows(f compare.Filter) (wanted *roaring.Bitmap, err error) {
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
	for facet, id := range map[compare.Facet]string{compare.FacetTrack: f.Track, compare.FacetParty: f.Party,
		compare.FacetDocument: f.Document, compare.FacetStance: f.Stance} {
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
	return s.union("facet = ? AND value = ?", facet, []byte(value))
}

// union returns the rows of all sets that meet a condition.
func (s selection) union(where string, args ...any) (*roaring.Bitmap, error) {
	rows, err := s.tx.Raw("SELECT places FROM register_sets WHERE register = ? AND "+where,
		append([]any{s.register.ID}, args...)...).Rows()
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
// together an id.
func (s selection) text(looked string) (*roaring.Bitmap, error) {
	named, err := s.named(looked)
	if err != nil {
		return nil, err
	}
	words := compare.Words(looked)
	if len(words) == 0 { // signs alone are in every row
		all := roaring.New()
		all.AddRange(0, uint64(s.register.Size))
		return all, nil
	}
	var found *roaring.Bitmap
	for _, word := range words {
		set, err := s.union("facet = ? AND value >= ? AND value < ?", facetWord, []byte(word), []byte(word+prefixMark))
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
	var keys []int64
	err = s.tx.Raw("SELECT id FROM register_rows WHERE ref = ? AND id >= ? AND id < ?", id,
		s.register.ID, s.register.ID+s.register.Size).Scan(&keys).Error
	for _, key := range keys {
		set.Add(uint32(key - s.register.ID))
	}
	return set, err
}

// between returns the rows with a date that may lie between two dates; a zero date sets no limit.
func (s selection) between(from, to edtf.Date) (*roaring.Bitmap, error) {
	dated, err := s.set(facetDated, "")
	if err != nil {
		return nil, err
	}
	if first, edge := from.Earliest(); edge == edtf.Known && !from.IsZero() {
		before, err := s.days(facetLast, first, "<")
		if err != nil {
			return nil, err
		}
		dated.AndNot(before)
	}
	if last, edge := to.Latest(); edge == edtf.Known && !to.IsZero() {
		after, err := s.days(facetFirst, last, ">")
		if err != nil {
			return nil, err
		}
		dated.AndNot(after)
	}
	return dated, nil
}

// days returns the rows whose day lies on one side of a day: that of other years by year, that of
// other months of its year by month, and that of other days of its month by day.
func (s selection) days(facet string, day edtf.Day, side string) (*roaring.Bitmap, error) {
	parts := dayParts(day)
	within := [3][2]string{{"y", "z"}, {"m" + parts[0][1:], "m" + parts[0][1:] + prefixMark},
		{"d" + parts[1][1:], "d" + parts[1][1:] + prefixMark}}
	all := roaring.New()
	for i, part := range parts {
		set, err := s.union("facet = ? AND value >= ? AND value < ? AND value "+side+" ?", facet,
			[]byte(within[i][0]), []byte(within[i][1]), []byte(part))
		if err != nil {
			return nil, err
		}
		all.Or(set)
	}
	return all, nil
}

// place returns the places of a part of the wanted rows in the order that is asked for; nil is all
// rows.
func (s selection) part(q compare.Query, wanted *roaring.Bitmap) ([]uint32, error) {
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
		for place := from; place < to; place++ {
			found = append(found, uint32(place))
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

// scalar reads one value, or nothing if there is no row.
func scalar[T any](tx *gorm.DB, query string, args ...any) (value T, err error) {
	err = tx.Raw(query, args...).Row().Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return value, err
}
