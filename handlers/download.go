package handlers

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"mime"
	"net/http"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/export"
)

// Trailers of a file, which come after its last byte and only if it is whole: how many rows it has, and the SHA-256 of its
// bytes in hexadecimal digits.
const (
	trailerRows = "Pourparler-Rows"
	trailerSum  = "Pourparler-Sha256"
)

// patience is how long a client may take for a part of a file. A whole one may take as long as it takes.
const patience = time.Minute

// send answers with a table as a file, as its rows come.
func (s *server) send(c echo.Context, format export.Format, f export.File) error {
	f.CSV = export.CSVOptions{BOM: wanted(c, "bom"), Safe: wanted(c, "safe")}
	return s.download(c, &download{mediaType: format.MediaType(), name: fileName(format, f), rows: true,
		write: func(w io.Writer) (int, error) { return format.Write(w, f) }})
}

// download answers with a file while it is written. An error before its first byte is answered like any other; one after it
// breaks the transfer off.
func (s *server) download(c echo.Context, d *download) error {
	if err := s.steady(c); err != nil {
		return err
	}
	d.c, d.control, d.hash = c, http.NewResponseController(c.Response()), sha256.New()
	if c.Request().Method == http.MethodHead {
		d.begin()
		return nil
	}
	pass(c)
	leave, err := s.gates.downloads.enter(c.Request().Context())
	if err != nil {
		return err
	}
	defer leave()
	if err := d.measure(); err != nil {
		return err
	}
	rows, err := d.write(d)
	if err == nil {
		err = d.end(rows)
	}
	return err
}

// fileName says of which dossier and release a file is, which table, and how its rows were chosen.
func fileName(format export.Format, f export.File) string {
	parts := append([]string{f.About.Dossier, f.About.Release, f.Name}, f.About.Words()...)
	if format == export.FormatCSV && f.CSV.Safe {
		parts = append(parts, "safe")
	}
	return export.FileName(string(format), parts...)
}

// download is the body of a file on its way to a client.
type download struct {
	mediaType string
	name      string
	rows      bool // it is a table
	write     func(io.Writer) (rows int, err error)

	c       echo.Context
	control *http.ResponseController
	hash    hash.Hash
	length  length // of what was written
	wanted  length // what the header promises an old client
	last    []byte // what an old client gets only once it is known that nothing comes after it
}

// length counts bytes and keeps none.
type length int64

func (l *length) Write(p []byte) (int, error) {
	*l += length(len(p))
	return len(p), nil
}

// old reports whether the client speaks HTTP/1.0, in which a file ends with its connection, however that ended.
func (d *download) old() bool { return !d.c.Request().ProtoAtLeast(1, 1) }

// measure promises an old client the length of the file, by which alone it knows that it has all of it. It costs writing
// the file once more, to nowhere.
func (d *download) measure() error {
	if !d.old() {
		return nil
	}
	_, err := d.write(&d.wanted)
	return err
}

// begin sends the header.
func (d *download) begin() {
	h := d.c.Response().Header()
	h.Set(echo.HeaderContentType, d.mediaType)
	h.Set(echo.HeaderContentDisposition, disposition(d.name))
	h.Set("Cache-Control", "no-cache")
	if d.wanted > 0 {
		h.Set(echo.HeaderContentLength, strconv.FormatInt(int64(d.wanted), 10))
	} else if d.rows {
		h.Set("Trailer", trailerRows+", "+trailerSum)
	} else {
		h.Set("Trailer", trailerSum)
	}
	d.c.Response().WriteHeader(http.StatusOK)
}

// Write sends a part of the file, for which the client is given time anew.
func (d *download) Write(p []byte) (int, error) {
	if !d.c.Response().Committed {
		d.begin()
	}
	_ = d.control.SetWriteDeadline(time.Now().Add(patience)) // a writer that knows no deadline needs none
	d.hash.Write(p)
	if d.old() {
		return d.writeOld(p)
	}
	return d.c.Response().Write(p)
}

// writeOld sends a part of the file to an old client, but for the last byte that it was promised.
func (d *download) writeOld(p []byte) (int, error) {
	n, _ := d.length.Write(p)
	switch {
	case d.length > d.wanted:
		return 0, d.another()
	case d.length == d.wanted && n > 0:
		d.last, p = []byte{p[n-1]}, p[:n-1]
	}
	_, err := d.c.Response().Write(p)
	return n, err
}

// end sends the trailers; or an error, if the file is another than an old client was promised.
func (d *download) end(rows int) error {
	if d.old() {
		return d.endOld()
	}
	h := d.c.Response().Header()
	if d.rows {
		h.Set(trailerRows, strconv.Itoa(rows))
	}
	h.Set(trailerSum, hex.EncodeToString(d.hash.Sum(nil)))
	return nil
}

// endOld sends the last byte to an old client, if the file is as long as was promised.
func (d *download) endOld() error {
	if d.length != d.wanted {
		return d.another()
	}
	_, err := d.c.Response().Write(d.last)
	return err
}

func (d *download) another() error {
	return domain.Errorf(domain.Conflict, "the file changed while it was sent: ask for it again")
}

// wanted reports whether a request asks for something by one of the [flags], or by naming it alone.
func wanted(c echo.Context, name string) bool {
	values, asked := c.QueryParams()[name]
	return asked && values[0] != "0" && values[0] != "false"
}

// disposition names a download so that every client can read the name, whatever its script.
func disposition(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}
