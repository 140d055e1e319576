package views

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"slices"
	"sync"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed assets/*
var assetFiles embed.FS

// Page is a struct that a template of the same name lays out.
type Page interface {
	template() string
	frame() Base
}

// Renderer renders pages and serves the files they need. It is safe for use by several goroutines.
type Renderer struct {
	pages   map[string]*template.Template
	assets  map[string]Asset
	buffers sync.Pool // of *bytes.Buffer: pages grow as long as they grew before
	markups sync.Pool // of *markup, likewise
	copied  bool
}

// favicon is the icon that browsers ask for by this name whatever a page says.
const favicon = "favicon.ico"

// Asset is a file that pages refer to, under a path that changes with its content; [Asset.Changes] says of which it does
// not.
type Asset struct {
	Path string // such as /assets/style.1a2b3c4d.css
	Type string // media type
	Data []byte
}

// Changes reports whether the same path may have other content one day.
func (a Asset) Changes() bool { return a.Path == "/"+favicon }

// shared are the templates that every page can use.
var shared = []string{"templates/base.html", "templates/table.html", "templates/grid.html", "templates/parts.html", "templates/figure.html", "templates/cite.html"}

// New parses all templates.
func New() (*Renderer, error) { return newRenderer(false) }

// NewForCopy parses all templates, to render the pages of a copy.
func NewForCopy() (*Renderer, error) { return newRenderer(true) }

func newRenderer(copied bool) (*Renderer, error) {
	r := &Renderer{pages: map[string]*template.Template{}, assets: map[string]Asset{}, copied: copied}
	if err := r.readAssets(); err != nil {
		return nil, err
	}
	files, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if slices.Contains(shared, file) {
			continue
		}
		t, err := template.New("base.html").Funcs(r.funcs()).ParseFS(templateFiles, append(slices.Clone(shared), file)...)
		if err != nil {
			return nil, fmt.Errorf("views: %w", err)
		}
		r.pages[path.Base(file)] = t
	}
	return r, nil
}

func (r *Renderer) funcs() template.FuncMap {
	return template.FuncMap{"asset": func(name string) string { return r.assets[name].Path }, "link": linked, "links": allLinked,
		"items": listItems, "questions": answered,
		"copied": func() bool { return r.copied }, "policy": r.policy}
}

// policy is what a page of a copy may load, which a file has to say itself. Some browsers do not count a file from a disk
// among those of the page itself.
func (r *Renderer) policy() string {
	if !r.copied {
		return ""
	}
	return "default-src 'none'; style-src 'self' file:; img-src 'self' data: file:; script-src 'self' file:; form-action 'none'; base-uri 'none'"
}

// Template returns the parsed template of a page, for tests that check it against the page's struct.
func (r *Renderer) Template(p Page) *template.Template { return r.pages[p.template()] }

// Render writes a page to w, all of it or nothing.
func (r *Renderer) Render(w io.Writer, p Page) error {
	page, err := r.Bytes(p)
	if err != nil {
		return err
	}
	_, err = w.Write(page)
	return err
}

// rowsHere stands in what a template wrote where rows belong that are written later, since a template would copy them
// three times. No text can have it: a zero byte is replaced.
const rowsHere = "\x00rows\x00"

// withRows is a page that may have such rows: what writes them, or nil.
type withRows interface{ rowsToCome() func(*markup) }

// Bytes returns a page.
func (r *Renderer) Bytes(p Page) ([]byte, error) {
	t, ok := r.pages[p.template()]
	if !ok {
		return nil, fmt.Errorf("views: no template %q", p.template())
	}
	buf, ok := r.buffers.Get().(*bytes.Buffer)
	if !ok {
		buf = new(bytes.Buffer)
	}
	defer r.buffers.Put(buf)
	buf.Reset()
	if err := t.Execute(buf, p); err != nil {
		return nil, fmt.Errorf("views: %w", err)
	}
	if p, ok := p.(withRows); ok && p.rowsToCome() != nil {
		return isolated(r.filled(buf.Bytes(), p.rowsToCome())), nil
	}
	return isolated(bytes.Clone(buf.Bytes())), nil
}

// filled returns a page with its rows.
func (r *Renderer) filled(page []byte, write func(*markup)) []byte {
	before, after, found := bytes.Cut(page, []byte(rowsHere))
	if !found { // there are none
		return bytes.Clone(page)
	}
	m, ok := r.markups.Get().(*markup)
	if !ok {
		m = new(markup)
	}
	defer r.markups.Put(m)
	m.written = append(m.written[:0], before...)
	write(m)
	return slices.Concat(m.written, after)
}

// Assets returns every asset.
func (r *Renderer) Assets() []Asset {
	var all []Asset
	for _, a := range r.assets {
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b Asset) int { return bytes.Compare([]byte(a.Path), []byte(b.Path)) })
	return all
}

var mediaTypes = map[string]string{".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".ico": "image/x-icon", ".js": "text/javascript; charset=utf-8"}

func (r *Renderer) readAssets() error {
	entries, err := assetFiles.ReadDir("assets")
	if err != nil {
		return fmt.Errorf("views: %w", err)
	}
	for _, e := range entries {
		data, err := assetFiles.ReadFile("assets/" + e.Name())
		if err != nil {
			return fmt.Errorf("views: %w", err)
		}
		sum := sha256.Sum256(data)
		ext := path.Ext(e.Name())
		name := e.Name()[:len(e.Name())-len(ext)] + "." + hex.EncodeToString(sum[:4]) + ext
		at := "/assets/" + name
		if e.Name() == favicon {
			at = "/" + favicon
		}
		r.assets[e.Name()] = Asset{Path: at, Type: mediaTypes[ext], Data: data}
	}
	return nil
}
