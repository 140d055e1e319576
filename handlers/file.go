package handlers

import (
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/export"
)

// file answers with a table as a file of the kind that a suffix names.
func (s *server) file(c echo.Context, name, suffix string) error {
	if suffix == "svg" {
		return s.picture(c, name)
	}
	format, err := export.ParseFormat(suffix)
	if err != nil {
		return domain.Errorf(domain.NotFound, "the table %q cannot be had as %q: write .csv, .xlsx or .json", name, suffix)
	}
	rows, err := s.stream(c, name)
	if err != nil {
		return err
	}
	about, err := s.aboutTable(c, name)
	if err != nil {
		return err
	}
	return s.send(c, format, export.File{Stream: rows, About: about})
}

// fileOf returns the id and the format in the last word of an address that asks for a file of a record.
func fileOf(word string) (id string, format export.Format, isFile bool) {
	for _, f := range export.Formats() {
		if id, isFile = strings.CutSuffix(word, "."+string(f)); isFile {
			return id, f, true
		}
	}
	return word, "", false
}

// aboutFile is what a file says of its dossier and of what was asked for.
func (s *server) aboutFile(c echo.Context, filters ...export.Setting) (export.About, error) {
	d, err := s.library.Heading(c.Request().Context(), c.Param("dossier"))
	if err != nil {
		return export.About{}, err
	}
	about := export.NewAbout(d)
	about.Filters, about.Address = filters, s.address(c)
	return about, nil
}

// aboutTable is what the file of a table says, with the day that the table is of.
func (s *server) aboutTable(c echo.Context, name string) (export.About, error) {
	about, err := s.aboutFile(c, settings(c)...)
	if err != nil || computations[name].day == nil {
		return about, err
	}
	site, err := s.site(c)
	if err != nil {
		return about, err
	}
	day, err := computations[name].day(c, site)
	about.AsOf = day.String()
	return about, err
}

// address is the public address of the file, or where the request found it, or, in a copy, which may stand anywhere, its
// path there.
func (s *server) address(c echo.Context) string {
	path := c.Request().URL.RequestURI()
	switch {
	case s.copy != nil:
		return path
	case s.base != nil:
		return s.base(path)
	}
	return c.Scheme() + "://" + c.Request().Host + path
}

// settings are the parts of a query by which rows are chosen and ordered.
func settings(c echo.Context) []export.Setting {
	var all []export.Setting
	query := asked(c)
	for _, name := range rowWords {
		for _, value := range query[name] {
			all = append(all, export.Setting{Name: name, Value: value})
		}
	}
	return all
}
