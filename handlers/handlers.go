package handlers

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/views"
)

// Library is where dossiers are kept.
type Library interface {
	// IDs returns the ids of all dossiers in order.
	IDs(ctx context.Context) ([]string, error)
	// Dossier returns a dossier whole, or an error of kind NotFound.
	Dossier(ctx context.Context, id string) (*domain.Dossier, error)
	// Version returns a word that changes whenever the dossier does, or an error of kind NotFound.
	Version(ctx context.Context, id string) (string, error)
}

// Config is what the handlers need.
type Config struct {
	Library Library
	Logger  *slog.Logger
}

// server holds what all handlers share.
type server struct {
	shelf    *shelf
	library  Library
	renderer *views.Renderer
	log      *slog.Logger
}

// New returns the site as a handler.
func New(c Config) (http.Handler, error) {
	renderer, err := views.New()
	if err != nil {
		return nil, err
	}
	s := &server{shelf: newShelf(c.Library), library: c.Library, renderer: renderer, log: c.Logger}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = s.fail
	s.routes(e)
	return secure(http.NewCrossOriginProtection().Handler(e)), nil
}

// routes is the site in its order. HEAD is answered wherever GET is.
func (s *server) routes(e *echo.Echo) {
	get := func(path string, h echo.HandlerFunc) { e.Match([]string{http.MethodGet, http.MethodHead}, path, h) }
	get("/", s.home)
	get("/healthz", s.health)
	get("/assets/:file", s.asset)
	get("/manual/:page", s.manual)
	get("/:dossier", s.overview)
	get("/:dossier/state", s.state)
	get("/:dossier/sheet", s.sheet)
	get("/:dossier/drift", s.drift)
	get("/:dossier/drift.svg", s.driftPicture)
	get("/:dossier/comparison", s.comparison)
	get("/:dossier/silence", s.silence)
	get("/:dossier/ledger", s.ledger)
	get("/:dossier/lists", s.lists)
	get("/:dossier/lists/compare", s.listPair)
	get("/:dossier/list-sets.svg", s.setsSVG)
	get("/:dossier/replies", s.replies)
	get("/:dossier/replies.svg", s.repliesSVG)
	get("/:dossier/claims", s.claims)
	get("/:dossier/documents/:id", s.document)
	get("/:dossier/proposals/:id", s.detail((*views.Site).NewProposal))
	get("/:dossier/parties/:id", s.detail((*views.Site).NewParty))
	get("/:dossier/persons/:id", s.detail((*views.Site).NewPerson))
	get("/:dossier/meetings/:id", s.detail((*views.Site).NewMeeting))
	get("/:dossier/lists/:id", s.detail((*views.Site).NewList))
	get("/:dossier/claims/:id", s.detail((*views.Site).NewClaim))
	get("/:dossier/:table", s.table)
}
