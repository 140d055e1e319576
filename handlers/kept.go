package handlers

import (
	"crypto/rand"
	"net/http"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"
)

// keptBytes is how much of rendered pages is kept; past it all are dropped and keeping begins anew.
const keptBytes = 64 << 20

// bodies are rendered pages by address and version of the dossier. Their tags hold for one run of the program only,
// because another may lay pages out otherwise.
type bodies struct {
	run   string
	mu    sync.Mutex
	pages map[string][]byte
	size  int
}

func newBodies() *bodies { return &bodies{run: rand.Text(), pages: map[string][]byte{}} }

func (b *bodies) get(key string) ([]byte, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	body, ok := b.pages[key]
	return body, ok
}

func (b *bodies) put(key string, body []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.size+len(body) > keptBytes {
		clear(b.pages)
		b.size = 0
	}
	b.size += len(body) - len(b.pages[key])
	b.pages[key] = body
}

// keptKey is under which a request remembers where its page is to be kept.
const keptKey = "kept"

// kept answers a page of a dossier that has not changed: with 304 if the client has it, else with the body rendered
// before. A page is rendered once for each address and version.
func (s *server) kept(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		version, err := s.library.Version(c.Request().Context(), c.Param("dossier"))
		if err != nil {
			return err
		}
		tag := `"` + version + "-" + s.bodies.run + `"`
		c.Response().Header().Set("ETag", tag)
		c.Response().Header().Set("Cache-Control", "no-cache")
		if strings.Contains(c.Request().Header.Get("If-None-Match"), tag) {
			return c.NoContent(http.StatusNotModified)
		}
		key := version + " " + c.Request().URL.RequestURI()
		if body, ok := s.bodies.get(key); ok {
			return c.HTMLBlob(http.StatusOK, body)
		}
		c.Set(keptKey, key)
		return next(c)
	}
}
