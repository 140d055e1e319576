package storage_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/storage"
)

// asked are all questions that pages and files ask of a dossier, with what they are answered: a text, or the kind of the
// error.
func asked(ctx context.Context, s *storage.Store, id string) map[string]string {
	answers := map[string]string{}
	note := func(question string, answer any, err error) {
		if err != nil {
			answer = domain.KindOf(err)
		}
		answers[question] = fmt.Sprintf("%T %+v", answer, answer)
	}
	d, err := s.Dossier(ctx, id)
	note("dossier", d, err)
	if err == nil {
		answers["dossier"] = fmt.Sprintf("%+v", *d)
	}
	if d, err = s.Heading(ctx, id); err == nil {
		note("heading", *d, nil)
	} else {
		note("heading", nil, err)
	}
	version, err := s.Version(ctx, id)
	_, sha, _ := strings.Cut(version, "-")
	note("sha256", sha, err)
	from, _ := edtf.Parse("1964-03-10")
	queries := map[string]table.Query{"all": {Limit: 100}}
	for word, f := range map[string]table.Filter{"id": {Text: "pr"}, "own id": {Text: "r-3"}, "word": {Text: "talk"}, "words": {Text: "not ripe"},
		"no word": {Text: "zebra"}, "track": {Track: "talks"}, "party": {Party: "b"}, "stance": {Stance: "defers"}, "from": {From: from}, "to": {To: from}} {
		queries[word] = table.Query{Filter: f}
	}
	for _, name := range compare.RegisterNames() {
		head, _ := s.Listing(ctx, id, name, table.Query{Limit: 1})
		for _, c := range head.Columns {
			queries["by "+c.Name] = table.Query{Sort: c.Name, Limit: 20}
			queries["down by "+c.Name] = table.Query{Sort: c.Name, Descending: true, Filter: table.Filter{Text: "t"}}
		}
		for word, q := range queries {
			if strings.Contains(word, "by ") && head.Index(q.Sort) < 0 {
				continue
			}
			l, err := s.Listing(ctx, id, name, q)
			note(name+" "+word, []any{l.Rows, l.Total, l.All, l.Fields}, err)
			stream(ctx, s, id, name, q, func(answer any, err error) { note(name+" file "+word, answer, err) })
		}
	}
	return answers
}

func stream(ctx context.Context, s *storage.Store, id, name string, q table.Query, note func(any, error)) {
	st, err := s.Stream(ctx, id, name, q)
	if err != nil {
		note(nil, err)
		return
	}
	var all []byte
	for batch, err := range st.Batches {
		if err != nil {
			note(nil, err)
			return
		}
		all = append(all, batch...)
	}
	note(string(all), nil)
}

// damages changes the rows of a database behind its back, as somebody with another program can.
type damages struct {
	rand *rand.Rand
	db   *sql.DB
	mark func(n int) string
}

// columns are the tables with the columns whose change must never be seen as another answer, besides the removal of a row.
var columns = map[string][]string{
	"register_cells":  {"c00", "c01", "c02", "c03", "c05", "sum"},
	"register_rows":   {"shown", "sum"},
	"register_sets":   {"ordinals", "next", "value", "facet", "sum"},
	"register_orders": {"ordinals", "part", "column_name", "sum"},
	"registers":       {"size", "version", "fields", "form", "sum", "name"},
	"records":         {"body", "ord", "id", "version"},
	"changes":         {"after", "ord_after", "hash", "id"},
	"acts":            {"hash"},
	"releases":        {"sha256", "number"},
	"links":           {"field", "to_id"},
	"dossiers":        {"version"},
}

