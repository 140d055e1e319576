package storage_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/storage"
)

// TestSQLiteFile holds the contract on a file.
func TestSQLiteFile(t *testing.T) { contract(t, openFile) }

// TestSQLiteMemory holds the contract in memory.
func TestSQLiteMemory(t *testing.T) { contract(t, openMemory) }

// TestPostgres holds the contract on PostgreSQL.
func TestPostgres(t *testing.T) { contract(t, openPostgres) }

// contract is what every database must do.
func contract(t *testing.T, open func(testing.TB) *storage.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *storage.Store)
	}{
		{"every field comes back", everyFieldComesBack},
		{"any dossier comes back", anyDossierComesBack},
		{"an empty dossier comes back", emptyDossierComesBack},
		{"an empty list is no list", emptyListIsNoList},
		{"import twice changes nothing", importTwiceChangesNothing},
		{"a changed dossier replaces the earlier one", changedDossierReplaces},
		{"dossiers do not touch each other", dossiersDoNotTouch},
		{"headings are in order", headingsAreInOrder},
		{"a missing dossier is named", missingDossierIsNamed},
		{"an id used twice is named", idUsedTwiceIsNamed},
		{"a reference to nothing is named", referenceToNothingIsNamed},
		{"text that is no text is named", badTextIsNamed},
		{"no text finds nothing", noTextFindsNothing},
		{"a failed import changes nothing", failedImportChangesNothing},
		{"a cancelled import changes nothing", cancelledImportChangesNothing},
		{"an import is one act", importIsOneAct},
		{"the log is for ever", logIsForEver},
		{"versions are sums of records", versionsAreSums},
		{"a text is blanked for ever", blankedForEver},
		{"a change is only blanked", onlyBlanked},
		{"older releases come back", olderReleasesComeBack},
		{"a draft goes back", draftGoesBack},
		{"a draft is released", draftIsReleased},
		{"older releases are rebuilt", olderReleasesAreRebuilt},
		{"releases that lack a record are rebuilt", lackingReleasesAreRebuilt},
		{"a change touches its rows", applyTouchesItsRows},
		{"records are added, moved and removed", applyAddsMovesAndRemoves},
		{"what cannot be is refused", applyRefuses},
		{"of two editors one wins", twoEditorsOneWins},
		{"writers wait for one another", writersWait},
		{"readers see one state", readersSeeOneState},
		{"listings agree with tables in memory", listingsAgree},
		{"a stream of many rows", manyRowsStream},
		{"listing errors", listingErrors},
		{"views are the files", viewsAreTheFiles},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

func everyFieldComesBack(t *testing.T, s *storage.Store) {
	want := full(t)
	mustImport(t, s, want, true)
	diff(t, want, mustRead(t, s, want.ID))
}

// noTextFindsNothing asks for what is no text, which databases take differently: they find nothing or say why not.
func noTextFindsNothing(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	for _, bad := range []string{"\x00", "zz\x00zz", "\xff", "\xed\xa0\x80", "full\x00"} {
		for name, ask := range noTextQueries(t.Context(), s, bad) {
			rows, err := ask()
			if kind := domain.KindOf(err); rows != 0 || err != nil && kind != domain.Invalid && kind != domain.NotFound {
				t.Errorf("%s with %q: %d rows, %v (%s)", name, bad, rows, err, kind)
			}
		}
	}
}

// noTextQueries are all questions that can hold a text, each of which says how many rows it found.
func noTextQueries(ctx context.Context, s *storage.Store, bad string) map[string]func() (int, error) {
	all := map[string]func() (int, error){
		"Dossier": func() (int, error) { _, err := s.Dossier(ctx, bad); return 0, err },
		"Heading": func() (int, error) { _, err := s.Heading(ctx, bad); return 0, err },
		"Version": func() (int, error) { _, err := s.Version(ctx, bad); return 0, err },
	}
	listed := func(id, register string, q table.Query) func() (int, error) {
		return func() (int, error) {
			l, err := s.Listing(ctx, id, register, q)
			return len(l.Rows), err
		}
	}
	all["Listing of a dossier"] = listed(bad, "proposals", table.Query{})
	all["Listing of a register"] = listed("full", bad, table.Query{})
	for name, q := range map[string]table.Query{"sort": {Sort: bad}, "track": {Filter: table.Filter{Track: bad}},
		"party": {Filter: table.Filter{Party: bad}}, "document": {Filter: table.Filter{Document: bad}},
		"stance": {Filter: table.Filter{Stance: bad}}, "text": {Filter: table.Filter{Text: bad}}} {
		all["Listing by "+name] = listed("full", "proposals", q)
		all["Stream by "+name] = func() (int, error) { return streamedRows(ctx, s, q) }
	}
	return all
}

func streamedRows(ctx context.Context, s *storage.Store, q table.Query) (rows int, err error) {
	stream, err := s.Stream(ctx, "full", "proposals", q)
	if err != nil {
		return 0, err
	}
	for lines, err := range stream.Batches {
		if err != nil {
			return rows, err
		}
		rows += len(lines)
	}
	return rows, nil
}

func emptyDossierComesBack(t *testing.T, s *storage.Store) {
	want := &domain.Dossier{ID: "empty"}
	mustImport(t, s, want, true)
	diff(t, want, mustRead(t, s, want.ID))
	mustImport(t, s, want, false)
}

func emptyListIsNoList(t *testing.T, s *storage.Store) {
	d := &domain.Dossier{ID: "d", Tracks: []domain.Track{}, Persons: []domain.Person{{ID: "p",
		Parties: []string{}, Roles: []domain.Role{{Text: "r", Citations: []domain.Citation{}}}}}}
	mustImport(t, s, d, true)
	want := &domain.Dossier{ID: "d", Persons: []domain.Person{{ID: "p", Roles: []domain.Role{{Text: "r"}}}}}
	diff(t, want, mustRead(t, s, "d"))
	mustImport(t, s, want, false)
}

func importTwiceChangesNothing(t *testing.T, s *storage.Store) {
	mustImport(t, s, full(t), true)
	before := mustVersion(t, s, "full")
	mustImport(t, s, full(t), false)
	if after := mustVersion(t, s, "full"); after != before {
		t.Errorf("version after the same import = %s, want %s", after, before)
	}
	diff(t, full(t), mustRead(t, s, "full"))
}

func changedDossierReplaces(t *testing.T, s *storage.Store) {
	mustImport(t, s, sized(t, "full", 3), true)
	first := mustVersion(t, s, "full")
	small := full(t)
	small.Title, small.Claims, small.Persons[0].Names = "Other", nil, nil
	mustImport(t, s, small, true)
	second := mustVersion(t, s, "full")
	diff(t, small, mustRead(t, s, "full"))
	mustImport(t, s, sized(t, "full", 3), true)
	third := mustVersion(t, s, "full")
	if first == second || second == third || first == third {
		t.Errorf("versions %s, %s, %s: want three", first, second, third)
	}
	diff(t, sized(t, "full", 3), mustRead(t, s, "full"))
}

func dossiersDoNotTouch(t *testing.T, s *storage.Store) {
	one, other := sized(t, "one", 2), sized(t, "other", 3)
	mustImport(t, s, one, true)
	mustImport(t, s, other, true)
	before := mustVersion(t, s, "one")
	mustImport(t, s, &domain.Dossier{ID: "other"}, true)
	diff(t, one, mustRead(t, s, "one"))
	if after := mustVersion(t, s, "one"); after != before {
		t.Errorf("version = %s, want %s", after, before)
	}
}

func headingsAreInOrder(t *testing.T, s *storage.Store) {
	none, err := s.IDs(t.Context())
	if err != nil || len(none) != 0 {
		t.Fatalf("IDs() = %v, %v, want none", none, err)
	}
	mustImport(t, s, full(t), true)
	for _, id := range []string{"z", "a-b", "B", "ab"} {
		mustImport(t, s, &domain.Dossier{ID: id, Title: strings.ToUpper(id)}, true)
	}
	got, err := s.IDs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	diff(t, []string{"B", "a-b", "ab", "full", "z"}, got)
}

func missingDossierIsNamed(t *testing.T, s *storage.Store) {
	_, read := s.Dossier(t.Context(), "nowhere")
	_, version := s.Version(t.Context(), "nowhere")
	for _, err := range []error{read, version} {
		wantError(t, err, domain.NotFound, `no dossier "nowhere" in the database`)
	}
}

func idUsedTwiceIsNamed(t *testing.T, s *storage.Store) {
	d := full(t)
	d.Proposals = append(d.Proposals, d.Proposals[0])
	_, err := s.Import(t.Context(), d)
	wantError(t, err, domain.Invalid, `two records in proposals have the id "pr"`)
	d = full(t)
	d.Retired = append(d.Retired, d.Retired[0])
	_, err = s.Import(t.Context(), d)
	wantError(t, err, domain.Invalid, `two records in retired have the id "tracks/old"`)
}

func referenceToNothingIsNamed(t *testing.T, s *storage.Store) {
	for want, breakIt := range map[string]func(*domain.Dossier){
		`proposals "pr": track "nowhere, far" is not the id of any record in tracks`: func(d *domain.Dossier) {
			d.Proposals[0].Track = "nowhere, far"
		},
		`claims "c": cite "lost" is not the id of any record in documents`: func(d *domain.Dossier) {
			d.Claims[0].Citations = []domain.Citation{{Document: "lost", Paragraph: 3}}
		},
		`proposals "pr2": to "atlantis" is not the id of any record in parties: add that record`: func(d *domain.Dossier) {
			d.Proposals[1].To = []string{"a", "atlantis"}
		},
		`proposals "pr": terms.venue.cite "lost" is not the id of any record in documents`: func(d *domain.Dossier) {
			d.Proposals[0].Terms[1].Citations = []domain.Citation{{Document: "lost", Paragraph: 1}}
		},
		`claims "c": about "talks" is not the id of any record in documents, proposals or meetings`: func(d *domain.Dossier) {
			d.Claims[0].About = []string{"m", "talks"}
		},
	} {
		d := full(t)
		breakIt(d)
		_, err := s.Import(t.Context(), d)
		wantError(t, err, domain.Invalid, want)
	}
}

func badTextIsNamed(t *testing.T, s *storage.Store) {
	for _, bad := range []string{"a\x00b", "\xff"} {
		d := full(t)
		d.Persons[0].Roles[1].Text = bad
		_, err := s.Import(t.Context(), d)
		wantError(t, err, domain.Invalid, `the text of Persons[0].Roles[1].Text is not UTF-8`)
	}
}

func failedImportChangesNothing(t *testing.T, s *storage.Store) {
	want := full(t)
	mustImport(t, s, want, true)
	version := mustVersion(t, s, "full")
	d := sized(t, "full", 20)
	d.Alignments[0].SaidBy = "nobody"
	if changed, err := s.Import(t.Context(), d); err == nil || changed {
		t.Fatalf("Import = %v, %v, want false and an error", changed, err)
	}
	unchanged(t, s, want, version)
	d.ID = "never"
	if _, err := s.Import(t.Context(), d); err == nil {
		t.Fatal("Import of a broken dossier succeeded")
	}
	_, err := s.Dossier(t.Context(), "never")
	wantError(t, err, domain.NotFound, `"never"`)
}

func cancelledImportChangesNothing(t *testing.T, s *storage.Store) {
	want := full(t)
	mustImport(t, s, want, true)
	version := mustVersion(t, s, "full")
	ctx, cancel := context.WithCancel(t.Context())
	if err := s.AfterInsert(func(table string) {
		if table == "changes" {
			cancel()
		}
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(ctx, sized(t, "full", 20)); !errors.Is(err, context.Canceled) {
		t.Errorf("Import = %v, want %v", err, context.Canceled)
	}
	unchanged(t, s, want, version)
	mustImport(t, s, sized(t, "full", 20), true) // the connection is of use again
}
