package storage

import (
	"context"
	"sync"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// gathering makes the rows of all registers and notes what they have in common, while something else
// goes on.
type gathering struct {
	registers []compare.Register
	ready     chan prepared
	stop      context.CancelFunc
	working   sync.WaitGroup
}

// prepared is a row ready to be written or, after the last row of a register, what all rows come to,
// or why that is not known.
type prepared struct {
	register   int // its place among the registers
	ref, shown string
	cells      []any // texts
	finished   *finished
	err        error
}

// Rows are made by so many processors, and so many may be ready before they are written.
const (
	makers = 2
	ahead  = 1024
)

// gather begins to make the registers of a dossier, which must not change until close returns.
func gather(ctx context.Context, ix *domain.Index) *gathering {
	g := &gathering{registers: compare.Registers(ix), ready: make(chan prepared, ahead)}
	ctx, g.stop = context.WithCancel(ctx)
	next := make(chan int, len(g.registers))
	for i := range g.registers {
		next <- i
	}
	close(next)
	for range makers {
		g.working.Go(func() {
			for i := range next {
				g.make(ctx, i)
			}
		})
	}
	go func() {
		g.working.Wait()
		close(g.ready)
	}()
	return g
}

// gatherNothing is a gathering of no registers.
func gatherNothing() *gathering {
	g := &gathering{ready: make(chan prepared), stop: func() {}}
	close(g.ready)
	return g
}

// make sends the rows of a register in their order, and then what they come to. It stops early if the
// context ends.
func (g *gathering) make(ctx context.Context, register int) {
	r := g.registers[register]
	p, shown := newPlaces(r.Table), shownColumns(r.Table)
	var packed []byte
	for i := range r.Size {
		row := r.Row(i)
		p.note(uint32(i), row)
		packed = pack(packed[:0], row, shown)
		next := prepared{register: register, ref: row.Ref.ID, shown: string(packed), cells: make([]any, len(row.Cells))}
		for j, cell := range row.Cells {
			next.cells[j] = cell.String()
		}
		if !g.send(ctx, next) {
			return
		}
	}
	finished, err := p.finish()
	g.send(ctx, prepared{register: register, finished: finished, err: err})
}

func (g *gathering) send(ctx context.Context, next prepared) bool {
	select {
	case g.ready <- next:
		return true
	case <-ctx.Done():
		return false
	}
}

// close ends the work, finished or not.
func (g *gathering) close() {
	g.stop()
	g.working.Wait()
}