// damage changes something and says what, or "" if the database did not let it.
func (d *damages) damage(t *testing.T, name string, i int) string {
	kinds := append([]string{"DELETE", "SWAP"}, columns[name]...)
	column := kinds[i%len(kinds)]
	rows, err := d.db.Query("SELECT * FROM " + name)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	var all [][]any
	for rows.Next() {
		cells, into := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		all = append(all, cells)
	}
	rows.Close()
	row, other := all[d.rand.IntN(len(all))], all[d.rand.IntN(len(all))]
	var where []string
	var values []any
	for i, n := range names {
		if row[i] != nil && len(where) < 7 {
			values = append(values, row[i])
			where = append(where, fmt.Sprintf(`"%s" = %s`, n, d.mark(len(values))))
		}
	}
	statement := "DELETE FROM " + name
	if column == "SWAP" {
		column = columns[name][0]
		i := slices.Index(names, column)
		if reflect.DeepEqual(row[i], other[i]) {
			return ""
		}
		values = append(values, other[i])
		statement = fmt.Sprintf(`UPDATE %s SET "%s" = %s`, name, column, d.mark(len(values)))
	} else if column != "DELETE" {
		values = append(values, d.other(row[slices.Index(names, column)]))
		statement = fmt.Sprintf(`UPDATE %s SET "%s" = %s`, name, column, d.mark(len(values)))
	}
	if strings.HasPrefix(d.mark(1), "?") && statement[0] == 'U' { // marks without numbers stand in the order of the text
		values = append(values[len(values)-1:], values[:len(values)-1]...)
	}
	done, err := d.db.Exec(statement+" WHERE "+strings.Join(where, " AND "), values...)
	if err != nil {
		return ""
	}
	if n, _ := done.RowsAffected(); n == 0 {
		return ""
	}
	return fmt.Sprintf("%s WHERE %v", statement, where)
}

// other is another value of the same type.
func (d *damages) other(v any) any {
	switch v := v.(type) {
	case int64:
		return v + 1 + d.rand.Int64N(3)
	case int32:
		return v + 1 + d.rand.Int32N(3)
	case []byte:
		if len(v) == 0 {
			return []byte{1}
		}
		changed := bytes.Clone(v)
		changed[d.rand.IntN(len(v))] ^= 1 << d.rand.IntN(7)
		return changed
	case string:
		if at := strings.IndexFunc(v, func(r rune) bool { return r >= 'a' && r < 'z' }); at >= 0 {
			return v[:at] + string(v[at]+1) + v[at+1:]
		}
		return v + "x"
	}
	return "x"
}

// damagedDatabases open one of each kind, and another way into it by which nothing is refused.
func damagedDatabases() map[string]func(t *testing.T) (*storage.Store, *damages) {
	return map[string]func(t *testing.T) (*storage.Store, *damages){
		"SQLite": func(t *testing.T) (*storage.Store, *damages) {
			path := newFile(t)
			s := open(t, path)
			mustImport(t, s, sized(t, "full", 20), true)
			db := mustOpen(t, "sqlite", path+"?_pragma=busy_timeout(5000)")
			for _, name := range mustStrings(t, s, "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
				mustExec(t, db, "DROP TRIGGER "+name)
			}
			return s, &damages{db: db, mark: func(int) string { return "?" }}
		},
		"PostgreSQL": func(t *testing.T) (*storage.Store, *damages) {
			dsn := newSchema(t)
			s := open(t, dsn)
			mustImport(t, s, sized(t, "full", 20), true)
			db := mustOpen(t, "pgx", dsn)
			for _, name := range []string{"acts", "changes", "blanked"} {
				mustExec(t, db, "ALTER TABLE "+name+" DISABLE TRIGGER USER")
			}
			return s, &damages{db: db, mark: func(n int) string { return fmt.Sprintf("$%d", n) }}
		}}
}

