package handlers

import (
	"context"
	"sync"
	"time"

	"pourparler/domain"
	"pourparler/views"
)

// siteCache keeps the dossiers that were read, each until its version changes. Each version is read once, and all who ask for
// it meanwhile wait for that.
type siteCache struct {
	library  Library
	versions *versions
	copied   bool
	wait     time.Duration
	mu       sync.Mutex
	sites    map[string]*cachedSite
	headings map[string]*cachedSite // sites of headings alone
}

// cachedSite is the site of a version of a dossier, once that was read.
type cachedSite struct {
	version string
	read    chan struct{} // closed when the site or the error is there
	site    *views.Site
	err     error
}

// readingWait is how long a request waits for another that reads the dossier. Who may wait no longer comes again.
const readingWait = 20 * time.Second

func newSiteCache(c Config, v *versions) *siteCache {
	s := &siteCache{library: c.Library, versions: v, copied: c.Copy != nil, wait: readingWait,
		sites: map[string]*cachedSite{}, headings: map[string]*cachedSite{}}
	if s.copied {
		s.wait = forever
	}
	return s
}

// site returns the site of a dossier as it is now.
func (s *siteCache) site(ctx context.Context, id string) (*views.Site, error) {
	return s.find(ctx, id, s.sites, s.library.Dossier)
}

// heading returns the site of a dossier's heading as it is now.
func (s *siteCache) heading(ctx context.Context, id string) (*views.Site, error) {
	return s.find(ctx, id, s.headings, s.library.Heading)
}

// find returns a site from the cache, or reads it anew, or waits for who does.
func (s *siteCache) find(ctx context.Context, id string, sites map[string]*cachedSite,
	read func(context.Context, string) (*domain.Dossier, error)) (*views.Site, error) {
	version, err := s.versions.of(ctx, id)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	k, ok := sites[id]
	if !ok || k.version != version {
		k, ok = &cachedSite{version: version, read: make(chan struct{})}, false
		sites[id] = k
	}
	s.mu.Unlock()
	if !ok {
		s.fill(k, func() (*domain.Dossier, error) { return read(context.WithoutCancel(ctx), id) }, // for all who wait
			func() { s.forget(sites, id, k) })
	}
	late := time.NewTimer(s.wait)
	defer late.Stop()
	select {
	case <-k.read:
		return k.site, k.err
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-late.C:
		return nil, busyError{domain.Errorf(domain.Unavailable, "this dossier is still being read: ask again in a few seconds")}
	}
}

// fill reads a site. What is no site is forgotten, and who waits for it gets an error, even where the reading panics.
func (s *siteCache) fill(k *cachedSite, read func() (*domain.Dossier, error), forget func()) {
	k.err = domain.Errorf(domain.Internal, "the dossier was not read to its end")
	defer func() {
		if k.err != nil {
			forget()
		}
		close(k.read)
	}()
	d, err := read()
	if err == nil {
		k.site = s.siteOf(d)
	}
	k.err = err
}

func (s *siteCache) forget(sites map[string]*cachedSite, id string, k *cachedSite) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if sites[id] == k {
		delete(sites, id)
	}
}

// ready reports whether the site of a dossier is there, so that nobody has to wait for it.
func (s *siteCache) ready(ctx context.Context, id string) bool {
	version, err := s.versions.of(ctx, id)
	s.mu.Lock()
	k, ok := s.sites[id]
	s.mu.Unlock()
	if err != nil || !ok || k.version != version {
		return false
	}
	select {
	case <-k.read:
		return true
	default:
		return false
	}
}

// siteOf returns the site of a dossier, which in a copy has no forms.
func (s *siteCache) siteOf(d *domain.Dossier) *views.Site {
	site := views.NewSite(domain.NewIndex(d))
	if s.copied {
		return site.InCopy()
	}
	return site
}
