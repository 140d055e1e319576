package soak

import (
	"context"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// read asks for anything.
func (s *soak) read(ctx context.Context, random *rand.Rand) {
	for ctx.Err() == nil {
		s.ask(ctx, s.counts, paths[random.IntN(len(paths))], 0)
		time.Sleep(time.Duration(random.IntN(20)) * time.Millisecond)
	}
}

// download asks for files.
func (s *soak) download(ctx context.Context, random *rand.Rand) {
	for ctx.Err() == nil {
		if path := paths[random.IntN(len(paths))]; strings.Contains(path, ".") {
			s.ask(ctx, s.counts, path, time.Duration(random.IntN(3))*time.Millisecond)
		}
	}
}

// linger reads files as over a bad line.
func (s *soak) linger(ctx context.Context, random *rand.Rand) {
	for ctx.Err() == nil {
		s.ask(ctx, s.counts, "/crowd/timeline.csv", time.Duration(10+random.IntN(200))*time.Millisecond)
	}
}

// importing imports releases in turn; one time in four it is killed on its way. What was imported must be what is shown.
func (s *soak) importing(ctx context.Context, random *rand.Rand) {
	for sleep(ctx, random, 400*time.Millisecond) {
		s.writing.Lock()
		r := s.releases[random.IntN(len(s.releases))]
		if random.IntN(4) == 0 {
			s.killed(random, s.command("import", r.dir), "import killed")
		} else if said, err := s.command("import", r.dir).CombinedOutput(); err != nil {
			s.wrong("import: %v: %s", err, said)
		} else {
			s.count("imported")
			s.shown(ctx, r)
		}
		s.writing.Unlock()
	}
}

// killed kills a command on its way, and reports whether it was faster.
func (s *soak) killed(random *rand.Rand, cmd *exec.Cmd, what string) {
	if err := cmd.Start(); err != nil {
		s.wrong("%v", err)
		return
	}
	time.Sleep(time.Duration(random.IntN(300)) * time.Millisecond)
	_ = cmd.Process.Kill()
	if cmd.Wait() != nil {
		s.count(what)
	}
}

// shown wants readers to see a release that was imported, soon.
func (s *soak) shown(ctx context.Context, r *release) {
	sha := ""
	for end := time.Now().Add(frozen); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if sha = s.ask(context.WithoutCancel(ctx), s.counts, "/api/v1/dossiers/crowd", 0); sha == r.sha {
			return
		}
	}
	s.wrong("release %s was imported and %q is shown", r.sha, sha)
}

// publishing writes copies over one another, and is sometimes killed. The folder is a copy, and whole.
func (s *soak) publishing(ctx context.Context, random *rand.Rand) {
	out := filepath.Join(s.dir, "site")
	s.folder(ctx, random, "published", out, func(r *release) map[string]string { return r.tree }, "publish", "--url", site, "--out", out)
}

// exporting does the same with the files of the dossier.
func (s *soak) exporting(ctx context.Context, random *rand.Rand) {
	out := filepath.Join(s.dir, "yaml")
	s.folder(ctx, random, "exported", out, func(r *release) map[string]string { return r.export }, "export", "--format", "yaml", "--out", out)
}

func (s *soak) folder(ctx context.Context, random *rand.Rand, what, out string, want func(*release) map[string]string, args ...string) {
	once := false
	for sleep(ctx, random, 2*time.Second) {
		if random.IntN(3) == 0 {
			s.killed(random, s.command(args...), what+", killed")
		} else if said, err := s.command(args...).CombinedOutput(); err == nil {
			once = true
			s.count(what)
		} else if strings.Contains(string(said), "panic") {
			s.wrong("%v: %s", args, said)
		} else {
			s.count(what + ", refused")
		}
		tree, whole := treeOf(out), false
		for _, r := range s.releases {
			whole = whole || same(tree, want(r))
		}
		if !whole && (once || len(tree) > 0) {
			s.wrong("after %v the folder has %d files that are no release", args, len(tree))
		}
	}
}

// killing kills the server and starts it again.
func (s *soak) killing(ctx context.Context, random *rand.Rand) {
	for sleep(ctx, random, 4*time.Second) {
		s.writing.Lock()
		s.kill()
		s.count("server killed")
		if err := s.start(); err != nil {
			s.wrong("after a kill: %v", err)
		}
		s.writing.Unlock()
	}
}
