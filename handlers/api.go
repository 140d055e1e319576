package handlers

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/domain"
)

// endpoint is an operation of the read interface with what answers it.
type endpoint struct {
	api.Operation
	answer func(echo.Context, api.Operation) (any, error)
}

// endpoints are all operations of the read interface in the order of its description.
func (s *server) endpoints() []endpoint {
	all := s.entrances()
	all = append(all, s.collections()...)
	return append(all, s.views()...)
}

// interfaceRoutes are the addresses below /api: those that are described, and nothing else there.
func (s *server) interfaceRoutes(get func(string, echo.HandlerFunc)) {
	for _, e := range s.endpoints() {
		h := s.handle(e)
		if strings.Contains(e.Path, "{dossier}") {
			h = s.cached(h)
		} else {
			h = s.inTurn(h)
		}
		get(routed(e.Path), checked(e.Operation, h))
	}
	get("/api", nothing)
	get("/api/*", nothing)
}

// routed is the path of an operation as the router writes it: /dossiers/:dossier for /dossiers/{dossier}.
func routed(path string) string {
	return api.Root + strings.NewReplacer("{", ":", "}", "").Replace(path)
}

func nothing(c echo.Context) error {
	return domain.Errorf(domain.NotFound, "nothing stands at this address: start from %s", api.Root)
}

// checked lets through only requests whose parameters the operation knows and can read.
func checked(o api.Operation, next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		query, err := o.Check(c.QueryParams())
		if err != nil {
			return err
		}
		c.Set(askedKey, query)
		return next(c)
	}
}

// handle sends what an endpoint answers, all of it or an error.
func (s *server) handle(e endpoint) echo.HandlerFunc {
	return func(c echo.Context) error {
		answer, err := e.answer(c, e.Operation)
		if err != nil {
			return err
		}
		body, err := api.Encode(answer)
		if err != nil {
			return err
		}
		h := c.Response().Header()
		if h.Get("ETag") == "" {
			sum := sha256.Sum256(body)
			h.Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
		}
		return s.body(c, echo.MIMEApplicationJSON, body)
	}
}

// belowAPI reports whether a request asks for an address of the read interface, where errors are problems and not pages.
func belowAPI(r *http.Request) bool {
	return r.URL.Path == "/api" || strings.HasPrefix(r.URL.Path, "/api/")
}
