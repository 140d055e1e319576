package storage

import (
	"context"
	"runtime"
	"sync"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// builder makes the rows of all registers and notes what they have in common, while something else
// goes on.
type builder struct {
	begun     chan struct{} // closed when there are registers
	registers []table.Register
	next      chan int      // their ordinals
	hurry     chan struct{} // closed when nothing else goes on any more
	hasten    func()        // closes it
	ready     chan prepared
	stop      context.CancelFunc
	working   sync.WaitGroup
}

// prepared is a row ready to be written or, after the last row of a register, what all rows come to,
// or why that is not known.
type prepared struct {
	register int // its ordinal among the registers
	shown    []byte
	line     []byte // the cells as a line of a [table.Stream], without its end
	cells    []any  // texts, after the key and the sum, which are not known yet
	finished *finished
	err      error
}

// ahead is how many rows may be ready before they are written.
const ahead = 1024

// build begins to make the registers of a dossier, which must not change until close returns. One
// processor is left to what else goes on until hasten is called.
func build(ctx context.Context, ix *domain.Index) *builder {
	g := newBuilder()
	ctx, g.stop = context.WithCancel(ctx)
	g.working.Go(func() { g.begin(ix) })
	for range max(1, runtime.GOMAXPROCS(0)-1) {
		g.working.Go(func() { g.work(ctx, g.begun) })
	}
	g.working.Go(func() { g.work(ctx, g.hurry) })
	go func() {
		g.working.Wait()
		close(g.ready)
	}()
	return g
}

func (g *builder) begin(ix *domain.Index) {
	g.registers = compare.Registers(ix)
	g.next = make(chan int, len(g.registers))
	for i := range g.registers {
		g.next <- i
	}
	close(g.next)
	close(g.begun)
}

// work makes registers as long as there are any, once a channel is closed.
func (g *builder) work(ctx context.Context, from <-chan struct{}) {
	select {
	case <-from:
	case <-ctx.Done():
		return
	}
	<-g.begun
	for i := range g.next {
		g.make(ctx, i)
	}
}

func newBuilder() *builder {
	g := &builder{begun: make(chan struct{}), hurry: make(chan struct{}), ready: make(chan prepared, ahead), stop: func() {}}
	g.hasten = sync.OnceFunc(func() { close(g.hurry) })
	return g
}

// make sends the rows of a register in their order, and then what they come to. It stops early if the
// context ends.
func (g *builder) make(ctx context.Context, register int) {
	r := g.registers[register]
	p, shown := newIndexer(r.Table, r.Size), shownColumns(r.Table)
	for i := range r.Size {
		row := r.Row(i)
		p.note(uint32(i), row)
		next := prepared{register: register, shown: pack(nil, row, shown), cells: make([]any, 2, 2+len(row.Cells))}
		for j, cell := range row.Cells {
			if j > 0 {
				next.line = append(next.line, table.Unit)
			}
			text := cell.String()
			next.cells, next.line = append(next.cells, text), append(next.line, text...)
		}
		if !g.send(ctx, next) {
			return
		}
	}
	finished, err := p.finish()
	g.send(ctx, prepared{register: register, finished: finished, err: err})
}

func (g *builder) send(ctx context.Context, next prepared) bool {
	select {
	case g.ready <- next:
		return true
	case <-ctx.Done():
		return false
	}
}

// close ends the work, finished or not.
func (g *builder) close() {
	g.stop()
	g.working.Wait()
}
