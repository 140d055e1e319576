package handlers

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"mime"
	"net/http"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

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

// send answers with a file as its rows come. An error before its first byte is answered like any other; one after it
// breaks the transfer off.
func (s *server) send(c echo.Context, format export.Format, f export.File) error {
	f.CSV = export.CSVOptions{BOM: wanted(c, "bom"), Safe: wanted(c, "safe")}
	d := &download{c: c, format: format, name: fileName(format, f), control: http.NewResponseController(c.Response()), hash: sha256.New()}
	if c.Request().Method == http.MethodHead {
		d.begin()
		return nil
	}
	rows, err := format.Write(d, f)
	if err == nil {
		d.end(rows)
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
	c       echo.Context
	format  export.Format
	name    string
	control *http.ResponseController
	hash    hash.Hash
}

// begin sends the header.
func (d *download) begin() {
	h := d.c.Response().Header()
	h.Set(echo.HeaderContentType, d.format.MediaType())
	h.Set(echo.HeaderContentDisposition, disposition(d.name))
	h.Set("Cache-Control", "no-cache")
	h.Set("Trailer", trailerRows+", "+trailerSum)
	d.c.Response().WriteHeader(http.StatusOK)
}

// Write sends a part of the file, for which the client is given time anew.
func (d *download) Write(p []byte) (int, error) {
	if !d.c.Response().Committed {
		d.begin()
	}
	_ = d.control.SetWriteDeadline(time.Now().Add(patience)) // a writer that knows no deadline needs none
	d.hash.Write(p)
	return d.c.Response().Write(p)
}

// end sends the trailers.
func (d *download) end(rows int) {
	h := d.c.Response().Header()
	h.Set(trailerRows, strconv.Itoa(rows))
	h.Set(trailerSum, hex.EncodeToString(d.hash.Sum(nil)))
}

// wanted reports whether a request asks for something by any word but 0 and false, so that a guard is never left out for
// a word that was not foreseen.
func wanted(c echo.Context, name string) bool {
	values, asked := c.QueryParams()[name]
	return asked && values[0] != "0" && values[0] != "false"
}

// disposition names a download so that every client can read the name, whatever its script.
func disposition(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}
