package handlers

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/views"
)

const pictureType = "image/svg+xml"

// pictures are the charts by the table they draw, whose address they share but for the suffix.
var pictures = map[string]func(echo.Context, *views.Site) (string, error){
	"drift":       driftPicture,
	"list-sets":   setsPicture,
	"replies":     repliesPicture,
	"silence-map": silencePicture,
}

// picture answers with the chart of a table alone.
func (s *server) picture(c echo.Context, name string) error {
	draw, ok := pictures[name]
	if !ok {
		return domain.Errorf(domain.NotFound, "the table %q has no picture: write .csv, .xlsx or .json, or take one of %s.svg", name,
			strings.Join(slices.Sorted(maps.Keys(pictures)), ".svg, "))
	}
	site, err := s.site(c)
	if err != nil {
		return err
	}
	svg, err := draw(c, site)
	if err != nil {
		q, _ := table.Parse(asked(c))
		return cmp.Or(s.recorded(c, q.Filter, 0), err)
	}
	return s.body(c, pictureType, []byte(svg))
}
