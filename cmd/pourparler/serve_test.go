package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
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
