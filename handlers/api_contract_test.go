package handlers_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"mime"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"pourparler/api"
	"pourparler/handlers"
	_ "pourparler/internal/golden" // for its flag -update
	"pourparler/internal/need"
)

// TestEveryPathIsDescribed compares what is routed with what is described.
func TestEveryPathIsDescribed(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	var described []string
	for path := range decoded[struct{ Paths map[string]any }](t, h.get("/api/v1/openapi.json")).Paths {
		described = append(described, path)
	}
	slices.Sort(described)
	if diff := gocmp.Diff(handlers.InterfacePaths(), described); diff != "" {
		t.Errorf("routed and described paths differ (-routed +described):\n%s", diff)
	}
	if len(described) < 50 {
		t.Errorf("%d paths are described, want all", len(described))
	}
}

// TestDescriptionIsLinted asks a linter that is not ours what it has against the description.
func TestDescriptionIsLinted(t *testing.T) {
	module := need.ModuleFile(t, "@redocly/openapi-core/lib/index.js")
	body := serve(t, newLibrary(harbour(t))).get("/api/v1/openapi.json").body
	lint := func(description string) string {
		cmd := exec.Command(need.Program(t, "node"), "testdata/lint.mjs", module)
		cmd.Stdin = strings.NewReader(description)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("linter: %v\n%s", err, out)
		}
		return string(out)
	}
	if got := lint(body); got != "" {
		t.Errorf("the linter says:\n%s", got)
	}
	if got := lint(strings.Replace(body, `"operationId":"index"`, `"operationId":"dossiers"`, 1)); !strings.Contains(got, "operation-operationId-unique") {
		t.Errorf("of a description with one id twice the linter says %q", got)
	}
}

// reply is what was answered to what was asked, under the path of the description.
type reply struct {
	Path   string          `json:"path"`
	Asked  string          `json:"asked"`
	Status int             `json:"status"`
	Type   string          `json:"type"`
	Body   json.RawMessage `json:"body"`
}

// asker asks a host and remembers what it answered.
type asker struct {
	*host
	replies []reply
}

// want asks for an address of an operation, and wants a status if it is not 0.
func (a *asker) want(o api.Operation, address string, status int) {
	a.t.Helper()
	got := a.get(address)
	mediaType, _, err := mime.ParseMediaType(got.header.Get("Content-Type"))
	if err != nil {
		a.t.Fatalf("GET %s: %v", address, err)
	}
	if status > 0 && got.status != status {
		a.t.Errorf("GET %s = status %d, want %d: %.300s", address, got.status, status, got.body)
	}
	a.replies = append(a.replies, reply{api.Root + o.Path, address, got.status, mediaType, json.RawMessage(got.body)})
}

// everything asks an operation for every record of a dossier, and for one of them with every parameter.
func (a *asker) everything(o api.Operation, dossier string) {
	addresses := records(a.t, a.host, api.Root+strings.ReplaceAll(o.Path, "{dossier}", dossier))
	for _, address := range addresses {
		a.want(o, address, 200)
	}
	for query, status := range questions(o) {
		if len(addresses) > 0 {
			a.want(o, addresses[0]+"?"+query, status)
		}
	}
}

// TestContract asks for every path, of every record, with every parameter and with what must be refused, and validates
// each answer against the description.
func TestContract(t *testing.T) {
	module := need.ModuleFile(t, "ajv/dist/2020.js")
	a := asker{host: serve(t, newLibrary(harbour(t), bundled(t)))}
	for _, o := range handlers.Operations() {
		a.everything(o, "harbour")
		if !testing.Short() {
			a.everything(o, "sino-soviet")
		}
		if strings.Contains(o.Path, "{") {
			a.want(o, api.Root+strings.NewReplacer("{dossier}", "atlantis", "{id}", "x").Replace(o.Path), 404)
			a.want(o, api.Root+strings.NewReplacer("{dossier}", "harbour", "{id}", "..%2f..").Replace(o.Path), 0)
		}
	}
	description := a.get("/api/v1/openapi.json").body
	if got := violations(t, module, description, a.replies); got != "" {
		t.Errorf("%d answers, and of these are not as described:\n%.6000s", len(a.replies), got)
	}
	t.Logf("%d answers are as described", len(a.replies))
	broken := reply{Path: api.Root, Status: 200, Type: "application/json", Body: json.RawMessage(`{"title":1,"more":true}`)}
	got := violations(t, module, description, []reply{broken})
	for _, want := range []string{"must be string", "unevaluated", "required property 'links'"} {
		if !strings.Contains(got, want) {
			t.Errorf("of a broken answer the validator says %q, want %q", got, want)
		}
	}
}

