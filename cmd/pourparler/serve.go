package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/handlers"
	"pourparler/seeds"
	"pourparler/storage"
)

type serveCommand struct {
	Addr *string `help:"Address to listen on. If left out, 127.0.0.1:8080 or the next port that is free; only this machine can reach it." placeholder:"HOST:PORT" env:"POURPARLER_ADDR"`
	URL  string  `name:"url" help:"Public address of the site, with its path if it has one. Opens what is read here to other sites." placeholder:"URL" env:"POURPARLER_URL"`
}

// Ports that are tried, in turn, where none is asked for.
const (
	firstPort = 8080
	lastPort  = 8099
)

// Limits of the server: how long a client may take, and how long requests under way are given at the end.
const (
	moment        = 250 * time.Millisecond // until an import by another process is seen
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 5 * time.Minute
	idleTimeout   = 2 * time.Minute
	graceTimeout  = 10 * time.Second
	headerBytes   = 64 << 10
)

// Run listens, opens the database, loads the bundled dossier into an empty one, and serves until the context ends.
func (cmd *serveCommand) Run(c *console) error {
	listener, note, err := cmd.listen()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(c.ctx)
	defer cancel()
	site, served := &opening{}, make(chan error, 1)
	go func() { served <- serve(ctx, listener, site) }()
	store, err := c.open()
	if err == nil {
		defer store.Close()
		err = cmd.begin(c, store, listener, site, note)
	}
	if err != nil {
		cancel()
	}
	return errors.Join(err, <-served)
}

// begin puts the site in place and says where it is.
func (cmd *serveCommand) begin(c *console, store *storage.Store, listener net.Listener, site *opening, note string) error {
	loaded, err := loadBundled(c.ctx, store)
	if err != nil {
		return err
	}
	handler, err := cmd.handler(c, store, listener)
	if err != nil {
		return err
	}
	site.open(handler)
	fmt.Fprintf(c.out, "%s – http://%s/ (%sctrl-c to stop)\n", loaded, listener.Addr(), note)
	go store.KeepFolded(c.ctx)
	return nil
}

// listen opens the port that is asked for, or the first that is free, with a note if that is not the first of all.
func (cmd *serveCommand) listen() (l net.Listener, note string, err error) {
	if cmd.Addr == nil {
		return listenAny(firstPort, lastPort)
	}
	if *cmd.Addr == "" {
		return nil, "", domain.Errorf(domain.Invalid, "no address to listen on: write one such as 127.0.0.1:8080, or leave --addr and POURPARLER_ADDR out")
	}
	if l, err = net.Listen("tcp", *cmd.Addr); err != nil {
		err = domain.Errorf(domain.Invalid, "cannot listen on %s: %w: choose another with --addr", *cmd.Addr, err)
	}
	return l, "", err
}

// listenAny opens the first port of this machine that is free.
func listenAny(first, last int) (l net.Listener, note string, err error) {
	for port := first; port <= last; port++ {
		l, err = net.Listen("tcp", "127.0.0.1:"+strconv.Itoa(port))
		switch {
		case err == nil && port > first:
			return l, fmt.Sprintf("port %d is taken; ", first), nil
		case err == nil:
			return l, "", nil
		}
	}
	return nil, "", domain.Errorf(domain.Invalid, "cannot listen on any port from %d to %d: %w: choose another with --addr", first, last, err)
}

// local reports whether only this machine can reach a listener.
func local(listener net.Listener) bool {
	to, ok := listener.Addr().(*net.TCPAddr)
	return ok && to.IP.IsLoopback()
}

// handler is the site, whose footnotes name the public address or else the one listened on.
func (cmd *serveCommand) handler(c *console, store *storage.Store, listener net.Listener) (http.Handler, error) {
	base, err := publicAddress(cmd.URL)
	if err != nil {
		return nil, err
	}
	config := handlers.Config{Library: store, Logger: c.log, Package: packageOf, Moment: moment, Pages: tuneCollector(), Ready: store.Ready,
		URL: base, Local: base == "" && local(listener), Address: func(path string) string { return base + path }}
	if base == "" {
		base = "http://" + listener.Addr().String()
	}
	return handlers.New(config)
}

// serve answers until the context ends.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout,
		WriteTimeout: writeTimeout, IdleTimeout: idleTimeout, MaxHeaderBytes: headerBytes}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return stop(context.WithoutCancel(ctx), server, graceTimeout)
}

// stop ends a server, and after the grace what is under way in it.
func stop(ctx context.Context, server *http.Server, grace time.Duration) error {
	within, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	err := server.Shutdown(within)
	if errors.Is(err, context.DeadlineExceeded) {
		err = domain.Errorf(domain.Internal, "stopped: what was still being sent after %s was cut off", grace)
	}
	if err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}

// loadBundled puts the bundled dossier into a database that has none, and says in words what there is.
func loadBundled(ctx context.Context, store *storage.Store) (string, error) {
	there, err := store.IDs(ctx)
	if err != nil {
		return "", err
	}
	if len(there) > 0 {
		return count(len(there), "dossier") + " in the database", nil
	}
	files, err := seeds.SinoSoviet()
	if err != nil {
		return "", err
	}
	d, err := dossier.Read(files)
	if err != nil {
		return "", err
	}
	if _, err := store.Import(ctx, d); err != nil {
		return "", err
	}
	if _, err := store.Fold(ctx); err != nil { // so that a copy of the file has it from the first line on
		return "", err
	}
	return fmt.Sprintf("loaded the bundled dossier %q: %s", d.ID, summary(d)), nil
}

func summary(d *domain.Dossier) string {
	return fmt.Sprintf("%d proposals, %d responses, %d documents", len(d.Proposals), len(d.Responses), len(d.Documents))
}

// count says how many there are of something.
func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
