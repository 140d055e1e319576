package handlers

import (
	"context"
	"sync"

	"pourparler/domain"
	"pourparler/views"
)

// shelf keeps the dossiers that were read, each until its version changes.
type shelf struct {
	library  Library
	versions *versions
	copied   bool
	mu       sync.Mutex
	sites    map[string]kept
	headings map[string]kept // sites of headings alone
}

type kept struct {
	version string
	site    *views.Site
}

func newShelf(c Config, v *versions) *shelf {
	return &shelf{library: c.Library, versions: v, copied: c.Copy != nil, sites: map[string]kept{}, headings: map[string]kept{}}
}

// site returns the site of a dossier as it is now.
func (s *shelf) site(ctx context.Context, id string) (*views.Site, error) {
	return s.find(ctx, id, s.sites, s.library.Dossier)
}

// heading returns the site of a dossier's heading as it is now.
func (s *shelf) heading(ctx context.Context, id string) (*views.Site, error) {
	return s.find(ctx, id, s.headings, s.library.Heading)
}

// find returns a site from those kept, or reads it anew.
func (s *shelf) find(ctx context.Context, id string, sites map[string]kept,
	read func(context.Context, string) (*domain.Dossier, error)) (*views.Site, error) {
	version, err := s.versions.of(ctx, id)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	k, ok := sites[id]
	s.mu.Unlock()
	if ok && k.version == version {
		return k.site, nil
	}
	d, err := read(ctx, id)
	if err != nil {
		return nil, err
	}
	site := s.siteOf(d)
	s.mu.Lock()
	sites[id] = kept{version, site}
	s.mu.Unlock()
	return site, nil
}

// siteOf returns the site of a dossier, which in a copy has no forms.
func (s *shelf) siteOf(d *domain.Dossier) *views.Site {
	site := views.NewSite(domain.NewIndex(d))
	if s.copied {
		return site.InCopy()
	}
	return site
}
