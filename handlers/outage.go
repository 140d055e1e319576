package handlers

import (
	"log/slog"
	"sync"
	"time"
)

// outage is a time in which the record cannot be read. Its reason is in the log once, however many ask meanwhile.
type outage struct {
	mu     sync.Mutex
	reason string // "" if there is none
	last   time.Time
}

// calm is how long nothing has to fail until an outage is over.
const calm = 3 * time.Second

func (o *outage) note(log *slog.Logger, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.last = time.Now(); o.reason != plain(err) {
		o.reason = plain(err)
		log.Error("the record cannot be read", "error", err)
	}
}

// over is called when the library has answered.
func (o *outage) over(log *slog.Logger) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.reason != "" && time.Since(o.last) > calm {
		o.reason = ""
		log.Warn("the record can be read again")
	}
}
