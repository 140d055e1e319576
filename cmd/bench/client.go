package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"pourparler/domain"
)

// client asks a server one thing after another on one connection, which stays open as that of a browser does. It does
// little with the answers, because it shares the cores with the server.
type client struct {
	address  string
	patience time.Duration
	conn     net.Conn
	reader   *bufio.Reader
	buffer   []byte
}

// answer is what came back.
type answer struct {
	status int
	tag    string // ETag
	bytes  int64  // of the body, as transferred
	lines  int64
	took   time.Duration // until the last byte was read
	cpu    sample        // seconds of the processors, where one program wrote it and has ended
}

// readBytes is how much a reader of a stream takes at a time, from the server and from sqlite3 alike.
const readBytes = 64 << 10

func newClient(address string, patience time.Duration) *client {
	return &client{address: address, patience: patience, buffer: make([]byte, readBytes)}
}

// asBrowser is the header by which browsers take compressed pages.
const asBrowser = "Accept-Encoding: gzip\r\n"

// page asks for a page as a browser does: it takes gzip, and with a tag it has the page of that tag already.
func (c *client) page(path, tag string) (answer, error) {
	header := asBrowser
	if tag != "" {
		header += "If-None-Match: " + tag + "\r\n"
	}
	return c.get(path, header, c.drain)
}

// file asks for a file as it is, without compression.
func (c *client) file(path string) (answer, error) { return c.get(path, "", c.drain) }

// get asks for a path and has read take in the body.
func (c *client) get(path, header string, read func(io.Reader, *answer) error) (a answer, err error) {
	defer func() {
		if err != nil {
			c.close()
			err = domain.Errorf(domain.Internal, "GET %s: %w", path, err)
		}
	}()
	if err := c.connect(); err != nil {
		return a, err
	}
	begun := time.Now()
	if err := c.conn.SetDeadline(begun.Add(c.patience)); err != nil {
		return a, err
	}
	if _, err := fmt.Fprintf(c.conn, "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n", path, c.address, header); err != nil {
		return a, err
	}
	res, err := http.ReadResponse(c.reader, nil)
	if err != nil {
		return a, err
	}
	a.status, a.tag = res.StatusCode, res.Header.Get("ETag")
	err = read(res.Body, &a)
	a.took = time.Since(begun)
	return a, err
}

func (c *client) connect() (err error) {
	if c.conn != nil {
		return nil
	}
	if c.conn, err = net.DialTimeout("tcp", c.address, c.patience); err != nil {
		c.conn = nil
		return err
	}
	c.reader = bufio.NewReaderSize(c.conn, readBytes)
	return nil
}

func (c *client) close() {
	if c.conn != nil {
		c.conn.Close()
	}
	c.conn = nil
}

// drain reads to the end and counts bytes and lines.
func (c *client) drain(r io.Reader, a *answer) error { return drain(r, c.buffer, a) }

// drain reads a stream to its end and counts its bytes and lines.
func drain(r io.Reader, buffer []byte, a *answer) error {
	for {
		n, err := r.Read(buffer)
		a.bytes += int64(n)
		a.lines += int64(bytes.Count(buffer[:n], []byte{'\n'}))
		switch err {
		case nil:
		case io.EOF:
			return nil
		default:
			return err
		}
	}
}
