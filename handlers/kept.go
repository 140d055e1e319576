package handlers

import (
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"
)

// keptBytes is how much of rendered bodies is kept, in two generations: when the younger has its half, the older is
// dropped and it takes its place. One body that alone would be a tenth of it is not kept.
const keptBytes = 48 << 20

// bodies are rendered answers by address and version of the dossier. Their tags hold for one run of the program only,
// because another may lay pages out otherwise.
type bodies struct {
	run  string
	mu   sync.RWMutex
	kept map[string]*keptBody // the younger generation
	old  map[string]*keptBody
	size int // of the younger

	begin func() // called before the first is kept
	begun sync.Once
}

// keptBody is an answer as it was rendered, and compressed once it was asked for again.
type keptBody struct {
	mediaType string
	link      string // header of the answer
	plain     []byte
	once      sync.Once
	packed    []byte
}

func newBodies(begin func()) *bodies {
	if begin == nil {
		begin = func() {}
	}
	return &bodies{run: rand.Text(), kept: map[string]*keptBody{}, begin: begin}
}

func (b *bodies) get(key string) (*keptBody, bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	body, ok := b.kept[key]
	if !ok {
		body, ok = b.old[key]
	}
	return body, ok
}

func (b *bodies) put(key string, body *keptBody) {
	// Compressed it takes about a fifth of its room again.
	size := len(key) + len(body.plain) + len(body.plain)/5
	if size > keptBytes/10 {
		return
	}
	b.begun.Do(b.begin)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.size+size > keptBytes/2 {
		b.old, b.kept, b.size = b.kept, map[string]*keptBody{}, 0
	}
	b.size += size
	b.kept[key] = body
}

// compressed returns the body in gzip, made at the first call.
func (k *keptBody) compressed() []byte {
	k.once.Do(func() {
		var buf bytes.Buffer
		w := gzip.NewWriter(&buf)
		w.Write(k.plain) // a buffer takes everything
		w.Close()
		k.packed = buf.Bytes()
	})
	return k.packed
}

// keptKey is under which a request remembers where its body is to be kept.
const keptKey = "kept"

// kept answers what a dossier that has not changed was asked before: with 304 if the client has it, else with the body
// rendered then. Every body is rendered once for each address and version, and compressed once. Neither asks the
// library anything but the version, and that only once a moment.
func (s *server) kept(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		version, err := s.versions.of(c.Request().Context(), c.Param("dossier"))
		if err != nil {
			return err
		}
		tag := `"` + version + "-" + s.bodies.run
		h := c.Response().Header()
		h.Set("ETag", tag+`"`)
		h.Set("Cache-Control", "no-cache")
		if strings.Contains(c.Request().Header.Get("If-None-Match"), tag) {
			return c.NoContent(http.StatusNotModified)
		}
		// A page may name the address at which it was asked for.
		key := version + " " + c.Scheme() + "://" + c.Request().Host + c.Request().URL.RequestURI()
		if body, ok := s.bodies.get(key); ok {
			return body.send(c, tag)
		}
		c.Set(keptKey, key)
		return next(c)
	}
}

// send answers with a kept body, compressed if the client takes that.
func (k *keptBody) send(c echo.Context, tag string) error {
	h := c.Response().Header()
	h.Set("Vary", "Accept-Encoding")
	if k.link != "" {
		h.Set("Link", k.link)
	}
	if !strings.Contains(c.Request().Header.Get("Accept-Encoding"), "gzip") {
		return whole(c, k.mediaType, k.plain)
	}
	h.Set("Content-Encoding", "gzip")
	h.Set("ETag", tag+`-gzip"`) // other bytes, another tag
	return whole(c, k.mediaType, k.compressed())
}

// whole answers with a body of known length, so that it need not be sent in chunks.
func whole(c echo.Context, mediaType string, body []byte) error {
	c.Response().Header().Set(echo.HeaderContentLength, strconv.Itoa(len(body)))
	return c.Blob(http.StatusOK, mediaType, body)
}

// body answers with a body that was rendered whole, and keeps it for the next who asks.
func (s *server) body(c echo.Context, mediaType string, body []byte) error {
	if key, ok := c.Get(keptKey).(string); ok {
		s.bodies.put(key, &keptBody{mediaType: mediaType, link: c.Response().Header().Get("Link"), plain: body})
		c.Response().Header().Set("Vary", "Accept-Encoding")
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return whole(c, mediaType, body)
}
