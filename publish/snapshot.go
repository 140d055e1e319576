package publish

import (
	"context"
	"sync"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// Source is where dossiers are read from.
type Source interface {
	// IDs returns the ids of all dossiers in order.
	IDs(ctx context.Context) ([]string, error)
	// Dossier returns a dossier whole, or an error of kind NotFound.
	Dossier(ctx context.Context, id string) (*domain.Dossier, error)
}

// Snapshot is dossiers as they were at one moment. A site that reads them from it is of one version from its first page
// to its last, whatever is edited meanwhile. It is safe for use by several goroutines.
type Snapshot struct {
	ids     []string
	indexes map[string]*domain.Index

	mu     sync.Mutex
	tables map[string]table.Table // registers, by dossier and name; asked for again and again
}

// NewSnapshot reads the dossiers of the given ids, or all of a source if there is none.
func NewSnapshot(ctx context.Context, from Source, ids ...string) (*Snapshot, error) {
	if len(ids) == 0 {
		var err error
		if ids, err = from.IDs(ctx); err != nil {
			return nil, err
		}
	}
	s := &Snapshot{ids: ids, indexes: map[string]*domain.Index{}, tables: map[string]table.Table{}}
	for _, id := range ids {
		d, err := from.Dossier(ctx, id)
		if err != nil {
			return nil, err
		}
		s.indexes[id] = domain.NewIndex(d)
	}
	return s, nil
}

// Indexes returns the dossiers in the order of their ids.
func (s *Snapshot) Indexes() []*domain.Index {
	all := make([]*domain.Index, len(s.ids))
	for i, id := range s.ids {
		all[i] = s.indexes[id]
	}
	return all
}

// IDs returns the ids in order.
func (s *Snapshot) IDs(context.Context) ([]string, error) { return s.ids, nil }

// Dossier returns a dossier whole, or an error of kind NotFound.
func (s *Snapshot) Dossier(_ context.Context, id string) (*domain.Dossier, error) {
	ix, err := s.index(id)
	if err != nil {
		return nil, err
	}
	return ix.Dossier, nil
}

// Heading returns a dossier with what it says of itself, or an error of kind NotFound.
func (s *Snapshot) Heading(ctx context.Context, id string) (*domain.Dossier, error) {
	return s.Dossier(ctx, id)
}

// Version returns the same word for as long as the snapshot lives, or an error of kind NotFound.
func (s *Snapshot) Version(_ context.Context, id string) (string, error) {
	_, err := s.index(id)
	return "snapshot", err
}

// Listing returns a part of a register of a dossier.
func (s *Snapshot) Listing(_ context.Context, id, register string, q table.Query) (table.Listing, error) {
	t, err := s.table(id, register)
	if err != nil {
		return table.Listing{}, err
	}
	return t.Pick(q)
}

// table returns a register with all its rows.
func (s *Snapshot) table(id, register string) (table.Table, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t, ok := s.tables[id+"/"+register]; ok {
		return t, nil
	}
	ix, err := s.index(id)
	if err != nil {
		return table.Table{}, err
	}
	found, err := compare.Find(ix, register)
	if err != nil {
		return table.Table{}, err
	}
	s.tables[id+"/"+register] = found.Whole()
	return s.tables[id+"/"+register], nil
}

// Stream returns the rows of a register that a query wants.
func (s *Snapshot) Stream(ctx context.Context, id, register string, q table.Query) (table.Stream, error) {
	l, err := s.Listing(ctx, id, register, q)
	return l.Stream(), err
}

func (s *Snapshot) index(id string) (*domain.Index, error) {
	if ix, ok := s.indexes[id]; ok {
		return ix, nil
	}
	return nil, domain.Errorf(domain.NotFound, "no dossier %q: see the first page for those that exist", id)
}
