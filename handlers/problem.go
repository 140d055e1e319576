package handlers

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/domain"
)

// problem answers a request below /api with what is wrong, as RFC 9457 has it.
func (s *server) problem(c echo.Context, fault error, status int, message string) {
	p := api.NewProblem(s.root, status, message, c.Request().URL.RequestURI())
	var parameters *api.ParameterError
	if errors.As(fault, &parameters) {
		p.Parameters = parameters.Names
	}
	var retired domain.Retired
	if errors.As(fault, &retired) {
		p.To = retired.To
	}
	body, err := api.Encode(p)
	if err == nil {
		err = whole(c, status, api.ProblemType, body)
	}
	if err != nil {
		s.log.Debug("answer not delivered", "error", err)
	}
}

// foreign answers a request with which another site tried to write.
func (s *server) foreign(w http.ResponseWriter, r *http.Request) {
	if !belowAPI(r) {
		http.Error(w, "another site may not write here", http.StatusForbidden)
		return
	}
	body, err := api.Encode(api.NewProblem(s.root, http.StatusForbidden, "another site may not write here: ask with GET", r.URL.RequestURI()))
	w.Header().Set("Content-Type", api.ProblemType)
	w.WriteHeader(http.StatusForbidden)
	if _, failed := w.Write(body); err != nil || failed != nil {
		s.log.Debug("answer not delivered", "error", errors.Join(err, failed))
	}
}
