package storage

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Facets of the sets of a register, beside those of [table.Facets].
const (
	facetWord  = "word"  // rows with a word
	facetID    = "id"    // rows in which the id of another record stands
	facetAbout = "about" // rows about records with ids from that value up to the next
	facetDated = "dated" // rows with a date
	facetFirst = "first" // rows whose first day is known, by year, month and day
	facetLast  = "last"  // rows whose last day is known, likewise
)

// rowSet is a set of rows to which rows are added in their order, the same perhaps several times.
// Most sets have very few rows, and for those no bitmap is kept.
type rowSet struct {
	next   uint32   // ordinal after the last
	recent []uint32 // ascending, not yet among the rest
	rest   *roaring.Bitmap
}

// mostRecent is how many rows a set has before they go into a bitmap.
const mostRecent = 256

func (s *rowSet) add(ordinal uint32) (added bool) {
	if ordinal < s.next {
		return false
	}
	if len(s.recent) == mostRecent {
		s.gather()
	}
	s.next, s.recent = ordinal+1, append(s.recent, ordinal)
	return true
}

func (s *rowSet) gather() {
	if s.rest == nil {
		s.rest = roaring.New()
	}
	s.rest.AddMany(s.recent)
	s.recent = s.recent[:0]
}

// bytes returns the set as the bytes of a bitmap.
func (s *rowSet) bytes() ([]byte, error) {
	if s.rest == nil {
		return bitmapOf(s.recent)
	}
	s.gather()
	s.rest.RunOptimize()
	return s.rest.ToBytes()
}

// indexer gathers, row by row, which rows have what in common and how each column orders them.
type indexer struct {
	table   table.Table
	sets    map[string]map[string]*rowSet // by facet and value
	orders  []*table.Order                // nil for columns that cannot be sorted by
	choices map[table.Facet][]table.Choice
	known   map[table.Facet]map[string]int // ordinals in choices
	words   map[string][]*rowSet           // of texts that came a short while ago
	days    map[datedBy][3]*rowSet         // of the parts of days
	about   []string                       // ids of the records that the rows are about
}

// newIndexer is for so many rows of a table.
func newIndexer(t table.Table, rows int) *indexer {
	p := &indexer{table: t, sets: map[string]map[string]*rowSet{}, orders: make([]*table.Order, len(t.Columns)),
		choices: map[table.Facet][]table.Choice{}, known: map[table.Facet]map[string]int{}, words: map[string][]*rowSet{}, days: map[datedBy][3]*rowSet{}}
	for i, c := range t.Columns {
		p.orders[i] = table.NewOrder(c, rows)
	}
	return p
}

// note adds the next row.
func (p *indexer) note(ordinal uint32, row table.Row) {
	for i, cell := range row.Cells {
		p.orders[i].Add(cell)
	}
	p.about = append(p.about, row.Ref.ID)
	p.table.FacetValues(row, func(f table.Facet, v table.Value) { p.noteFacet(ordinal, f, v) })
	row.Searched(
		func(text string) { p.noteWords(ordinal, text) },
		func(id string) {
			if id != row.Ref.ID { // found by noteAbout
				p.add(ordinal, facetID, id)
			}
		})
	if when, ok := p.table.When(row); ok {
		p.add(ordinal, facetDated, "")
		p.noteDay(ordinal, facetFirst)(when.Earliest())
		p.noteDay(ordinal, facetLast)(when.Latest())
	}
}

func (p *indexer) add(ordinal uint32, facet, value string) { p.set(facet, value).add(ordinal) }

func (p *indexer) set(facet, value string) *rowSet {
	return valueOf(p.of(facet), value, newRowSet)
}

// of returns the sets of a facet.
func (p *indexer) of(facet string) map[string]*rowSet {
	return valueOf(p.sets, facet, func() map[string]*rowSet { return map[string]*rowSet{} })
}

func newRowSet() *rowSet { return &rowSet{} }

// valueOf returns the value of a key, which is made if it is not there.
func valueOf[K comparable, V any](m map[K]V, key K, new func() V) V {
	v, ok := m[key]
	if !ok {
		v = new()
		m[key] = v
	}
	return v
}

