package storage_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/storage"
)

// oracle answers queries by plain SQL over the views, without any of what makes pages fast. What files do not have stands
// in tables beside them: words, ids and stances that a filter finds, and the words and numbers by which cells are ordered.
type oracle struct{ *storage.Store }

func newOracle(t *testing.T, s *storage.Store) oracle {
	for _, statement := range []string{"CREATE TABLE found (dossier text, register text, n integer, what text, value text)",
		"CREATE TABLE ordered (dossier text, register text, n integer, name text, key text, words text)",
		"CREATE INDEX found_by ON found (dossier, register, n)", "CREATE INDEX ordered_by ON ordered (dossier, register, name, n)"} {
		if err := s.Exec(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	return oracle{s}
}

// learn notes of a table what its view does not have.
func (o oracle) learn(t *testing.T, id string, whole table.Table) {
	insert := func(into string, values ...any) {
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(values)), ", ")
		if err := o.Exec(t.Context(), "INSERT INTO "+into+" VALUES ("+marks+")", values...); err != nil {
			t.Fatal(err)
		}
	}
	for i, c := range whole.Columns {
		var dates []edtf.Date
		for _, row := range whole.Rows {
			for _, v := range row.Cells[i] {
				dates = append(dates, v.Date)
			}
		}
		slices.SortFunc(dates, table.Chronological)
		for n, row := range whole.Rows {
			key, words := sortKey(c, row.Cells[i], dates)
			insert("ordered", id, whole.Name, n, c.Name, key, words)
		}
	}
	for n, row := range whole.Rows {
		found := map[[2]string]bool{}
		row.Searched(func(text string) {
			for _, word := range table.Words(text) {
				found[[2]string{"word", word}] = true
			}
		}, func(id string) { found[[2]string{"id", id}] = true })
		for _, stance := range row.Stances {
			found[[2]string{"stance", stance}] = true
		}
		for what := range found {
			insert("found", id, whole.Name, n, what[0], what[1])
		}
	}
}

// sortKey is what a cell is ordered by as text: dates by their places among all of the column, numbers with zeros before
// them, days as they are; and the words that a reader sees.
func sortKey(c table.Column, cell table.Cell, dates []edtf.Date) (key, words string) {
	var keys, shown []string
	for _, v := range cell {
		shown = append(shown, strings.ToLower(v.Display()))
		switch {
		case !v.Date.IsZero():
			place, _ := slices.BinarySearchFunc(dates, v.Date, table.Chronological)
			keys = append(keys, fmt.Sprintf("%09d", place))
		case c.Type == table.TypeInteger:
			keys = append(keys, fmt.Sprintf("%020s", v.Text))
		case c.Type == table.TypeDay:
			keys = append(keys, v.Text)
		}
	}
	return strings.Join(keys, ";"), strings.Join(shown, "\x01")
}

// where is a query as a condition on rows r of a view, with its values.
func (o oracle) where(t table.Table, f table.Filter) (string, []any) {
	conditions, values := []string{"1 = 1"}, []any{}
	add := func(condition string, bound ...any) {
		conditions, values = append(conditions, condition), append(values, bound...)
	}
	const found = "EXISTS (SELECT 1 FROM found f WHERE f.dossier = r.dossier AND f.register = '%s' AND f.n = r.n AND f.what = '%s' AND %s)"
	for section, id := range map[domain.Section]string{domain.SectionTracks: f.Track, domain.SectionParties: f.Party, domain.SectionDocuments: f.Document} {
		var columns []string
		for _, c := range t.Columns {
			if c.Facet == section {
				columns = append(columns, fmt.Sprintf(`instr('; ' || "%s" || '; ', '; ' || ? || '; ') > 0`, c.Name))
			}
		}
		if id != "" {
			add("("+strings.Join(append(columns, "1 = 0"), " OR ")+")", slices.Repeat([]any{id}, len(columns))...)
		}
	}
	if f.Stance != "" {
		add(fmt.Sprintf(found, t.Name, "stance", "f.value = ?"), f.Stance)
	}
	if !f.From.IsZero() || !f.To.IsZero() {
		o.dated(t, f, add)
	}
	if looked := strings.ToLower(strings.TrimSpace(f.Text)); looked != "" {
		words, bound := []string{}, []any{}
		for _, word := range table.Words(looked) {
			words, bound = append(words, fmt.Sprintf(found, t.Name, "word", "substr(f.value, 1, length(?)) = ?")), append(bound, word, word)
		}
		if len(words) == 0 {
			words = []string{"1 = 0"}
		}
		add("("+strings.Join(words, " AND ")+" OR "+fmt.Sprintf(found, t.Name, "id", "f.value = ?")+")", append(bound, looked)...)
	}
	return strings.Join(conditions, " AND "), values
}

