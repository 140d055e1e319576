package main

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"pourparler/domain"
)

// TestStopCutsOff says what happened to a client that does not end.
func TestStopCutsOff(t *testing.T) {
	asked := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		close(asked)
		<-r.Context().Done()
	}))
	defer server.Close()
	go func() {
		if res, err := http.Get(server.URL); err == nil {
			res.Body.Close()
		}
	}()
	<-asked
	err := stop(t.Context(), server.Config, 10*time.Millisecond)
	var said strings.Builder
	if code := exitCode(err, &said); code != exitFailure || !strings.Contains(said.String(), "was cut off") || strings.Contains(said.String(), "deadline") {
		t.Errorf("exit code %d, %q", code, said.String())
	}
}

// TestNextPort takes the next port that is free where none is asked for, and says so; one that is asked for, or none but
// taken ones, is an error.
func TestNextPort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	first := taken.Addr().(*net.TCPAddr).Port
	if _, _, err := listenAny(first, first); domain.KindOf(err) != domain.Invalid || !strings.Contains(err.Error(), "--addr") {
		t.Errorf("every port is taken: %v", err)
	}
	l, note, err := listenAny(first, first+50)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if port := l.Addr().(*net.TCPAddr).Port; port <= first || port > first+50 || note != fmt.Sprintf("port %d is taken; ", first) || !local(l) {
		t.Errorf("listens on %s and says %q", l.Addr(), note)
	}
	l.Close()
	free := l.Addr().(*net.TCPAddr).Port
	if l, note, err = listenAny(free, free+50); err != nil || l.Addr().(*net.TCPAddr).Port == free && note != "" {
		t.Errorf("a free port: %v, %q, %v", l.Addr(), note, err)
	}
	l.Close()
	addr := taken.Addr().String()
	if _, _, err := (&serveCommand{Addr: &addr}).listen(); domain.KindOf(err) != domain.Invalid || !strings.Contains(err.Error(), addr) {
		t.Errorf("a port that was asked for and is taken: %v", err)
	}
}

// TestUsualPort starts on the usual port or, where that is taken, on one of those after it.
func TestUsualPort(t *testing.T) {
	if l, err := net.Listen("tcp", "127.0.0.1:8080"); err == nil {
		defer l.Close()
	}
	l, note, err := (&serveCommand{}).listen()
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if port := l.Addr().(*net.TCPAddr).Port; port <= 8080 || port > 8099 || note != "port 8080 is taken; " {
		t.Errorf("listens on %s and says %q", l.Addr(), note)
	}
}
