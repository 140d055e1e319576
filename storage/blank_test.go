package storage_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/storage"
)

// slip is a word that must not be in the record, nor left in a database.
const slip = "Zyxwvut"

// slipped is the fixture with a text in a proposal that has to go, and one in which it is gone.
func slipped(t testing.TB) (was, is *domain.Dossier) {
	was, is = full(t), full(t)
	was.Proposals[1].Note = "signed by " + slip
	return was, is
}

// blankedForEver takes a text out of the log, and wants it gone and everything else as it was.
func blankedForEver(t *testing.T, s *storage.Store) {
	was, is := slipped(t)
	mustImport(t, s, was, true)
	act := storage.Act{By: "u-1", Reason: "a name"}
	blank := func(id string, version int64) (int, error) {
		return s.Blank(t.Context(), "full", domain.SectionProposals, id, version, act)
	}
	refused := func(id string, version int64, kind domain.Kind, part string) {
		t.Helper()
		_, err := blank(id, version)
		wantError(t, err, kind, part)
	}
	refused("pr2", 1, domain.Invalid, `proposals "pr2" still says what it said after version 1: change it and make a release first`)
	body := bodyOf(t, was, domain.SectionProposals, "pr2", "signed by "+slip, "signed")
	mustApply(t, s, "full", storage.Edit{Section: domain.SectionProposals, ID: "pr2", Version: 1, Body: body})
	refused("pr2", 0, domain.Invalid, "make a release first")
	mustImport(t, s, is, true)
	refused("pr3", 0, domain.NotFound, `there never was a record "pr3" in proposals`)
	refused("pr2", 9, domain.NotFound, `proposals "pr2" was not changed by version 9`)
	acts, before := mustTable(t, s, "SELECT * FROM acts ORDER BY version"), mustReleases(t, s, "full")
	rest := `SELECT version, n, section, id, ord_before, ord_after, hash FROM changes ORDER BY version, n`
	changes := mustTable(t, s, rest)

	if n, err := blank("pr2", 1); n != 1 || err != nil {
		t.Fatalf("Blank = %d, %v, want 1 text", n, err)
	}
	for range 2 { // again does no harm
		diff(t, acts, mustTable(t, s, "SELECT * FROM acts ORDER BY version"))
		diff(t, changes, mustTable(t, s, rest))
		diff(t, [][]string{{"0"}}, mustTable(t, s, "SELECT count(*) FROM changes WHERE before LIKE '%"+slip+"%' OR after LIKE '%"+slip+"%'")[1:])
		diff(t, [][]string{{"2"}}, mustTable(t, s, "SELECT count(*) FROM changes WHERE ord_before > 0 AND before IS NULL OR ord_after > 0 AND after IS NULL")[1:])
		if n, err := blank("pr2", 1); n != 0 || err != nil {
			t.Fatalf("Blank again = %d, %v, want none", n, err)
		}
	}
	hash := sha256.Sum256([]byte("proposals\x1fpr2\x1f" + string(bodyOf(t, was, domain.SectionProposals, "pr2", slip, slip)) + "\x1e"))
	before[0].Blanked = []storage.Blanked{{Section: domain.SectionProposals, ID: "pr2", SHA256: hash[:], Reason: "a name", By: "u-1"}}
	diff(t, before, mustReleases(t, s, "full"))
	first, err := s.Released(t.Context(), "full", 1)
	if err != nil {
		t.Fatal(err)
	}
	was.Proposals = was.Proposals[:1]
	diff(t, was, first)
	diff(t, is, mustRead(t, s, "full"))
	diff(t, is, mustDraft(t, s, "full"))

	if n, err := blank("pr2", 0); n != 1 || err != nil { // what it said in between
		t.Fatalf("Blank of the rest = %d, %v, want 1 text", n, err)
	}
	diff(t, before, mustReleases(t, s, "full"))
}