func mustOpen(t *testing.T, driver, dsn string) *sql.DB {
	t.Helper()
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func mustStrings(t *testing.T, s *storage.Store, query string) []string {
	t.Helper()
	all, err := s.Strings(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestDamagedRows changes and removes rows behind the back of a program that has the database open. What it then answers is
// right or an error; a check finds the damage; and the same import again mends it.
func TestDamagedRows(t *testing.T) {
	seed := uint64(1964)
	for engine, begin := range damagedDatabases() {
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			s, d := begin(t)
			d.rand = rand.New(rand.NewPCG(seed, 0))
			want := asked(t.Context(), s, "full")
			wantNoProblem(t, s, "before")
			done, noticed, wrong := 0, 0, 0
			for _, name := range slices.Sorted(maps.Keys(columns)) {
				for i := range len(columns[name]) + 2 {
					if engine == "PostgreSQL" && d.rand.IntN(3) > 0 || testing.Short() && d.rand.IntN(4) > 0 {
						continue // each takes much longer there
					}
					what := d.damage(t, name, i)
					if what == "" {
						continue
					}
					done++
					refused, other := compared(t, what, want, asked(t.Context(), s, "full"))
					wrong += other
					if refused > 0 {
						noticed++
					}
					problems, err := s.Check(t.Context())
					if err != nil || len(problems) == 0 {
						t.Errorf("after %s: Check = %v, %v, want a problem", what, problems, err)
					}
					_, err = s.Import(t.Context(), sized(t, "full", 20))
					if err != nil {
						t.Fatalf("after %s: Import: %v", what, err)
					}
					if refused, _ := compared(t, what+" and import", want, asked(t.Context(), s, "full")); refused > 0 {
						t.Errorf("after %s: %d answers are refused even after an import", what, refused)
					}
					if name == "changes" || name == "acts" || name == "releases" { // what an older release said is lost
						s, d.db, d.mark = again(t, begin, d)
					} else {
						wantNoProblem(t, s, what)
					}
				}
			}
			t.Logf("%s: %d damages, %d noticed by readers, %d wrong answers", engine, done, noticed, wrong)
			if least := map[string]int{"SQLite": 45, "PostgreSQL": 10}[engine]; done < least && !testing.Short() {
				t.Errorf("%d damages were done, want %d at least", done, least)
			}
		})
	}
}

func again(t *testing.T, begin func(*testing.T) (*storage.Store, *damages), d *damages) (*storage.Store, *sql.DB, func(int) string) {
	s, fresh := begin(t)
	return s, fresh.db, fresh.mark
}

// compared counts the answers that were refused and those that are other than they should be.
func compared(t *testing.T, what string, want, got map[string]string) (refused, wrong int) {
	t.Helper()
	for question, answer := range want {
		switch got[question] {
		case answer:
		case fmt.Sprintf("%T %+v", domain.Damaged, domain.Damaged), fmt.Sprintf("%T %+v", domain.Unavailable, domain.Unavailable):
			refused++
		default:
			if got[question] == "" {
				refused++ // the columns of that table could not be had
				continue
			}
			wrong++
			t.Errorf("after %s:\n%s = %.300s\nwant %.300s", what, question, got[question], answer)
		}
	}
	return refused, wrong
}

func wantNoProblem(t *testing.T, s *storage.Store, when string) {
	t.Helper()
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Fatalf("after %s: Check = %v, %v, want nothing", when, problems, err)
	}
}

// TestDamagedFile overwrites bytes of the file under a program that has it open. What it then answers is right or an error.
func TestDamagedFile(t *testing.T) {
	sound := filepath.Join(t.TempDir(), "sound.db")
	s := open(t, sound)
	mustImport(t, s, sized(t, "full", 20), true)
	if whole, err := s.Fold(t.Context()); !whole || err != nil {
		t.Fatal(whole, err)
	}
	want := asked(t.Context(), s, "full")
	content, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	random, noticed, found := rand.New(rand.NewPCG(1963, 0)), 0, 0
	times := 30
	if testing.Short() {
		times = 8
	}
	for n := range times {
		path := newFile(t)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		var s *storage.Store
		if n%2 == 0 {
			s = open(t, path)
		}
		what := overwrite(t, path, random, len(content))
		for range n % 5 {
			what += ", " + overwrite(t, path, random, len(content))
		}
		if n%2 == 1 {
			var err error
			if s, err = storage.Open(t.Context(), storage.Config{DSN: path}); err != nil {
				if kind := domain.KindOf(err); kind == domain.Internal {
					t.Errorf("after %s: Open: %v", what, err)
				}
				noticed, found = noticed+1, found+1
				continue
			}
		}
		refused, _ := compared(t, fmt.Sprint(n, ": ", what), want, asked(t.Context(), s, "full"))
		if refused > 0 {
			noticed++
		}
		if problems, err := s.Check(t.Context()); len(problems) > 0 || err != nil {
			found++
		}
		if n%2 == 1 {
			s.Close()
		}
	}
	t.Logf("%d damaged files: %d noticed by readers, %d found by a check", times, noticed, found)
}

// overwrite overwrites some bytes, a page or the end of a file.
func overwrite(t *testing.T, path string, random *rand.Rand, size int) string {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	at, length := random.IntN(size), 1+random.IntN(64)
	if random.IntN(3) == 0 {
		at, length = at/4096*4096, 4096
	}
	if random.IntN(8) == 0 {
		if err := f.Truncate(int64(at)); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%d bytes of %d left", at, size)
	}
	for i := range length {
		if _, err := f.WriteAt([]byte{byte(random.UintN(256))}, int64(at+i)); err != nil {
			t.Fatal(err)
		}
	}
	return fmt.Sprintf("%d bytes at %d overwritten", length, at)
}
