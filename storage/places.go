package storage

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"pourparler/domain/compare"
	"pourparler/domain/edtf"
)

// Facets of the sets of a register, beside those of [compare.Facets].
const (
	facetWord  = "word"  // rows with a word
	facetID    = "id"    // rows in which the id of another record stands
	facetDated = "dated" // rows with a date
	facetFirst = "first" // rows whose first day is known, by year, month and day
	facetLast  = "last"  // rows whose last day is known, likewise
)

// placeSet is a set of rows to which rows are added in their order, the same perhaps several times.
// Most sets have very few rows, and for those no bitmap is kept.
type placeSet struct {
	next   uint32   // place after the last
	recent []uint32 // ascending, not yet among the rest
	rest   *roaring.Bitmap
}

// mostRecent is how many rows a set has before they go into a bitmap.
const mostRecent = 256

func (s *placeSet) add(place uint32) (added bool) {
	if place < s.next {
		return false
	}
	if len(s.recent) == mostRecent {
		s.gather()
	}
	s.next, s.recent = place+1, append(s.recent, place)
	return true
}

func (s *placeSet) gather() {
	if s.rest == nil {
		s.rest = roaring.New()
	}
	s.rest.AddMany(s.recent)
	s.recent = s.recent[:0]
}

// bytes returns the set as the bytes of a bitmap.
func (s *placeSet) bytes() ([]byte, error) {
	if s.rest == nil {
		return bitmapOf(s.recent)
	}
	s.gather()
	s.rest.RunOptimize()
	return s.rest.ToBytes()
}

// places gathers, row by row, which rows have what in common and how each column orders them.
type places struct {
	table   compare.Table
	sets    map[string]map[string]*placeSet // by facet and value
	orders  []*compare.Order                // nil for columns that cannot be sorted by
	choices map[compare.Facet][]compare.Choice
	known   map[compare.Facet]map[string]int // places in choices
	words   map[string][]*placeSet           // of texts that came a short while ago
	days    map[datedBy][3]*placeSet         // of the parts of days
}

// newPlaces is for so many rows of a table.
func newPlaces(t compare.Table, rows int) *places {
	p := &places{table: t, sets: map[string]map[string]*placeSet{}, orders: make([]*compare.Order, len(t.Columns)),
		choices: map[compare.Facet][]compare.Choice{}, known: map[compare.Facet]map[string]int{}, words: map[string][]*placeSet{}, days: map[datedBy][3]*placeSet{}}
	for i, c := range t.Columns {
		p.orders[i] = compare.NewOrder(c, rows)
	}
	return p
}

// note adds the next row.
func (p *places) note(place uint32, row compare.Row) {
	for i, cell := range row.Cells {
		p.orders[i].Add(cell)
	}
	p.table.FacetValues(row, func(f compare.Facet, v compare.Value) { p.noteFacet(place, f, v) })
	row.Searched(
		func(text string) { p.noteWords(place, text) },
		func(id string) {
			if id != row.Ref.ID { // found by register_rows.ref
				p.add(place, facetID, id)
			}
		})
	if when, ok := p.table.When(row); ok {
		p.add(place, facetDated, "")
		p.noteDay(place, facetFirst)(when.Earliest())
		p.noteDay(place, facetLast)(when.Latest())
	}
}

func (p *places) add(place uint32, facet, value string) { p.set(facet, value).add(place) }

func (p *places) set(facet, value string) *placeSet {
	return valueOf(p.of(facet), value, newPlaceSet)
}

// of returns the sets of a facet.
func (p *places) of(facet string) map[string]*placeSet {
	return valueOf(p.sets, facet, func() map[string]*placeSet { return map[string]*placeSet{} })
}

func newPlaceSet() *placeSet { return &placeSet{} }

// valueOf returns the value of a key, which is made if it is not there.
func valueOf[K comparable, V any](m map[K]V, key K, new func() V) V {
	v, ok := m[key]
	if !ok {
		v = new()
		m[key] = v
	}
	return v
}

func (p *places) noteFacet(place uint32, f compare.Facet, v compare.Value) {
	known := valueOf(p.known, f, func() map[string]int { return map[string]int{} })
	i := valueOf(known, v.Text, func() int {
		p.choices[f] = append(p.choices[f], compare.Choice{ID: v.Text, Label: v.Display()})
		return len(p.choices[f]) - 1
	})
	if p.set(string(f), v.Text).add(place) {
		p.choices[f][i].Rows++
	}
}

