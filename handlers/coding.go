package handlers

import (
	"bytes"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// coding is a way in which the bytes of an answer can be sent (RFC 9110, section 8.4): as they are, or compressed.
type coding int

const (
	identity coding = iota
	zstandard
	gzipped
)

// codings are all of them by their names in headers. Where a client likes two equally, the first is taken.
var codings = [...]string{zstandard: "zstd", gzipped: "gzip", identity: "identity"}

// preferred are all of them, that which makes an answer smallest in the least time first.
var preferred = [...]coding{zstandard, gzipped, identity}

// Levels weighed over the pages and files of the bundled dossier: Zstandard's first writes 450 MB a second and leaves
// 14 % of it, gzip's fifth 250 and 13, where the standard library's gzip writes 200 and leaves 17, or 70 and 12. No
// window is larger than a long page, so that a writer takes little memory.
const (
	gzipLevel  = 5
	zstdWindow = 128 << 10
)

// compressor compresses what is written to it into another writer.
type compressor interface {
	io.WriteCloser
	Reset(w io.Writer)
}

// compressors keeps compressors that were used before, by coding. It is safe for use by several goroutines.
type compressors [len(codings)]sync.Pool

func newCompressors() *compressors {
	return &compressors{zstandard: {New: func() any { return newZstd() }}, gzipped: {New: func() any { return newGzip() }}}
}

// into begins to compress into w.
func (p *compressors) into(w io.Writer, k coding) compressor {
	c := p[k].Get().(compressor)
	c.Reset(w)
	return c
}

// release gives back a compressor that is not written to any more.
func (p *compressors) release(c compressor, k coding) {
	c.Reset(nil)
	p[k].Put(c)
}

// whole returns a body compressed.
func (p *compressors) whole(body []byte, k coding) []byte {
	var buf bytes.Buffer
	c := p.into(&buf, k)
	c.Write(body) // a buffer takes everything
	c.Close()
	p.release(c, k)
	return buf.Bytes()
}

func newZstd() compressor {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1),
		zstd.WithWindowSize(zstdWindow), zstd.WithLowerEncoderMem(true))
	if err != nil {
		panic(err) // only options that do not exist are refused
	}
	return w
}

func newGzip() compressor {
	w, err := gzip.NewWriterLevel(nil, gzipLevel)
	if err != nil {
		panic(err) // only a level that does not exist is refused
	}
	return w
}

// declare says in a header that the body is in this coding. Other bytes have another tag.
func (k coding) declare(h http.Header) {
	if k == identity {
		return
	}
	h.Set("Content-Encoding", codings[k])
	if tag := h.Get("ETag"); tag != "" {
		h.Set("ETag", k.tag(tag))
	}
}

// tag is the tag of the same answer in this coding.
func (k coding) tag(plain string) string {
	if k == identity {
		return plain
	}
	return strings.TrimSuffix(plain, `"`) + "-" + codings[k] + `"`
}

// wish is what a client says of codings: how much it likes each, 0 for one that it cannot take.
type wish [len(codings)]float64

// leastWish is for an answer as it is where the client does not speak of that: it may have it, and likes it least.
const leastWish = 0.0001

// wished reads what a request says of codings (RFC 9110, section 12.5.3). Who says nothing gets the answer as it is. So
// does a client of HTTP/1.0, which knows the end of an answer by its length alone.
func wished(r *http.Request) wish {
	said := r.Header["Accept-Encoding"]
	if len(said) == 0 || !r.ProtoAtLeast(1, 1) {
		return wish{identity: 1}
	}
	var w wish
	others, named := -1.0, [len(codings)]bool{}
	for _, line := range said {
		for part := range strings.SplitSeq(line, ",") {
			name, q := weighed(part)
			if name == "*" {
				others = q
			} else if k := slices.Index(codings[:], name); k >= 0 {
				w[k], named[k] = q, true
			}
		}
	}
	for k := range w {
		switch {
		case named[k]:
		case others >= 0:
			w[k] = others
		case coding(k) == identity:
			w[k] = leastWish
		}
	}
	return w
}

// weighed reads a part of such a header: a name and how much it is liked, which is 0 if that cannot be read.
func weighed(part string) (name string, q float64) {
	name, parameters, _ := strings.Cut(part, ";")
	if name = strings.ToLower(strings.TrimSpace(name)); name == "x-gzip" {
		name = codings[gzipped]
	}
	if parameters == "" {
		return name, 1
	}
	key, value, _ := strings.Cut(parameters, "=")
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || !strings.EqualFold(strings.TrimSpace(key), "q") || !(q >= 0 && q <= 1) {
		return name, 0
	}
	return name, q
}

// best is the coding in which to send an answer that is worth compressing.
func (w wish) best() coding {
	best := identity
	for _, k := range preferred {
		if w[k] > 0 && (w[k] > w[best] || best == identity && w[k] == w[best]) {
			best = k
		}
	}
	return best
}

// forced is the coding in which to send an answer that is not: as it is, unless the client cannot take that.
func (w wish) forced() coding {
	if w[identity] > 0 {
		return identity
	}
	return w.best()
}

// held returns which tag of an answer the client has, if it has one in a coding that it takes, for an answer whose tag
// as it is is plain. Tags are compared weakly, since proxies that compress make strong tags weak.
func held(r *http.Request, plain string) (tag string, ok bool) {
	said := r.Header["If-None-Match"]
	if len(said) == 0 || plain == "" {
		return "", false
	}
	w := wished(r)
	for _, k := range preferred {
		if tag = k.tag(plain); w[k] > 0 && slices.ContainsFunc(said, func(line string) bool { return listed(line, tag) }) {
			return tag, true
		}
	}
	return "", false
}

// listed reports whether a list of tags has one, weak or strong. A comma may stand in a tag.
func listed(list, tag string) bool {
	for list != "" {
		list = strings.TrimPrefix(strings.TrimLeft(list, ", \t"), "W/")
		if !strings.HasPrefix(list, `"`) {
			return false
		}
		end := strings.IndexByte(list[1:], '"')
		if end < 0 {
			return false
		}
		if list[:end+2] == tag {
			return true
		}
		list = list[end+2:]
	}
	return false
}

// has reports whether a client has an answer that is there, in any coding that it takes; one that asks with a star has
// all that there are.
func has(r *http.Request, plain string) bool {
	_, ok := held(r, plain)
	return ok || strings.TrimSpace(r.Header.Get("If-None-Match")) == "*"
}
