package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"path/filepath"

	"pourparler/domain"
)

// answer is what the handler says to a request: nothing is kept in memory, the body goes into its file as it comes.
type answer struct {
	header http.Header
	status int
	place  func(*answer) (string, error) // where the body goes, asked once when it begins
	file   io.WriteCloser
	bytes  int64
	err    error
	cancel func() // tells the handler that nobody waits any more
}

// fail notes why the body cannot be written.
func (a *answer) fail(err error) {
	if a.err = err; err != nil {
		a.cancel()
	}
}

// fault is why the body could not be written, in words.
func (a *answer) fault(of address) error {
	var known *domain.Error
	if errors.As(a.err, &known) {
		return fmt.Errorf("publish: %s: %w", of, a.err)
	}
	return domain.Errorf(domain.Internal, "the copy cannot be written: %w: make room, or name another folder with --out", a.err)
}

// Header returns the header that the handler fills in.
func (a *answer) Header() http.Header { return a.header }

// WriteHeader begins the body. Whatever is not an answer with the thing asked for is not kept.
func (a *answer) WriteHeader(status int) {
	if a.status != 0 {
		return
	}
	a.status = status
	if status != http.StatusOK {
		return
	}
	path, err := a.place(a)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err == nil {
		a.file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	}
	a.fail(err)
}

// Write adds to the body.
func (a *answer) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	if a.err != nil {
		return 0, a.err
	}
	a.bytes += int64(len(p))
	if a.file == nil {
		return len(p), nil
	}
	n, err := a.file.Write(p)
	a.fail(err)
	return n, err
}

// Flush is for handlers that send as they go; a file needs none.
func (a *answer) Flush() {}

// media is the media type without its parameters.
func (a *answer) media() string {
	media, _, err := mime.ParseMediaType(a.header.Get("Content-Type"))
	if err != nil {
		return ""
	}
	return media
}

// attachment is the name that a download asks to be kept under.
func (a *answer) attachment() string {
	_, params, err := mime.ParseMediaType(a.header.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	return params["filename"]
}

// ask asks the handler for an address. A transfer that the handler breaks off, or whose file cannot be written, is an
// error; any status is an answer.
func ask(ctx context.Context, h http.Handler, of address, place func(*answer) (string, error)) (a *answer, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+here+of.String(), nil)
	if err != nil {
		return nil, err
	}
	request.RequestURI = of.String()
	a = &answer{header: http.Header{}, place: place, cancel: cancel}
	defer func() {
		if fault := recover(); fault != nil && a.err != nil {
			err = a.fault(of)
		} else if fault != nil {
			err = domain.Errorf(domain.Internal, "the answer to %s broke off: %v", of, fault)
		}
		if a.file != nil {
			if closed := a.file.Close(); err == nil {
				err = closed
			}
		}
	}()
	h.ServeHTTP(a, request)
	a.WriteHeader(http.StatusOK)
	if a.err != nil {
		return a, a.fault(of)
	}
	return a, nil
}