// Texts no longer than this many bytes are likely to come again soon, and so many of them are kept at a
// time: few enough to be found fast.
const (
	shortText  = 80
	keptTexts  = 2_000
	prefixMark = "\xff" // above every byte of UTF-8
)

func (p *places) noteWords(place uint32, text string) {
	sets, ok := p.words[text]
	if !ok {
		known := p.of(facetWord)
		for word := range compare.EachWord(text) {
			sets = append(sets, valueOf(known, word, newPlaceSet))
		}
		if len(text) <= shortText {
			if len(p.words) == keptTexts {
				clear(p.words)
			}
			p.words[text] = sets
		}
	}
	for _, set := range sets {
		set.add(place)
	}
}

// datedBy is a first or a last day of rows.
type datedBy struct {
	facet string
	day   edtf.Day
}

// noteDay returns what notes a day by its year, its month and itself, if it is known.
func (p *places) noteDay(place uint32, facet string) func(edtf.Day, edtf.Edge) {
	return func(day edtf.Day, edge edtf.Edge) {
		if edge != edtf.Known {
			return
		}
		sets := valueOf(p.days, datedBy{facet, day}, func() (sets [3]*placeSet) {
			for i, part := range dayParts(day) {
				sets[i] = p.set(facet, part)
			}
			return sets
		})
		for _, set := range sets {
			set.add(place)
		}
	}
}

// Years are written as six digits from the year -100 000, so that they compare as text; those beyond
// are taken for the nearest.
const (
	yearShift = 100_000
	lastYear  = 999_999
)

// dayParts are the year, the month and the day, each beginning with a letter that keeps them apart.
func dayParts(d edtf.Day) [3]string {
	year := min(max(d.Year()+yearShift, 0), lastYear)
	return [3]string{fmt.Sprintf("y%06d", year), fmt.Sprintf("m%06d-%02d", year, d.Month()),
		fmt.Sprintf("d%06d-%02d-%02d", year, d.Month(), d.DayOfMonth())}
}

// fields are what the register can be filtered by.
func (p *places) fields() []compare.Field {
	fields := []compare.Field{}
	for _, f := range compare.Facets() {
		if choices := p.choices[f]; len(choices) > 0 {
			fields = append(fields, compare.NewField(f, choices))
		}
	}
	return fields
}

// finished is what places come to, as the database has it.
type finished struct {
	sets   []finishedSet // in the order of their keys, which is the fastest to write
	orders []finishedOrder
	fields string // as JSON
}

type finishedSet struct {
	facet, value string
	places       []byte
}

// finishedOrder is the order of the rows by a column.
type finishedOrder struct {
	column string
	starts []byte
	places []uint32
}

// finish ends the gathering, whose memory it takes.
func (p *places) finish() (f *finished, err error) {
	f = &finished{}
	if f.sets, err = finishSets(p.sets); err != nil {
		return nil, err
	}
	for i, order := range p.orders {
		if order == nil {
			continue
		}
		ordering := order.Ordering()
		starts, err := bitmapOf(ordering.Starts)
		if err != nil {
			return nil, err
		}
		f.orders = append(f.orders, finishedOrder{p.table.Columns[i].Name, starts, ordering.Places})
		p.orders[i] = nil
	}
	fields, err := json.Marshal(p.fields())
	f.fields = string(fields)
	return f, err
}

func finishSets(sets map[string]map[string]*placeSet) (all []finishedSet, err error) {
	for _, facet := range slices.Sorted(maps.Keys(sets)) {
		for _, value := range slices.Sorted(maps.Keys(sets[facet])) {
			data, err := sets[facet][value].bytes()
			if err != nil {
				return nil, err
			}
			all = append(all, finishedSet{facet, value, data})
		}
	}
	return all, nil
}

// bitmapOf returns ascending numbers as the bytes of a bitmap.
func bitmapOf(numbers []uint32) ([]byte, error) {
	set := roaring.BitmapOf(numbers...)
	set.RunOptimize()
	return set.ToBytes()
}
