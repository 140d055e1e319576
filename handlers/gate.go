package handlers

import (
	"context"
	"math"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
)

// gate lets so many requests at once do what takes memory, the processors or the database, and has the others wait for a
// while. Who has waited in vain is told to come again: an answer that comes too late helps nobody, and is in the way of all
// others.
type gate struct {
	places chan struct{}
	wait   time.Duration
	busy   string // what who has to come again is told
}

// forever is how long those wait who are not to be sent away.
const forever = time.Duration(math.MaxInt64)

// How much is done at once. Files are read from the database by fewer than it has connections, since one file may take two
// of them and pages must always find one.
const (
	mostDownloads = 64
	mostReading   = 12
	mostRendering = 2 // for each processor
	renderingWait = 300 * time.Millisecond
)

// mostRequests is how many requests are under way at once, whatever they wait for. More would only make all of them late.
const mostRequests = 1024

// gates are those of a site. In a copy nobody is sent away: all of it has to be written.
type gates struct{ rendering, downloads, reading gate }

func newGates(c Config) gates {
	wait := renderingWait
	if c.Copy != nil {
		wait = forever
	}
	return gates{
		rendering: gate{make(chan struct{}, mostRendering*runtime.GOMAXPROCS(0)), wait, "more is asked for than can be answered: ask again in a few seconds"},
		downloads: gate{make(chan struct{}, mostDownloads), wait, "so many files are being sent that no more can be: ask again in a few seconds"},
		reading:   gate{places: make(chan struct{}, mostReading), wait: forever},
	}
}

// enter waits for a place and returns what gives it back, which may be called more than once.
func (g gate) enter(ctx context.Context) (leave func(), err error) {
	leave = sync.OnceFunc(func() { <-g.places })
	select {
	case g.places <- struct{}{}:
		return leave, nil
	default:
	}
	late := time.NewTimer(g.wait)
	defer late.Stop()
	select {
	case g.places <- struct{}{}:
		return leave, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-late.C:
		return nil, busyError{domain.Errorf(domain.Unavailable, "%s", g.busy)}
	}
}

// busyError says that there is no room for a request just now, which is no fault.
type busyError struct{ error }

// Unwrap returns what the client is told.
func (e busyError) Unwrap() error { return e.error }

// leaveKey is under which a request remembers how it gives back its place among those that render.
const leaveKey = "leave"

// inTurn answers when it is the request's turn to be rendered.
func (s *server) inTurn(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := s.take(c); err != nil {
			return err
		}
		defer pass(c)
		return next(c)
	}
}

// take waits for the request's turn.
func (s *server) take(c echo.Context) error {
	leave, err := s.gates.rendering.enter(c.Request().Context())
	if err == nil {
		c.Set(leaveKey, leave)
	}
	return err
}

// pass gives the turn to another: before an answer is sent, since a client takes it in its own time, and before what takes
// no work but time.
func pass(c echo.Context) {
	if leave, ok := c.Get(leaveKey).(func()); ok {
		leave()
		c.Set(leaveKey, nil)
	}
}

// aside does what a request has to wait for while another has its turn.
func (s *server) aside(c echo.Context, wait func() error) error {
	if c.Get(leaveKey) == nil {
		return wait()
	}
	pass(c)
	if err := wait(); err != nil {
		return err
	}
	return s.take(c)
}

// shed tells who comes when too many are under way to come again, before anything is done for the request. Those that look
// after the server are answered always.
func (s *server) shed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.requests.Add(1) > mostRequests && s.copy == nil && !slices.Contains(healthPaths, r.URL.Path) {
			s.requests.Add(-1)
			w.Header().Set("Retry-After", retryAfter)
			http.Error(w, s.gates.rendering.busy, http.StatusServiceUnavailable)
			return
		}
		defer s.requests.Add(-1)
		next.ServeHTTP(w, r)
	})
}
