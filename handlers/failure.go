package handlers

import (
	"bytes"
	"errors"
	"net"
	"net/http"
	"runtime/debug"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/views"
)

// statuses gives each kind of error its status and the heading of its page.
var statuses = map[domain.Kind]struct {
	code  int
	title string
}{
	domain.Invalid:  {http.StatusBadRequest, "That cannot be read"},
	domain.NotFound: {http.StatusNotFound, "There is no such page"},
	domain.Gone:     {http.StatusGone, "This was taken out of the record"},
	domain.Conflict: {http.StatusConflict, "That was changed meanwhile"},
	domain.Damaged:  {http.StatusServiceUnavailable, "This is damaged"},
	domain.Internal: {http.StatusInternalServerError, "Something went wrong here"},

	domain.Unavailable: {http.StatusServiceUnavailable, "That cannot be had just now"},
}

// fail is the one place that turns an error into a status and a page, and that logs it. What is not our reader's
// doing is logged and not shown.
func (s *server) fail(err error, c echo.Context) {
	if c.Response().Committed {
		s.breakOff(err, c)
		return
	}
	if gone(c) {
		s.log.Debug("the client has left", "path", c.Request().URL.Path, "error", err)
		return
	}
	kind, message := domain.KindOf(err), plain(err)
	var h *echo.HTTPError
	if errors.As(err, &h) && h.Code < http.StatusInternalServerError {
		kind, message = domain.NotFound, "nothing stands at this address: start from the first page"
	}
	switch kind {
	case domain.Internal:
		s.log.Error("request failed", "path", c.Request().URL.Path, "error", err)
		message = "the fault is ours and has been noted: try again, or start from the first page"
	case domain.Damaged:
		if _, told := s.damages.LoadOrStore(plain(err), true); !told {
			s.log.Error("readers are told that this is damaged", "error", err)
		}
	case domain.Unavailable:
		c.Response().Header().Set("Retry-After", retryAfter)
		if busy := (busyError{}); !errors.As(err, &busy) {
			s.outage.note(s.log, err)
		}
	}
	status := statuses[kind]
	if h != nil && h.Code == http.StatusMethodNotAllowed {
		status.code, status.title = h.Code, "That cannot be done here"
		message = "this address can be read and not written to: ask for it with GET"
	}
	c.Response().Header().Del("ETag")
	if belowAPI(c.Request()) {
		s.problem(c, err, status.code, message)
		return
	}
	page := views.NewFailure(status.title, sentence(message))
	page.Next = s.successor(err, c)
	if kind == domain.Invalid {
		page.Again = views.NewAgain(c.Request().URL.Path, asked(c))
	}
	if err := s.sendFailure(c, status.code, page); err != nil {
		s.log.Debug("answer not delivered", "error", err)
	}
}

// sendFailure sends the page of a failure. Those that say to come again are alike: they are rendered and compressed once, since
// there may be very many of them.
func (s *server) sendFailure(c echo.Context, status int, page views.Failure) error {
	key := "come again: " + page.Message
	k, ok := s.bodies.get(key)
	if !ok || status != http.StatusServiceUnavailable {
		var buf bytes.Buffer
		if err := s.renderer.Render(&buf, page); err != nil {
			return err
		}
		k = &cachedBody{mediaType: echo.MIMETextHTMLCharsetUTF8, plain: s.rooted(buf.Bytes())}
	}
	if !ok && status == http.StatusServiceUnavailable {
		s.bodies.put(key, k)
	}
	as := codingOf(c.Request(), k.mediaType, len(k.plain))
	as.declare(c.Response().Header())
	return whole(c, status, k.mediaType, k.in(as, s.compressors))
}

// retryAfter is how many seconds who cannot be answered just now should wait.
const retryAfter = "5"

// successor leads to what took the place of a record that was taken out.
func (s *server) successor(fault error, c echo.Context) views.Link {
	var retired domain.Retired
	if !errors.As(fault, &retired) {
		return views.Link{}
	}
	site, err := s.site(c)
	if err != nil {
		return views.Link{}
	}
	return site.Successor(retired)
}

// breakOff ends an answer that failed after it had begun, so that no client takes what it has for the whole. In HTTP/1.0
// the end of the connection is the end of the body, so there the connection is reset. That a client has gone is no fault.
func (s *server) breakOff(err error, c echo.Context) {
	if domain.KindOf(err) == domain.Unavailable {
		s.outage.note(s.log, err)
	} else if !gone(c) {
		s.log.Error("failed after the answer had begun", "path", c.Request().URL.Path, "error", err)
	}
	if !c.Request().ProtoAtLeast(1, 1) {
		if conn, _, err := http.NewResponseController(c.Response()).Hijack(); err == nil {
			if tcp, ok := conn.(*net.TCPConn); ok {
				_ = tcp.SetLinger(0)
			}
			conn.Close()
			return
		}
	}
	panic(http.ErrAbortHandler)
}

// gone reports whether the client has left, which is no fault: nobody waits for the request, or nothing can be written
// to its connection.
func gone(c echo.Context) bool {
	o, ok := c.Response().Writer.(*outgoing)
	return c.Request().Context().Err() != nil || ok && o.lost
}

// recover turns a panic into an error, so that the reader is told what any fault of ours is told. The stack is logged.
// Nothing is recovered of a transfer that has to break.
func (s *server) recover(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			switch fault := recover(); fault {
			case nil:
			case http.ErrAbortHandler:
				panic(fault)
			default:
				s.log.Error("panic", "path", c.Request().URL.Path, "fault", fault, "stack", string(debug.Stack()))
				err = domain.Errorf(domain.Internal, "panic: %v", fault)
			}
		}()
		return next(c)
	}
}

// plain is the message for the reader: that of the innermost of our errors, without the operations it came through.
func plain(err error) string {
	message := err.Error()
	for e := (*domain.Error)(nil); errors.As(err, &e); err = errors.Unwrap(e) {
		message = e.Message
	}
	return message
}

// sentence makes an error's message a sentence for a page.
func sentence(message string) string {
	if message == "" {
		return ""
	}
	return string(bytes.ToUpper([]byte(message[:1]))) + message[1:] + "."
}
