package handlers

import (
	"cmp"
	"crypto/rand"
	"errors"
	"hash/fnv"
	"net/http"
	"strconv"
	"sync"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
)

// cacheBytes is how much of rendered bodies is kept, in two generations: when the younger has its half, the older is
// dropped and it takes its place. One body that alone would be a tenth of it is not kept.
const cacheBytes = 48 << 20

// bodyCache has rendered answers by address and version of the dossier. Their tags hold for one run of the program only,
// because another may lay pages out otherwise.
type bodyCache struct {
	run  string
	mu   sync.RWMutex
	kept map[string]*cachedBody // the younger generation
	old  map[string]*cachedBody
	size int // of the younger

	begin func() // called before the first is kept
	begun sync.Once
}

// cachedBody is an answer as it was rendered, and compressed once somebody takes that.
type cachedBody struct {
	mediaType string
	link      string // header of the answer
	plain     []byte
	packed    [len(codings)]struct {
		once sync.Once
		body []byte
	}
}

func newBodyCache(begin func()) *bodyCache {
	if begin == nil {
		begin = func() {}
	}
	return &bodyCache{run: rand.Text(), kept: map[string]*cachedBody{}, begin: begin}
}

// tag is that of an answer in no coding. It is of one address, so that only who had an answer from there is told that it
// is still the same: what is not there has none.
func (b *bodyCache) tag(version, key string) string {
	h := fnv.New64a()
	h.Write([]byte(key))
	return `"` + version + "-" + b.run + "-" + strconv.FormatUint(h.Sum64(), 36) + `"`
}

func (b *bodyCache) get(key string) (*cachedBody, bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	body, ok := b.kept[key]
	if !ok {
		body, ok = b.old[key]
	}
	return body, ok
}

func (b *bodyCache) put(key string, body *cachedBody) {
	// Compressed it takes about a fifth of its room again.
	size := len(key) + len(body.plain) + len(body.plain)/5
	if size > cacheBytes/10 {
		return
	}
	b.begun.Do(b.begin)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.size+size > cacheBytes/2 {
		b.old, b.kept, b.size = b.kept, map[string]*cachedBody{}, 0
	}
	b.size += size
	b.kept[key] = body
}

// in returns the body in a coding, made at the first call.
func (k *cachedBody) in(as coding, p *compressors) []byte {
	if as == identity {
		return k.plain
	}
	packed := &k.packed[as]
	packed.once.Do(func() { packed.body = p.whole(k.plain, as) })
	return packed.body
}

// What a request remembers: where its body is to be kept, and the version of the dossier that it is answered from.
const (
	cacheKey   = "cache"
	versionKey = "version"
)

// cached answers what a dossier that has not changed was asked before: with 304 if the client has it, else with the body
// rendered then. Every body is rendered once for each address and version, and compressed once in a coding. Neither asks the
// library anything but the version, and that only once a moment. An answer for which another version came while it was made
// is made anew.
func (s *server) cached(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		for try := 1; ; try++ {
			err := s.cachedOf(c, next)
			if err != nil && !c.Response().Committed {
				err = cmp.Or(s.steady(c), err)
			}
			if moved := (movedError{}); !errors.As(err, &moved) || try == mostTries {
				return err
			}
			s.versions.forget(c.Param("dossier"))
		}
	}
}

func (s *server) cachedOf(c echo.Context, next echo.HandlerFunc) error {
	version, err := s.versions.of(c.Request().Context(), c.Param("dossier"))
	if err != nil {
		return err
	}
	// A page may name the address at which it was asked for.
	key := version + " " + c.Scheme() + "://" + c.Request().Host + c.Request().URL.RequestURI()
	plain := s.bodies.tag(version, key)
	h := c.Response().Header()
	h.Set("ETag", plain)
	h.Set("Cache-Control", "no-cache")
	if tag, ok := held(c.Request(), plain); ok {
		h.Set("ETag", tag)
		return c.NoContent(http.StatusNotModified)
	}
	if body, ok := s.bodies.get(key); ok {
		return s.deliver(c, body)
	}
	c.Set(cacheKey, key)
	c.Set(versionKey, version)
	return s.inTurn(func(c echo.Context) error {
		if body, ok := s.bodies.get(key); ok { // another asked the same, and had its turn
			pass(c)
			return s.deliver(c, body)
		}
		return next(c)
	})(c)
}

// mostTries is how often an answer is made until no other version comes meanwhile.
const mostTries = 5

// movedError says that an answer was made from two versions.
type movedError struct{ error }

// Unwrap returns what a client is told who met so many versions.
func (e movedError) Unwrap() error { return e.error }

// steady is asked before the first byte of an answer that was made from several questions to the library. It is an error if
// the dossier has another version by now than when the first of them was asked.
func (s *server) steady(c echo.Context) error {
	version, ok := c.Get(versionKey).(string)
	if !ok {
		return nil // of no dossier
	}
	now, err := s.library.Version(c.Request().Context(), c.Param("dossier"))
	if err == nil && now != version {
		err = movedError{domain.Errorf(domain.Conflict, "the dossier changed while it was read: ask again")}
	}
	return err
}

// deliver answers with a body that may be kept, in the coding that the client likes best.
func (s *server) deliver(c echo.Context, k *cachedBody) error {
	h := c.Response().Header()
	if k.link != "" {
		h.Set("Link", k.link)
	}
	as := codingOf(c.Request(), k.mediaType, len(k.plain))
	if has(c.Request(), h.Get("ETag")) {
		as = identity // nothing of it is sent
	}
	as.declare(h)
	return whole(c, http.StatusOK, k.mediaType, k.in(as, s.compressors))
}

// whole answers with a body of known length, so that it need not be sent in chunks.
func whole(c echo.Context, status int, mediaType string, body []byte) error {
	c.Response().Header().Set(echo.HeaderContentLength, strconv.Itoa(len(body)))
	return c.Blob(status, mediaType, body)
}

// body answers with a body that was rendered whole, and keeps it for the next who asks.
func (s *server) body(c echo.Context, mediaType string, body []byte) error {
	if err := s.steady(c); err != nil {
		return err
	}
	if mediaType == echo.MIMETextHTMLCharsetUTF8 || mediaType == pictureType {
		body = s.rooted(body)
	}
	k := &cachedBody{mediaType: mediaType, link: c.Response().Header().Get("Link"), plain: body}
	if key, ok := c.Get(cacheKey).(string); ok {
		s.bodies.put(key, k)
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	k.in(codingOf(c.Request(), k.mediaType, len(k.plain)), s.compressors)
	pass(c)
	return s.deliver(c, k)
}