func mustReleases(t testing.TB, s *storage.Store, id string) []storage.Release {
	t.Helper()
	releases, err := s.Releases(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return releases
}

// onlyBlanked wants the database to refuse any change of the log but that of a text to none where blanked says why.
func onlyBlanked(t *testing.T, s *storage.Store) {
	was, is := slipped(t)
	mustImport(t, s, was, true)
	mustImport(t, s, is, true)
	refuse := func(statements ...string) {
		t.Helper()
		for _, statement := range statements {
			if err := s.Exec(t.Context(), statement); err == nil {
				t.Errorf("%s was not refused", statement)
			}
		}
	}
	refuse("UPDATE changes SET after = NULL WHERE id = 'pr2' AND version = 1", "UPDATE changes SET before = NULL WHERE id = 'pr2' AND version = 2")
	if err := s.Exec(t.Context(), `INSERT INTO blanked SELECT dossier, section, id, hash, '', '', '' FROM changes WHERE id = 'pr2' AND version = 1`); err != nil {
		t.Fatal(err)
	}
	refuse("UPDATE changes SET after = '{}' WHERE id = 'pr2' AND version = 1", "UPDATE changes SET before = '{}' WHERE id = 'pr2' AND version = 2",
		"UPDATE changes SET after = NULL WHERE id = 'pr2' AND version = 2", "UPDATE changes SET after = NULL WHERE id = 'pr' AND version = 1",
		"UPDATE blanked SET reason = 'none'", "DELETE FROM blanked")
	for _, other := range []string{"dossier = 'x'", "version = 7", "n = 99", "section = 'x'", "id = 'x'", "ord_before = 7", "ord_after = 7", "hash = NULL"} {
		refuse("UPDATE changes SET after = NULL, " + other + " WHERE id = 'pr2' AND version = 1")
	}
	for _, statement := range []string{"UPDATE changes SET after = NULL WHERE id = 'pr2' AND version = 1", "UPDATE changes SET before = NULL WHERE id = 'pr2' AND version = 2"} {
		if err := s.Exec(t.Context(), statement); err != nil {
			t.Errorf("%s: %v", statement, err)
		}
	}
	refuse("UPDATE changes SET after = '{}' WHERE id = 'pr2' AND version = 1")
}

// TestBlankedIsNotInTheFile looks for the text in the bytes of an SQLite file and of what is beside it.
func TestBlankedIsNotInTheFile(t *testing.T) {
	path := newFile(t)
	s := open(t, path)
	held := func() (n int) {
		t.Helper()
		if whole, err := s.Fold(t.Context()); !whole || err != nil {
			t.Fatal(whole, err)
		}
		for _, file := range []string{path, path + "-wal"} {
			data, err := os.ReadFile(file)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
			n += bytes.Count(bytes.ToLower(data), bytes.ToLower([]byte(slip)))
		}
		return n
	}
	holdsNothingAfterBlank(t, s, 1000, held)
}

// TestBlankedIsNotInPostgres looks for it in the files of the tables.
func TestBlankedIsNotInPostgres(t *testing.T) {
	s := openPostgres(t)
	held := func() (n int) {
		t.Helper()
		if err := s.Exec(t.Context(), "CHECKPOINT"); err != nil {
			t.Fatal(err)
		}
		for _, table := range []string{"records", "changes", "register_cells", "register_rows", "register_sets"} {
			for _, row := range mustTable(t, s, "SELECT encode(pg_read_binary_file(pg_relation_filepath('"+table+"')), 'escape')")[1:] {
				n += bytes.Count(bytes.ToLower([]byte(row[0])), bytes.ToLower([]byte(slip)))
			}
		}
		return n
	}
	holdsNothingAfterBlank(t, s, 1, held)
}

// holdsNothingAfterBlank takes out a text that says so often what it should not, which then fills pages of its own in SQLite.
func holdsNothingAfterBlank(t *testing.T, s *storage.Store, often int, held func() int) {
	t.Helper()
	was, is := slipped(t)
	was.Proposals[1].Note = strings.Repeat("by "+slip+" ", often)
	mustImport(t, s, was, true)
	mustImport(t, s, is, true)
	if held() == 0 {
		t.Fatal("the database does not hold the text that is to be taken out: this test sees nothing")
	}
	if _, err := s.Blank(t.Context(), "full", domain.SectionProposals, "pr2", 0, storage.Act{}); err != nil {
		t.Fatal(err)
	}
	if n := held(); n != 0 {
		t.Errorf("the text is still there %d times", n)
	}
	diff(t, is, mustRead(t, s, "full"))
}
