package browser

import (
	"fmt"
	"net/url"
	"strings"
	"sync"

	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// Log is what went wrong behind a page while it was open.
type Log struct {
	Console  []string // errors on the console, exceptions among them
	Failed   []string // requests that got no answer or one of 400 and above
	External []string // addresses asked for on another host than the page's
}

// Log returns what has gone wrong since the page was opened.
func (p *Page) Log() Log {
	return p.log.snapshot()
}

// recorder collects a Log from the events of a tab, which arrive on another
// goroutine than the test's.
type recorder struct {
	host string

	mu  sync.Mutex
	log Log
	url map[network.RequestID]string
}

func newRecorder(page string) *recorder {
	r := &recorder{url: map[network.RequestID]string{}}
	if u, err := url.Parse(page); err == nil {
		r.host = u.Host
	}
	return r
}

func (r *recorder) snapshot() Log {
	r.mu.Lock()
	defer r.mu.Unlock()
	return Log{
		Console:  append([]string(nil), r.log.Console...),
		Failed:   append([]string(nil), r.log.Failed...),
		External: append([]string(nil), r.log.External...),
	}
}

func (r *recorder) event(ev any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		if ev.Type == runtime.ConsoleAPICalledTypeError {
			r.console(joinArgs(ev.Args))
		}
	case *runtime.EventExceptionThrown:
		r.console(exception(ev.ExceptionDetails))
	case *cdplog.EventEntryAdded:
		if ev.Entry.Level == cdplog.EntryLevelError {
			r.console(strings.TrimSpace(ev.Entry.Text + " " + ev.Entry.URL))
		}
	case *network.EventRequestWillBeSent:
		r.request(ev.RequestID, ev.Request.URL)
	case *network.EventResponseReceived:
		if ev.Response.Status >= 400 {
			r.fail(ev.Response.URL, fmt.Sprint(ev.Response.Status))
		}
	case *network.EventLoadingFailed:
		r.fail(r.url[ev.RequestID], ev.ErrorText)
	}
}

func (r *recorder) console(text string) {
	r.log.Console = append(r.log.Console, text)
}

func (r *recorder) fail(address, reason string) {
	r.log.Failed = append(r.log.Failed, address+": "+reason)
}

// request notes an address, and that it is external if it names a host that
// is not the page's; data: and blob: addresses name none.
func (r *recorder) request(id network.RequestID, address string) {
	r.url[id] = address
	u, err := url.Parse(address)
	if err != nil || u.Host != "" && u.Host != r.host {
		r.log.External = append(r.log.External, address)
	}
}

func joinArgs(args []*runtime.RemoteObject) string {
	var words []string
	for _, arg := range args {
		if arg.Description != "" {
			words = append(words, arg.Description)
			continue
		}
		words = append(words, strings.Trim(string(arg.Value), `"`))
	}
	return strings.Join(words, " ")
}

func exception(details *runtime.ExceptionDetails) string {
	if details.Exception != nil && details.Exception.Description != "" {
		return details.Exception.Description
	}
	return details.Text
}
