package soak

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// counts is what was seen.
type counts struct {
	mu      sync.Mutex
	n       map[string]int
	bad     []string // what must never be
	longest time.Duration
}

func newCounts() *counts { return &counts{n: map[string]int{}} }

func (c *counts) count(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[what]++
}

// wrong notes what must never be.
func (c *counts) wrong(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n["WRONG"]++
	c.bad = append(c.bad, fmt.Sprintf(format, args...))
}

func (c *counts) report(t *testing.T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var words []string
	for _, what := range slices.Sorted(maps.Keys(c.n)) {
		words = append(words, fmt.Sprintf("%s %d", what, c.n[what]))
	}
	t.Logf("%s; the longest answer took %v", strings.Join(words, ", "), c.longest.Round(time.Millisecond))
	for i, bad := range c.bad {
		if t.Error(bad); i == 20 {
			return
		}
	}
	if c.n["200"] == 0 || c.n["imported"] == 0 {
		t.Error("nothing was tried")
	}
}

// frozen is how long no answer may take, however much goes on.
const frozen = 30 * time.Second

// client keeps no connection, so that a server that was killed is asked anew.
var client = http.Client{Timeout: 2 * frozen, Transport: &http.Transport{DisableKeepAlives: true, DisableCompression: true}}

// ask asks for a path, reads the answer with a pause after each part, and compares it with what its release must give.
func (s *soak) ask(ctx context.Context, c *counts, path string, pause time.Duration) (sha string) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+s.address+path, nil)
	if err != nil {
		s.t.Error(err)
		return ""
	}
	req.Host = "soak.test"
	begun := time.Now()
	res, err := client.Do(req)
	if err != nil && ctx.Err() == nil {
		c.count("not reached")
		time.Sleep(50 * time.Millisecond) // the server begins again
	}
	if err != nil {
		return ""
	}
	defer res.Body.Close()
	first := time.Since(begun)
	c.mu.Lock()
	c.longest = max(c.longest, first)
	c.mu.Unlock()
	if first > frozen {
		c.wrong("%s: the answer began after %v", path, first)
	}
	body, err := io.ReadAll(slowly{res.Body, pause})
	if err != nil && ctx.Err() == nil {
		c.count("broken off")
	}
	if err != nil {
		return ""
	}
	c.count(fmt.Sprint(res.StatusCode))
	if res.StatusCode != http.StatusOK {
		s.refused(c, path, res.StatusCode, body)
		return ""
	}
	return s.compare(c, path, res, body)
}

// refused judges an answer that is none: what is allowed says why.
func (s *soak) refused(c *counts, path string, status int, body []byte) {
	switch status {
	case http.StatusServiceUnavailable, http.StatusConflict, http.StatusTooManyRequests:
	default:
		c.wrong("%s: status %d: %.200q", path, status, body)
	}
}

// compare compares a whole answer with what its release must give.
func (s *soak) compare(c *counts, path string, res *http.Response, body []byte) (sha string) {
	sha, ok := namedBy(res)
	if !ok {
		c.wrong("%s: the answer names no release: %v", path, res.Header)
		return ""
	}
	for _, r := range s.releases {
		if r.sha != sha {
			continue
		}
		if r.want[path] != sha256.Sum256(body) {
			c.wrong("%s: %d bytes that are not those of release %s: %.200q", path, len(body), sha, body)
		}
		return sha
	}
	c.wrong("%s: the answer names the release %s, which never was", path, sha)
	return sha
}

// slowly reads with a pause after each part.
type slowly struct {
	io.Reader
	pause time.Duration
}

// Read reads little at a time, if there is a pause.
func (s slowly) Read(p []byte) (int, error) {
	if s.pause > 0 {
		time.Sleep(s.pause)
		p = p[:min(len(p), 2000)]
	}
	return s.Reader.Read(p)
}
