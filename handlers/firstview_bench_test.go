package handlers_test

import (
	"context"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// firstViews are the pages whose first view is timed, each at every address at which it shows something else.
func firstViews(d *domain.Dossier) []struct {
	name  string
	paths []string
} {
	root := "/" + d.ID
	var days, tracks, documents, proposals []string
	for _, day := range compare.Steps(domain.NewIndex(d)) {
		days = append(days, day.String())
	}
	for _, t := range d.Tracks {
		tracks = append(tracks, t.ID)
	}
	for _, doc := range d.Documents {
		documents = append(documents, root+"/documents/"+doc.ID)
	}
	for _, p := range d.Proposals {
		proposals = append(proposals, root+"/proposals/"+p.ID)
	}
	return []struct {
		name  string
		paths []string
	}{
		{"state", each(root+"/state?on=", days)},
		{"comparison", each(root+"/comparison?track=", tracks)},
		{"overview", []string{root}},
		{"silence", each(root+"/silence?on=", days)},
		{"ledger", each(root+"/ledger?on=", days)},
		{"sheet", each(root+"/sheet?track=", tracks)},
		{"drift", each(root+"/drift?on=", days)},
		{"lists", []string{root + "/lists"}},
		{"replies", []string{root + "/replies"}},
		{"claims", []string{root + "/claims"}},
		{"proposals", []string{root + "/proposals"}},
		{"document", documents},
		{"proposal", proposals},
	}
}

func each(prefix string, values []string) []string {
	var paths []string
	for _, v := range values {
		paths = append(paths, prefix+v)
	}
	return paths
}

// unkept is a path with a part of the query that no page knows and that was never asked before, so that no kept body
// answers it.
func unkept(path string, n int) string {
	sign := "?"
	if strings.Contains(path, "?") {
		sign = "&"
	}
	return path + sign + "unkept=" + strconv.Itoa(n)
}

// timed asks for each of the paths in turn and reports the median and the 99th percentile of the time of one answer.
func timed(b *testing.B, h http.Handler, paths []string, codings ...string) {
	b.Helper()
	runtime.GC()
	var taken []time.Duration
	n := 0
	for b.Loop() {
		path := unkept(paths[n%len(paths)], n)
		n++
		start := time.Now()
		request(b, h, path, codings...)
		taken = append(taken, time.Since(start))
	}
	slices.Sort(taken)
	ms := func(share float64) float64 {
		return float64(taken[int(share*float64(len(taken)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(ms(0.5), "p50-ms")
	b.ReportMetric(ms(0.99), "p99-ms")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkFirstView answers, on one core, with pages that nobody has asked for, of a dossier that is in memory.
func BenchmarkFirstView(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	d := bundled(b)
	for _, page := range firstViews(d) {
		b.Run(page.name, func(b *testing.B) {
			b.ReportAllocs()
			timed(b, site(b, newLibrary(d)), page.paths)
		})
	}
}

// BenchmarkCompressedFirstView answers as BenchmarkFirstView does, to clients that take an answer compressed.
func BenchmarkCompressedFirstView(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	d := bundled(b)
	for _, coding := range []string{"gzip", "zstd"} {
		for _, page := range firstViews(d) {
			b.Run(page.name+"/"+coding, func(b *testing.B) {
				timed(b, site(b, newLibrary(d)), page.paths, coding)
			})
		}
	}
}

// BenchmarkChangedView answers, on one core, with pages of a dossier that has just changed: all that is computed from
// the whole of it is computed anew.
func BenchmarkChangedView(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	d := bundled(b)
	for _, page := range firstViews(d) {
		b.Run(page.name, func(b *testing.B) {
			b.ReportAllocs()
			timed(b, site(b, &restless{library: newLibrary(d)}), page.paths)
		})
	}
}

// restless is a library whose dossier has another version each time somebody asks.
type restless struct {
	*library
	asked atomic.Int64
}

func (l *restless) Version(context.Context, string) (string, error) {
	return strconv.FormatInt(l.asked.Add(1), 10), nil
}
