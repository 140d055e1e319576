package soak

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pourparler/dossier"
	"pourparler/internal/crowd"
)

// site is the address that pages name, whichever server gives them.
const site = "http://soak.test"

// paths are what is asked for: pages, computed ones too, lists by filters, searches and orders, files, and the read API.
var paths = []string{"/crowd", "/crowd/state", "/crowd/comparison", "/crowd/silence", "/crowd/drift", "/crowd/ledger", "/crowd/replies", "/crowd/sheet",
	"/crowd/proposals", "/crowd/proposals?q=offer", "/crowd/proposals?party=party-003", "/crowd/proposals?sort=made_on", "/crowd/proposals?from=1921-02",
	"/crowd/documents?sort=title", "/crowd/parties", "/crowd/lists", "/crowd/proposals/offer-007", "/crowd/documents/letter-011", "/crowd/parties/party-005",
	"/crowd/proposals.csv", "/crowd/proposals.json", "/crowd/proposals.xlsx", "/crowd/timeline.csv", "/crowd/documents.csv", "/crowd/sheet.csv",
	"/crowd/datapackage.zip", "/api/v1/dossiers/crowd", "/api/v1/dossiers/crowd/proposals", "/api/v1/dossiers/crowd/documents/letter-011"}

// release is one that is imported again and again, with all that it must give.
type release struct {
	dir    string // of its files
	sha    string // how the hash of its records begins, by which answers name it
	want   map[string][sha256.Size]byte
	tree   map[string]string // its published copy
	export map[string]string // its files as they are exported
}

const howMany = 3

// makeReleases makes releases that differ in every row, and asks the program itself, undisturbed, what each must give.
func makeReleases(t *testing.T, program string) (all []*release) {
	for i := range howMany {
		d := crowd.Dossier(crowd.Size{Parties: 16 + i, Asked: 3, Lists: 4})
		d.Release = fmt.Sprintf("1.%d.0", i)
		for j := range d.Proposals {
			d.Proposals[j].Summary += " in release " + d.Release
		}
		for j := range d.Documents {
			d.Documents[j].Title += " of release " + d.Release
		}
		dir := t.TempDir()
		r := &release{dir: filepath.Join(dir, "files"), want: map[string][sha256.Size]byte{}}
		if err := dossier.WriteDir(r.dir, d); err != nil {
			t.Fatal(err)
		}
		r.ask(t, program, dir)
		all = append(all, r)
	}
	return all
}

// ask has an undisturbed program import, serve, publish and export a release.
func (r *release) ask(t *testing.T, program, dir string) {
	s := newSoak(t, program, nil, 0)
	s.db = filepath.Join(dir, "p.db")
	s.mustImport(r)
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
	defer s.kill()
	for _, path := range paths {
		res, body, err := get(s.address, path)
		if err != nil || res.StatusCode != http.StatusOK {
			t.Fatalf("%s: %v %v: %.300s", path, res, err, body)
		}
		r.want[path] = sha256.Sum256(body)
		if sha, ok := namedBy(res); ok {
			r.sha = sha
		}
	}
	for _, args := range [][]string{{"publish", "--url", site, "--out", filepath.Join(dir, "site")},
		{"export", "--format", "yaml", "--out", filepath.Join(dir, "yaml")}} {
		if said, err := s.command(args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v: %s", args, err, said)
		}
	}
	r.tree, r.export = treeOf(filepath.Join(dir, "site")), treeOf(filepath.Join(dir, "yaml"))
}

// namedBy returns how the hash begins of the release that an answer names in its tag: "VERSION-HASH-...".
func namedBy(res *http.Response) (sha string, ok bool) {
	parts := strings.Split(strings.TrimPrefix(res.Header.Get("ETag"), "W/"), "-")
	if len(parts) < 3 {
		return "", false
	}
	return parts[1], true
}

func get(address, path string) (*http.Response, []byte, error) {
	client := http.Client{Timeout: time.Minute}
	req, err := http.NewRequest(http.MethodGet, "http://"+address+path, nil)
	if err != nil {
		return nil, nil, err
	}
	req.Host = "soak.test"
	res, err := client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return res, body, err
}

// treeOf are the files below a folder; what is no file is left out.
func treeOf(root string) map[string]string {
	files := map[string]string{}
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil
		}
		data, err := os.ReadFile(path)
		if name, _ := filepath.Rel(root, path); err == nil {
			files[name] = string(data)
		}
		return nil
	})
	return files
}

// same reports whether a folder is a release.
func same(tree, want map[string]string) bool { return maps.Equal(tree, want) }

// command is the program on the database.
func (s *soak) command(args ...string) *exec.Cmd {
	cmd := exec.Command(s.program, append(args, "--db", s.db)...)
	cmd.Env = []string{"HOME=" + s.dir, "PATH=" + os.Getenv("PATH")}
	return cmd
}

func (s *soak) mustImport(r *release) {
	s.t.Helper()
	if said, err := s.command("import", r.dir).CombinedOutput(); err != nil {
		s.t.Fatalf("import: %v: %s", err, said)
	}
}

// start starts the server and waits until it says where it is.
func (s *soak) start() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	cmd := s.command("serve", "--addr", s.address, "--url", site)
	cmd.Stderr = s.errors
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return err
	}
	s.server = cmd
	over := time.AfterFunc(frozen, func() { _ = cmd.Process.Kill() })
	defer over.Stop()
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		s.server = nil
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return fmt.Errorf("the server does not start: it says %q", line)
	}
	return nil
}

// kill ends the server as a power cut would.
func (s *soak) kill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.server != nil {
		_ = s.server.Process.Kill()
		_ = s.server.Wait()
		s.server = nil
	}
}
