// Command same compares what two programs give for the same dossiers: every file that they export, the published
// copy, and every answer of the server, pages, files and API alike, byte by byte. It prints what differs and ends with
// exit code 1 if anything does. It is run before and after a change that readers must not see:
//
//	go run ./internal/same OLD NEW DIR...
//
// OLD and NEW are programs, DIR are folders of dossiers.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"pourparler/internal/crawl"
)

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintln(os.Stderr, "usage: same OLD NEW DIR...")
		os.Exit(2)
	}
	differ, err := compare(context.Background(), os.Args[1], os.Args[2], os.Args[3:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "same:", err)
	}
	if differ || err != nil {
		os.Exit(1)
	}
}

// compare prints what differs, and how much was compared.
func compare(ctx context.Context, before, after string, dirs []string) (differ bool, err error) {
	root, err := os.MkdirTemp("", "same-")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(root)
	all := 0
	for i, dir := range dirs {
		var given [2]answers
		for j, program := range []string{before, after} {
			s := &side{program: program, root: filepath.Join(root, fmt.Sprint(i, j)), answers: answers{}}
			if err := s.take(ctx, dir); err != nil {
				return differ, fmt.Errorf("%s with %s: %w", program, dir, err)
			}
			given[j] = s.answers
		}
		all += len(given[0])
		for _, line := range given[0].differences(given[1]) {
			differ = true
			fmt.Printf("%s: %s\n", dir, line)
		}
	}
	fmt.Printf("%d files and answers of %d dossiers compared\n", all, len(dirs))
	return differ, nil
}

// answers are what one program gives, by file or address.
type answers map[string][]byte

// differences are the names of what only one has or the two have otherwise, in order.
func (a answers) differences(b answers) []string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(a)) {
		other, ok := b[name]
		switch {
		case !ok:
			lines = append(lines, name+" is gone")
		case !bytes.Equal(a[name], other):
			lines = append(lines, fmt.Sprintf("%s differs at byte %d", name, firstDifference(a[name], other)))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(b)) {
		if _, ok := a[name]; !ok {
			lines = append(lines, name+" is new")
		}
	}
	return lines
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// side is one program at work on one dossier, in a folder of its own.
type side struct {
	program, root string
	answers       answers
}

// public is the address that both programs are told, so that what names it is the same.
const public = "http://pourparler.example"

func (s *side) take(ctx context.Context, dir string) error {
	if err := os.MkdirAll(s.root, 0o755); err != nil {
		return err
	}
	commands := [][]string{{"import", dir}}
	for _, format := range []string{"yaml", "csv", "xlsx", "json"} {
		commands = append(commands, []string{"export", "--format", format, "--out", filepath.Join(s.root, "files", format)})
	}
	commands = append(commands, []string{"export", "--format", "datapackage", "--out", filepath.Join(s.root, "files", "datapackage.zip")},
		[]string{"publish", "--url", public, "--out", filepath.Join(s.root, "files", "site")})
	for _, args := range commands {
		if out, err := s.command(ctx, args...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, out)
		}
	}
	if err := s.files(); err != nil {
		return err
	}
	return s.server(ctx)
}

func (s *side) command(ctx context.Context, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, s.program, append(args, "--db", filepath.Join(s.root, "pourparler.db"))...)
}

// files takes everything that was written.
func (s *side) files() error {
	folder := os.DirFS(filepath.Join(s.root, "files"))
	return fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.answers["file "+name], err = fs.ReadFile(folder, name)
		return err
	})
}

// patience is how long a server may take to end.
const patience = 20 * time.Second

// server takes every answer.
func (s *side) server(ctx context.Context) (err error) {
	cmd := s.command(ctx, "serve", "--addr", "127.0.0.1:0", "--url", public)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() {
		cmd.Process.Signal(os.Interrupt)
		over := time.AfterFunc(patience, func() { cmd.Process.Kill() })
		defer over.Stop()
		err = errors.Join(err, cmd.Wait())
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return err
	}
	_, address, _ := strings.Cut(line, "http://")
	address, _, _ = strings.Cut(address, "/")
	site, err := crawl.Crawl(ctx, "http://"+address+"/", crawl.Options{})
	if err != nil {
		return err
	}
	var programs []*crawl.Page
	for _, p := range site.Pages {
		s.keep(p)
		if strings.HasPrefix(p.Path, "/api/") {
			programs = append(programs, p)
		}
	}
	return s.api(ctx, "http://"+address, programs)
}

func (s *side) keep(p *crawl.Page) {
	if !strings.HasSuffix(p.Path, ".zip") { // which bears its own date only in the answer's head
		s.answers["GET "+unversioned(p.Path)] = fmt.Appendf(nil, "%d %s\n%s", p.Status, p.Type, unversioned(string(p.Body)))
	}
}

// cursors are what stands for a place in an answer of the API: 8 bytes for the version of the dossier, which two
// programs may count otherwise, and the place.
var cursors = regexp.MustCompile(`cursor=[\w-]{11,}`)

func unversioned(text string) string {
	return cursors.ReplaceAllStringFunc(text, func(cursor string) string {
		const begin = len("cursor=")
		place, err := base64.RawURLEncoding.DecodeString(cursor[begin:])
		if err != nil || len(place) < 8 {
			return cursor
		}
		return fmt.Sprintf("cursor=%x", place[8:])
	})
}

// linked finds the addresses in an answer of the API.
var linked = regexp.MustCompile(`"(?:` + regexp.QuoteMeta(public) + `)?(/api/v1[^"{]*)"`)

// api follows the links of the API, which pages do not have.
func (s *side) api(ctx context.Context, base string, seen []*crawl.Page) error {
	queue := []string{"/api/v1"}
	for _, p := range seen {
		queue = append(queue, found(p.Body)...)
	}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if _, ok := s.answers["GET "+unversioned(path)]; ok {
			continue
		}
		one, err := crawl.Crawl(ctx, base+path, crawl.Options{Client: http.DefaultClient})
		if err != nil {
			return err
		}
		s.keep(one.Pages[0])
		queue = append(queue, found(one.Pages[0].Body)...)
	}
	return nil
}

func found(body []byte) (paths []string) {
	for _, match := range linked.FindAllSubmatch(body, -1) {
		paths = append(paths, strings.ReplaceAll(string(match[1]), `\u0026`, "&"))
	}
	return paths
}
