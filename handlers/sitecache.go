package handlers

import (
	"context"
	"sync"

	"pourparler/domain"
	"pourparler/views"
)

// siteCache keeps the dossiers that were read, each until its version changes.
type siteCache struct {
	library  Library
	versions *versions
	copied   bool
	mu       sync.Mutex
	sites    map[string]cachedSite
	headings map[string]cachedSite // sites of headings alone
}

type cachedSite struct {
	version string
	site    *views.Site
}

func newSiteCache(c Config, v *versions) *siteCache {
	return &siteCache{library: c.Library, versions: v, copied: c.Copy != nil, sites: map[string]cachedSite{}, headings: map[string]cachedSite{}}
}

// site returns the site of a dossier as it is now.
func (s *siteCache) site(ctx context.Context, id string) (*views.Site, error) {
	return s.find(ctx, id, s.sites, s.library.Dossier)
}

// heading returns the site of a dossier's heading as it is now.
func (s *siteCache) heading(ctx context.Context, id string) (*views.Site, error) {
	return s.find(ctx, id, s.headings, s.library.Heading)
}

// find returns a site from the cache, or reads it anew.
func (s *siteCache) find(ctx context.Context, id string, sites map[string]cachedSite,
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
	sites[id] = cachedSite{version, site}
	s.mu.Unlock()
	return site, nil
}

// siteOf returns the site of a dossier, which in a copy has no forms.
func (s *siteCache) siteOf(d *domain.Dossier) *views.Site {
	site := views.NewSite(domain.NewIndex(d))
	if s.copied {
		return site.InCopy()
	}
	return site
}
