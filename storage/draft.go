package storage

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"pourparler/domain"
	"pourparler/domain/form"
)

// draft is a dossier as the database is to have it.
type draft struct {
	id      string
	number  string // of the release, as the dossier has it
	records []recordRow
	sha256  string
	torn    bool                 // references may lead nowhere
	links   func() []linkBetween // in the order of their keys, each once; waits for them
}

// linkBetween is a link between two records, by their ordinals among those of the draft.
type linkBetween struct {
	to, from  int32
	paragraph int
	field     string
}

// newDraft returns the records of a dossier. The error is of kind [domain.Invalid] and names an id that is used twice or
// a reference to nothing, unless it is torn.
func newDraft(d *domain.Dossier, torn bool) (*draft, error) {
	n := &draft{id: d.ID, number: d.Release, torn: torn}
	pointers, err := n.write(d)
	if err != nil {
		return nil, err
	}
	known, err := n.ordinals()
	if err != nil {
		return nil, err
	}
	var links []linkBetween
	for from := range pointers {
		for _, link := range pointers[from] {
			if links, err = n.link(links, known, int32(from), link); err != nil {
				return nil, err
			}
		}
	}
	n.links = soon(func() []linkBetween { return n.sorted(links) })
	n.sha256 = n.sum()
	return n, nil
}

// soon begins to make a value, and returns what waits for it.
func soon[T any](value func() T) func() T {
	made := make(chan T, 1)
	go func() { made <- value() }()
	return sync.OnceValue(func() T { return <-made })
}

// portion is some records on their way to rows.
type portion struct {
	records []form.Record
	rows    []recordRow
	links   [][]form.Link // of each record
	err     error
}

const portionLen = 256

// write makes the bodies of all records on all processors, and returns the links of each.
func (n *draft) write(d *domain.Dossier) (links [][]form.Link, err error) {
	var all []*portion
	var working sync.WaitGroup
	work := make(chan *portion)
	for range runtime.GOMAXPROCS(0) {
		working.Go(func() {
			for p := range work {
				p.write(d.ID)
			}
		})
	}
	next := &portion{}
	hand := func() {
		all = append(all, next)
		work <- next
		next = &portion{}
	}
	for r := range form.RecordsOf(d) {
		if next.records = append(next.records, r); len(next.records) == portionLen {
			hand()
		}
	}
	hand()
	close(work)
	working.Wait()
	for _, p := range all {
		n.records, links, err = append(n.records, p.rows...), append(links, p.links...), errors.Join(err, p.err)
	}
	return links, err
}

func (p *portion) write(dossier string) {
	for _, r := range p.records {
		body, err := r.Body()
		if err != nil {
			p.err = fmt.Errorf("%s %q: %w", r.Section, r.ID, err)
		}
		row := recordRow{Dossier: dossier, Section: r.Section, ID: r.ID, Body: string(body)}
		row.hash = recordHash(row.Section, row.ID, row.Body)
		p.rows = append(p.rows, row)
		p.links = append(p.links, r.Links())
	}
	p.records = nil
}

// sorted returns links in the order of their keys, in which they are written the fastest, each once.
func (n *draft) sorted(links []linkBetween) []linkBetween {
	byKey := make([]int32, len(n.records))
	for i := range byKey {
		byKey[i] = int32(i)
	}
	slices.SortFunc(byKey, func(a, b int32) int {
		x, y := &n.records[a], &n.records[b]
		return cmp.Or(cmp.Compare(x.Section, y.Section), cmp.Compare(x.ID, y.ID))
	})
	rank := make([]int32, len(byKey))
	for i, record := range byKey {
		rank[record] = int32(i)
	}
	slices.SortFunc(links, func(a, b linkBetween) int {
		return cmp.Or(cmp.Compare(rank[a.to], rank[b.to]), cmp.Compare(a.paragraph, b.paragraph),
			cmp.Compare(rank[a.from], rank[b.from]), cmp.Compare(a.field, b.field))
	})
	return slices.Compact(links)
}

// ordinals returns where each record is, by section and id.
func (n *draft) ordinals() (map[domain.Section]map[string]int32, error) {
	known := map[domain.Section]map[string]int32{}
	for i, r := range n.records {
		if known[r.Section] == nil {
			known[r.Section] = map[string]int32{}
		}
		if _, twice := known[r.Section][r.ID]; twice {
			return nil, domain.Errorf(domain.Invalid, "two records in %s have the id %q: give one of them another", r.Section, r.ID)
		}
		known[r.Section][r.ID] = int32(i)
	}
	return known, nil
}

// link adds a link from a record.
func (n *draft) link(links []linkBetween, known map[domain.Section]map[string]int32, from int32, link form.Link) ([]linkBetween, error) {
	found := false
	for _, section := range link.To {
		if to, ok := known[section][link.ID]; ok {
			links, found = append(links, linkBetween{to, from, link.Paragraph, link.Field}), true
		}
	}
	if !found && !n.torn {
		return nil, dangling(n.records[from], link)
	}
	return links, nil
}

// dangling is the error for a reference of a record to nothing.
func dangling(from recordRow, link form.Link) error {
	where := string(link.To[0])
	for i, section := range link.To[1:] {
		where += map[bool]string{true: " or ", false: ", "}[i == len(link.To)-2] + string(section)
	}
	return domain.Errorf(domain.Invalid, "%s %q: %s %q is not the id of any record in %s: add that record or correct the reference",
		from.Section, from.ID, link.Field, link.ID, where)
}

// sum returns the SHA-256 of all records in their order.
func (n *draft) sum() string {
	h := sha256.New()
	for i := range n.records {
		writeRecord(h, n.records[i].Section, n.records[i].ID, n.records[i].Body)
	}
	return hex.EncodeToString(h.Sum(nil))
}
