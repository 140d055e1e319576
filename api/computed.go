package api

import (
	"reflect"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// computedField is a field that is computed from the record, or told otherwise than the record has it. It stands after the
// field of that name, and in its place if it has the same.
type computedField struct {
	of    reflect.Type
	after string
	field
}

func computed() []computedField {
	return []computedField{
		{reflect.TypeFor[domain.Document](), "PublishedIn", field{name: "publication", doc: "the same in its parts, as far as the record has them",
			shape: reflect.TypeFor[*domain.Publication](), tell: (*Records).publication}},
		compute("Made", "made_on", "when it was made: as recorded, or else the date of its document",
			func(r *Records, p *domain.Proposal) *Date { return plainDate(r.ix.Made(p)) }),
		compute("Document", "first_hand", "whether that document is the proposal itself",
			func(_ *Records, p *domain.Proposal) bool { return p.FirstHand() }),
		compute("Relations", "responses", "ids of the responses to it", func(r *Records, p *domain.Proposal) []string {
			return each(r.ix.ResponsesTo(p.ID), func(x *domain.Response) string { return x.ID })
		}),
		compute("Relations", "unanswered_by", "ids of the parties it was put to for whose answer it still waits",
			func(r *Records, p *domain.Proposal) []string { return same(compare.UnansweredBy(r.ix, p)) }),
		compute("Kind", "kind", "which part", func(_ *Records, t *domain.Term) domain.TermKind { return t.Kind }),
		compute("Made", "made_on", "when: as recorded, or else the date of its document",
			func(r *Records, x *domain.Response) *Date { return plainDate(r.ix.Responded(x)) }),
		compute("AttestedBy", "alleged", "whether another party than the responding one says so",
			func(_ *Records, x *domain.Response) bool { return x.Alleged() }),
		compute("Claimed", "listed", "how many members it names", func(_ *Records, l *domain.List) int { return l.Listed() }),
		compute("Rivals", "rivals", "ids of the claims that contradict it, whichever side records that",
			func(r *Records, c *domain.Claim) []string { return same(r.ix.Rivals(c.ID)) }),
	}
}

func compute[T, U any](after, name, doc string, of func(*Records, *T) U) computedField {
	return computedField{reflect.TypeFor[T](), after, field{name: name, doc: doc, shape: reflect.TypeFor[U](),
		tell: func(r *Records, record reflect.Value) any { return of(r, record.Addr().Interface().(*T)) }}}
}

// publication tells the parts of where a document was published.
func (r *Records) publication(record reflect.Value) any {
	if in := record.FieldByName("PublishedIn"); !in.IsZero() {
		return r.tell(in)
	}
	return nil
}
