package handlers

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/export/datapackage"
	"pourparler/views"
)

// Library is where dossiers are kept.
type Library interface {
	// IDs returns the ids of all dossiers in order.
	IDs(ctx context.Context) ([]string, error)
	// Dossier returns a dossier whole, or an error of kind NotFound.
	Dossier(ctx context.Context, id string) (*domain.Dossier, error)
	// Heading returns what a dossier says of itself, without its records, or an error of kind NotFound.
	Heading(ctx context.Context, id string) (*domain.Dossier, error)
	// Listing returns a part of a register of a dossier by the name that [compare.Registers] gives it.
	Listing(ctx context.Context, id, register string, q table.Query) (table.Listing, error)
	// Stream returns the rows of a register that a query wants; its limit and offset count as in a listing.
	Stream(ctx context.Context, id, register string, q table.Query) (table.Stream, error)
	// Version returns a word that changes whenever the dossier does, or an error of kind NotFound.
	Version(ctx context.Context, id string) (string, error)
}

// Config is what the handlers need.
type Config struct {
	Library Library
	Logger  *slog.Logger
	// Moment is how long the version of a dossier is believed before the library is asked again; 0 asks every time.
	Moment time.Duration
	// Package returns what the data package of a dossier is made of; nil is of its tables alone.
	Package func(*domain.Index) (datapackage.Package, error)
	// Ready says whether the record can be read: an error if not, else what there is to say of it or "". Nil is always.
	Ready func(context.Context) (note string, err error)
	Pages func()      // called once, before the first page is kept; nil calls nothing
	Copy  *views.Copy // the pages are to be files of a copy, without forms; nil for a site that is served

	// URL is the public address of the site, whose path begins every link, or "". Only where there is one may scripts of
	// other sites read what this one answers.
	URL string
	// Local is for a site that only this machine can reach: it answers to no names but those of this machine.
	Local bool
	// Address is the public address of a path of the site, for footnotes, or "" where it has none. Nil is none at all.
	Address func(path string) string
}

// server holds what all handlers share.
type server struct {
	sites    *siteCache
	library  Library
	renderer *views.Renderer
	log      *slog.Logger
	pack     func(*domain.Index) (datapackage.Package, error)
	bodies   *bodyCache
	versions *versions
	copy     *views.Copy
	base     func(path string) string // public address of a path

	root        api.Base // path of the public address
	words       []string // with which routes begin
	headers     http.Header
	public      bool
	local       bool
	compressors *compressors

	gates     gates
	requests  atomic.Int64 // under way
	spooled   atomic.Int64 // bytes that slow clients have not taken
	condition func(context.Context) (string, error)
	outage    outage
	damages   sync.Map // what is damaged and in the log
}

// New returns the site as a handler.
func New(c Config) (http.Handler, error) {
	renderer, err := rendererOf(c)
	if err != nil {
		return nil, err
	}
	root, err := rootOf(c.URL)
	if err != nil {
		return nil, err
	}
	s := &server{library: c.Library, renderer: renderer, log: c.Logger, pack: c.Package, bodies: newBodyCache(c.Pages), copy: c.Copy,
		base: c.Address, root: api.Base(root), headers: headersOf(c), public: c.URL != "", local: c.Local,
		compressors: newCompressors(), gates: newGates(c), condition: c.Ready}
	s.versions = newVersions(c.Library, c.Moment, func() { s.outage.over(s.log) })
	s.sites = newSiteCache(c, s.versions)
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = s.fail
	e.Use(s.recover, unslashed, readable)
	s.routes(e)
	s.words = firstWords(e.Routes())
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(s.foreign))
	return s.outgo(s.headed(s.shed(s.near(protection.Handler(s.found(e)))))), nil
}

// routes is the site in its order. HEAD is answered wherever GET is.
func (s *server) routes(e *echo.Echo) {
	get := func(path string, h echo.HandlerFunc) { e.Match([]string{http.MethodGet, http.MethodHead}, path, h) }
	of := func(path string, h echo.HandlerFunc) {
		for _, p := range withCitations(path) {
			get(p, understood(asCitation(s.cached(h))))
		}
	}
	get("/", s.inTurn(s.home))
	get("/healthz", s.alive)
	get("/livez", s.alive)
	get("/readyz", s.ready)
	get("/assets/:file", s.asset)
	get("/favicon.ico", s.asset)
	get("/manual/:page", s.inTurn(s.manual))
	s.interfaceRoutes(get)
	if s.copy != nil {
		get("/copy/about", s.inTurn(s.about))
		get("/copy/search", s.inTurn(s.search))
	}
	of("/:dossier", s.shown(overview))
	of("/:dossier/state", s.shown(state))
	of("/:dossier/sheet", s.shown(sheet))
	of("/:dossier/drift", s.shown(drift))
	of("/:dossier/comparison", s.shown(comparison))
	of("/:dossier/silence", s.shown(s.silence))
	of("/:dossier/ledger", s.shown(s.ledger))
	of("/:dossier/lists", s.shown(lists))
	of("/:dossier/lists/compare", s.shown(listPair))
	of("/:dossier/replies", s.shown(replies))
	of("/:dossier/claims", s.shown(claims))
	of("/:dossier/search", s.shown(search))
	of("/:dossier/documents/:id", s.document)
	of("/:dossier/proposals/:id", s.detail((*views.Site).NewProposal))
	of("/:dossier/responses/:id", s.detail((*views.Site).NewResponse))
	of("/:dossier/statements/:id", s.detail((*views.Site).NewStatement))
	of("/:dossier/parties/:id", s.detail((*views.Site).NewParty))
	of("/:dossier/persons/:id", s.detail((*views.Site).NewPerson))
	of("/:dossier/meetings/:id", s.detail((*views.Site).NewMeeting))
	of("/:dossier/lists/:id", s.detail((*views.Site).NewList))
	of("/:dossier/claims/:id", s.detail((*views.Site).NewClaim))
	of("/:dossier/datapackage.zip", s.datapackage)
	of("/:dossier/:table", s.table)
}
