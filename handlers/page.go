package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/views"
)

// page renders a page and sends it, all of it or an error; or, where the address asks for a file of its citations, that.
func (s *server) page(c echo.Context, p views.Page) error {
	format, isFile, err := s.cite(c, p)
	switch {
	case err != nil:
		return err
	case isFile:
		if err := s.steady(c); err != nil {
			return err
		}
		return citations(c, format, views.Items(p))
	}
	page, err := s.renderer.Bytes(p)
	if err != nil {
		return err
	}
	return s.body(c, echo.MIMETextHTMLCharsetUTF8, page)
}

// site returns the site of the dossier that the address names.
func (s *server) site(c echo.Context) (site *views.Site, err error) {
	ctx, id := c.Request().Context(), c.Param("dossier")
	read := func() error { site, err = s.sites.site(ctx, id); return err }
	if s.sites.ready(ctx, id) {
		err = read()
	} else {
		err = s.aside(c, read)
	}
	return site, err
}

// heading returns the site of the dossier's heading, which is enough for the frame of a page and costs one row.
func (s *server) heading(c echo.Context) (*views.Site, error) {
	return s.sites.heading(c.Request().Context(), c.Param("dossier"))
}

// shown answers with a page of the dossier that the address names.
func (s *server) shown(page func(echo.Context, *views.Site) (views.Page, error)) echo.HandlerFunc {
	return func(c echo.Context) error {
		site, err := s.site(c)
		if err != nil {
			return err
		}
		p, err := page(c, site)
		if err != nil {
			return err
		}
		return s.page(c, p)
	}
}

// detail answers with the page of one record.
func (s *server) detail(page func(*views.Site, string) (views.Detail, error)) echo.HandlerFunc {
	return s.shown(func(c echo.Context, site *views.Site) (views.Page, error) { return page(site, c.Param("id")) })
}