// records are the addresses of an operation with the id of every record that it has, or its one address.
func records(t testing.TB, h *host, address string) []string {
	list, rest, ok := strings.Cut(address, "/{id}")
	if !ok {
		return []string{address}
	}
	var all []string
	type item struct{ ID, Document string }
	for _, i := range decoded[struct{ Items []item }](t, h.get(list+"?limit=1000")).Items {
		all = append(all, list+"/"+cmp.Or(i.ID, i.Document)+rest)
	}
	return all
}

// questions are queries that an operation has to answer, each with the status it must have if that is known.
func questions(o api.Operation) map[string]int {
	all := map[string]int{"colour=red": 400, "a=%zz": 400, "x=1;y=2": 400}
	for _, p := range o.Params {
		switch {
		case p.Path:
		case p.Name == "cursor":
			all["cursor=AAAA"], all["cursor=%00"] = 400, 400
		case p.Number:
			all[p.Name+"=1"], all[p.Name+"=0"], all[p.Name+"=one"], all[p.Name+"=99999999999999999999"] = 200, 400, 400, 400
			all[p.Name+"=1&"+p.Name+"=1"] = 400
		case len(p.Values) > 0:
			for _, v := range p.Values[:min(len(p.Values), 12)] {
				all[p.Name+"="+url.QueryEscape(v)] = 200
			}
			all[p.Name+"=nonsense"] = 400
		default:
			all[p.Name+"="+url.QueryEscape(strings.Fields(p.Example + " x")[0])] = 0
		}
	}
	return all
}

// violations asks ajv which answers are not as described.
func violations(t *testing.T, module, description string, replies []reply) string {
	t.Helper()
	input, err := json.Marshal(map[string]any{"description": json.RawMessage(description), "answers": replies})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(need.Program(t, "node"), "testdata/contract.cjs", module)
	cmd.Stdin = bytes.NewReader(input)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("ajv: %v\n%.2000s", err, out)
	}
	faults, done := strings.CutSuffix(string(out), "answers checked\n")
	if !done {
		t.Fatalf("the validator did not end: %.2000s", out)
	}
	return faults[:strings.LastIndex("\n"+faults, "\n")]
}

// TestSamples keeps the answers that the description shows current. With -update it writes them anew.
func TestSamples(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	all := map[string]json.RawMessage{}
	for _, o := range handlers.Operations() {
		if o.Sample {
			address := o.Address()
			if o.Has("limit") {
				address += "?limit=1"
			}
			a := h.get(address)
			if a.status != 200 {
				t.Errorf("GET %s = status %d", address, a.status)
			}
			all[o.ID] = json.RawMessage(a.body)
		}
	}
	got, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	current(t, "../api/samples.json", append(got, '\n'))
}

// current wants a file to be what a test made, or makes it so with -update.
func current(t *testing.T, file string, got []byte) {
	t.Helper()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-file +answers); if that is meant, run go test ./handlers -update:\n%s", file, diff)
	}
}

func decoded[T any](t testing.TB, a answer) (v T) {
	t.Helper()
	if err := json.Unmarshal([]byte(a.body), &v); err != nil {
		t.Fatalf("status %d: %v: %.200s", a.status, err, a.body)
	}
	return v
}