func (p *indexer) noteFacet(ordinal uint32, f table.Facet, v table.Value) {
	known := valueOf(p.known, f, func() map[string]int { return map[string]int{} })
	i := valueOf(known, v.Text, func() int {
		p.choices[f] = append(p.choices[f], table.Choice{ID: v.Text, Label: v.Display()})
		return len(p.choices[f]) - 1
	})
	if p.set(string(f), v.Text).add(ordinal) {
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

func (p *indexer) noteWords(ordinal uint32, text string) {
	sets, ok := p.words[text]
	if !ok {
		known := p.of(facetWord)
		for word := range table.EachWord(text) {
			sets = append(sets, valueOf(known, word, newRowSet))
		}
		if len(text) <= shortText {
			if len(p.words) == keptTexts {
				clear(p.words)
			}
			p.words[text] = sets
		}
	}
	for _, set := range sets {
		set.add(ordinal)
	}
}

// datedBy is a first or a last day of rows.
type datedBy struct {
	facet string
	day   edtf.Day
}

// noteDay returns what notes a day by its year, its month and itself, if it is known.
func (p *indexer) noteDay(ordinal uint32, facet string) func(edtf.Day, edtf.Edge) {
	return func(day edtf.Day, edge edtf.Edge) {
		if edge != edtf.Known {
			return
		}
		sets := valueOf(p.days, datedBy{facet, day}, func() (sets [3]*rowSet) {
			for i, part := range dayParts(day) {
				sets[i] = p.set(facet, part)
			}
			return sets
		})
		for _, set := range sets {
			set.add(ordinal)
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
func (p *indexer) fields() []table.Field {
	fields := []table.Field{}
	for _, f := range table.Facets() {
		if choices := p.choices[f]; len(choices) > 0 {
			fields = append(fields, table.NewField(f, choices))
		}
	}
	return fields
}

// aboutRows is of how many rows a set of those about some records is: a search reads them all.
const aboutRows = 32

// noteAbout makes sets of the rows about records whose ids are near one another. All rows about one record are in one set.
func (p *indexer) noteAbout() {
	byID := make([]uint32, len(p.about))
	for i := range byID {
		byID[i] = uint32(i)
	}
	slices.SortStableFunc(byID, func(a, b uint32) int { return cmp.Compare(p.about[a], p.about[b]) })
	for from, to := 0, 0; from < len(byID); from = to {
		for to = min(from+aboutRows, len(byID)); to < len(byID) && p.about[byID[to]] == p.about[byID[to-1]]; {
			to++
		}
		value := p.about[byID[from]]
		slices.Sort(byID[from:to])
		for _, ordinal := range byID[from:to] {
			p.add(ordinal, facetAbout, value)
		}
	}
}

// finished is what an indexer comes to, as the database has it.
type finished struct {
	sets   []finishedSet // in the order of their keys, which is the fastest to write
	orders []finishedOrder
	fields string // as JSON
}

type finishedSet struct {
	facet       string
	value, next []byte // next is nil for the last of a facet
	ordinals    []byte
}

func (f finishedSet) sum(seed sum) sum {
	return seed.with(int64(len(f.next)), []byte(f.facet), f.value, f.next, f.ordinals)
}

// finishedOrder is the order of the rows by a column.
type finishedOrder struct {
	column   string
	starts   []byte
	ordinals []uint32
}

// finish ends the gathering, whose memory it takes.
func (p *indexer) finish() (f *finished, err error) {
	f = &finished{}
	p.noteAbout()
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
		f.orders = append(f.orders, finishedOrder{p.table.Columns[i].Name, starts, ordering.Ordinals})
		p.orders[i] = nil
	}
	fields, err := json.Marshal(p.fields())
	f.fields = string(fields)
	return f, err
}

// finishSets returns the sets of all facets. Each facet has one of the value "", so that every value has one before it.
func finishSets(sets map[string]map[string]*rowSet) (all []finishedSet, err error) {
	facets := []string{facetWord, facetID, facetAbout, facetDated, facetFirst, facetLast}
	for _, f := range table.Facets() {
		facets = append(facets, string(f))
	}
	slices.Sort(facets)
	for _, facet := range facets {
		of := valueOf(sets, facet, func() map[string]*rowSet { return map[string]*rowSet{} })
		valueOf(of, "", newRowSet)
		first := len(all)
		for _, value := range slices.Sorted(maps.Keys(of)) {
			data, err := of[value].bytes()
			if err != nil {
				return nil, err
			}
			all = append(all, finishedSet{facet: facet, value: []byte(value), ordinals: data})
		}
		for i := first + 1; i < len(all); i++ {
			all[i-1].next = all[i].value
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
