package handlers

import (
	"encoding/json"
	"reflect"
	"sync"

	"github.com/labstack/echo/v4"

	"pourparler/api"
)

// entrances are where a client begins: what there is, the dossiers, and the description of everything.
func (s *server) entrances() []endpoint {
	return []endpoint{
		{api.Operation{ID: "index", Path: "", Tag: "entry", Summary: "Where everything is", Sample: true,
			Answer: api.Answer{Record: reflect.TypeFor[api.Index]()}}, s.index},
		{api.Operation{ID: "description", Path: "/openapi.json", Tag: "entry", Summary: "This description",
			Answer: api.Answer{File: "a description in OpenAPI 3.1"}}, s.description()},
		{api.Operation{ID: "dossiers", Path: "/dossiers", Tag: "entry", Summary: "The dossiers", Sample: true,
			Answer: api.Answer{Record: reflect.TypeFor[api.Collection[api.Dossier]]()}}, s.dossiers},
		{api.Operation{ID: "dossier", Path: "/dossiers/{dossier}", Tag: "entry", Sample: true,
			Summary: "What a dossier says of itself, and where its parts are", Params: []api.Parameter{dossierParameter()},
			Answer: api.Answer{Record: reflect.TypeFor[api.Dossier]()}}, s.dossier},
	}
}

func (s *server) index(echo.Context, api.Operation) (any, error) { return api.NewIndex(s.root), nil }

// description answers with what the interface is, in OpenAPI. It is made when it is first asked for.
func (s *server) description() func(echo.Context, api.Operation) (any, error) {
	describe := sync.OnceValues(func() ([]byte, error) {
		samples, err := api.Samples()
		if err != nil {
			return nil, err
		}
		return api.Describe(s.root, s.operations(), samples)
	})
	return func(echo.Context, api.Operation) (any, error) {
		body, err := describe()
		return json.RawMessage(body), err
	}
}

func (s *server) operations() []api.Operation {
	var all []api.Operation
	for _, e := range s.endpoints() {
		all = append(all, e.Operation)
	}
	return all
}

func (s *server) dossiers(c echo.Context, _ api.Operation) (any, error) {
	ctx := c.Request().Context()
	ids, err := s.library.IDs(ctx)
	if err != nil {
		return nil, err
	}
	all := api.Collection[api.Dossier]{Total: len(ids), Items: []api.Dossier{}}
	all.Links.Self = s.root.Root() + "/dossiers"
	for _, id := range ids {
		d, err := s.library.Heading(ctx, id)
		if err != nil {
			return nil, err
		}
		all.Items = append(all.Items, s.entry(api.NewDossier(s.root, d)))
	}
	return all, nil
}

func (s *server) dossier(c echo.Context, _ api.Operation) (any, error) {
	d, err := s.library.Heading(c.Request().Context(), c.Param("dossier"))
	if err != nil {
		return nil, err
	}
	return s.entry(api.NewDossier(s.root, d)), nil
}

// entry adds to a dossier where its parts are.
func (s *server) entry(d api.Dossier) api.Dossier {
	d.Links.Collections, d.Links.Views = map[string]string{}, map[string]string{}
	for _, r := range recordKinds() {
		d.Links.Collections[string(r.section)] = d.Links.Self + "/" + string(r.section)
	}
	for _, name := range eventTables {
		d.Links.Collections[name] = d.Links.Self + "/" + name
	}
	for _, v := range viewings() {
		d.Links.Views[v.name] = d.Links.Self + "/views/" + v.name
	}
	return d
}