// dated wants the first date of a row that is stated, by the days that it can mean.
func (o oracle) dated(t table.Table, f table.Filter, add func(string, ...any)) {
	first, last, any := "CASE", "CASE", "1 = 0"
	for i, c := range t.Columns {
		if c.Type == table.TypeEDTF {
			said := fmt.Sprintf(`"%s" <> ''`, c.Name)
			first += fmt.Sprintf(` WHEN %s THEN "%s"`, said, t.Columns[i+1].Name)
			last += fmt.Sprintf(` WHEN %s THEN "%s"`, said, t.Columns[i+2].Name)
			any += " OR " + said
		}
	}
	add("(" + any + ")")
	if day, edge := f.From.Earliest(); edge == edtf.Known && !f.From.IsZero() && any != "1 = 0" {
		add("(("+last+" END) = '' OR ("+last+" END) >= ?)", day.String())
	}
	if day, edge := f.To.Latest(); edge == edtf.Known && !f.To.IsZero() && any != "1 = 0" {
		add("(("+first+" END) = '' OR ("+first+" END) <= ?)", day.String())
	}
}

// ask returns the rows that a query wants, as files have them, and how many meet its filter.
func (o oracle) ask(t *rapid.T, id string, of table.Table, q table.Query) (lines []string, total string) {
	where, values := o.where(of, q.Filter)
	rows := fmt.Sprintf(`FROM (SELECT row_number() OVER () - 1 AS n, * FROM "%s" WHERE dossier = ?) r WHERE `, of.Name) + where
	values = append([]any{id}, values...)
	count, err := o.Table(t.Context(), "SELECT count(*) "+rows, values...)
	if err != nil {
		t.Fatal(err)
	}
	order := "r.n"
	if q.Sort != "" {
		by := "(SELECT %s FROM ordered o WHERE o.dossier = r.dossier AND o.register = '" + of.Name + "' AND o.n = r.n AND o.name = '" + q.Sort + "')"
		down := map[bool]string{true: " DESC"}[q.Descending]
		key, words := fmt.Sprintf(by, "o.key"), fmt.Sprintf(by, "o.words")
		order = fmt.Sprintf(`r."%s" = '' AND %s = '', %s%s, %[2]s%[4]s, r."%[1]s"%[4]s, r.n`, q.Sort, words, key, down)
	}
	limit := q.Limit
	if limit == 0 {
		limit = -1
	}
	found, err := o.Table(t.Context(), fmt.Sprintf("SELECT r.* %s ORDER BY %s LIMIT %d OFFSET %d", rows, order, limit, q.Offset), values...)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range found[1:] {
		lines = append(lines, strings.Join(row[2:], string(table.Unit))) // after n and dossier
	}
	return lines, count[1][0]
}

// TestOracle holds what the store finds of any register, filter, order and page to what plain SQL finds.
func TestOracle(t *testing.T) {
	s := openMemory(t)
	o := newOracle(t, s)
	for _, d := range append(dossiers(t), sized(t, "sized", 60)) {
		mustImport(t, s, d, true)
		tables := map[string]table.Table{}
		for _, g := range compare.Registers(domain.NewIndex(d)) {
			tables[g.Name] = g.Whole()
			o.learn(t, d.ID, tables[g.Name])
		}
		rapid.Check(t, func(t *rapid.T) {
			for _, name := range compare.RegisterNames() {
				q := drawQuery(t, tables[name])
				want, total := o.ask(t, d.ID, tables[name], q)
				l, err := s.Listing(t.Context(), d.ID, name, q)
				if err != nil {
					t.Fatal(err)
				}
				if got := fmt.Sprint(l.Total); got != total {
					t.Errorf("%s of %s for %+v: %s rows, SQL finds %s", name, d.ID, q, got, total)
				}
				if diff := cmp.Diff(want, linesOf(t, s, d.ID, name, q)); diff != "" {
					t.Errorf("%s of %s for %+v (-SQL +store):\n%s", name, d.ID, q, diff)
				}
			}
		})
	}
}

func linesOf(t *rapid.T, s *storage.Store, id, name string, q table.Query) (lines []string) {
	stream, err := s.Stream(t.Context(), id, name, q)
	if err != nil {
		t.Fatal(err)
	}
	for batch, err := range stream.Batches {
		if err != nil {
			t.Fatal(err)
		}
		for line := range table.Lines(batch) {
			lines = append(lines, string(line))
		}
	}
	return lines
}
