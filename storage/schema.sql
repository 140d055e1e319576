-- What the migrations amount to, as SQLite shows it. Generated, not read by the program:
--     go test ./storage -run TestSchema -update
-- PostgreSQL has the same tables, without ROWID aside, and triggers of its own to the same effect.
-- Beside them stands a view for each register, named as it is: see views.go.

CREATE TABLE dossiers ( -- records of negotiations
    id      text NOT NULL PRIMARY KEY,
    version bigint NOT NULL -- of the draft: number of the newest act
);

CREATE TABLE records ( -- the draft: what each record says now
    dossier text NOT NULL,
    section text NOT NULL, -- such as proposals; the dossier's own heading is in dossier
    id      text NOT NULL,
    ord     bigint NOT NULL, -- ascending within the section, with room between
    body    text NOT NULL, -- JSON with the keys of docs/dossier-format.md
    version bigint NOT NULL, -- of the dossier, by which the record became what it is
    PRIMARY KEY (dossier, section, id)
);
CREATE INDEX records_ord ON records (dossier, section, ord);

CREATE TABLE acts ( -- who changed a dossier and why; for ever
    dossier text NOT NULL REFERENCES dossiers (id),
    version bigint NOT NULL, -- to which it took the dossier, from the one before
    "by"    text NOT NULL, -- opaque id, or empty
    at      text NOT NULL, -- RFC 3339 in UTC, or empty
    reason  text NOT NULL,
    undoes  bigint NOT NULL, -- version of the act that it undoes, or 0
    hash    bytea NOT NULL, -- of that version: the sum of those of its records with their numbers
    PRIMARY KEY (dossier, version)
);

CREATE TABLE changes ( -- what an act did to records; for ever
    dossier    text NOT NULL,
    version    bigint NOT NULL, -- of the act
    n          integer NOT NULL, -- number within the act, from 0
    section    text NOT NULL,
    id         text NOT NULL,
    ord_before bigint NOT NULL, -- 0 where the record was not there
    ord_after  bigint NOT NULL, -- 0 where it is not there any more
    before     text, -- body, or NULL where the record was not there, or blanked
    after      text, -- body, or NULL where it is not there any more, or blanked
    hash       bytea, -- SHA-256 of section, id and body after it
    PRIMARY KEY (dossier, version, n)
);
CREATE UNIQUE INDEX changes_of ON changes (dossier, section, id, version);

CREATE TABLE blanked ( -- texts that were taken out of changes, why and by whom; for ever
    dossier text NOT NULL,
    section text NOT NULL,
    id      text NOT NULL,
    hash    bytea NOT NULL, -- as in changes
    "by"    text NOT NULL, -- opaque id, or empty
    at      text NOT NULL, -- RFC 3339 in UTC, or empty
    reason  text NOT NULL,
    PRIMARY KEY (dossier, section, id, hash)
);

CREATE TABLE releases ( -- versions of dossiers that readers see or saw; the newest is read
    dossier text NOT NULL,
    version bigint NOT NULL,
    number  text NOT NULL, -- that the dossier bears, such as 1.2.0, or empty
    sha256  text NOT NULL, -- of all records in their order
    at      text NOT NULL, -- RFC 3339 in UTC, or empty
    "by"    text NOT NULL, -- opaque id, or empty
    note    text NOT NULL,
    PRIMARY KEY (dossier, version),
    FOREIGN KEY (dossier, version) REFERENCES acts (dossier, version)
);

CREATE TABLE links ( -- which record of the draft refers to which; can be made again from records
    dossier    text NOT NULL,
    to_section text NOT NULL,
    to_id      text NOT NULL,
    paragraph  bigint NOT NULL, -- of the document that is cited, or 0
    section    text NOT NULL,
    id         text NOT NULL,
    field      text NOT NULL, -- keys that lead to it, such as terms.venue.places
    PRIMARY KEY (dossier, to_section, to_id, paragraph, section, id, field)
) WITHOUT ROWID;

CREATE TABLE registers ( -- tables of a release as pages and files have them
    dossier text NOT NULL,
    version bigint NOT NULL, -- of the release
    name    text NOT NULL,
    id      bigint NOT NULL UNIQUE, -- key of its first row, the others follow
    size    bigint NOT NULL, -- how many rows it has
    form    integer NOT NULL, -- which way of making registers made it
    fields  text NOT NULL, sum bigint NOT NULL DEFAULT -1, -- what it can be filtered by, as JSON
    PRIMARY KEY (dossier, version, name)
);

CREATE TABLE register_views ( -- one row; the views that are named as registers
    form integer NOT NULL -- way of making registers that they are for, or 0
);

CREATE TABLE register_cells ( -- texts of the cells of rows, by the columns of their register
    id  integer PRIMARY KEY,
    c00 text NOT NULL DEFAULT '',
    c01 text NOT NULL DEFAULT '',
    c02 text NOT NULL DEFAULT '',
    c03 text NOT NULL DEFAULT '',
    c04 text NOT NULL DEFAULT '',
    c05 text NOT NULL DEFAULT '',
    c06 text NOT NULL DEFAULT '',
    c07 text NOT NULL DEFAULT '',
    c08 text NOT NULL DEFAULT '',
    c09 text NOT NULL DEFAULT '',
    c10 text NOT NULL DEFAULT '',
    c11 text NOT NULL DEFAULT '',
    c12 text NOT NULL DEFAULT '',
    c13 text NOT NULL DEFAULT '',
    c14 text NOT NULL DEFAULT '',
    c15 text NOT NULL DEFAULT '',
    c16 text NOT NULL DEFAULT '',
    c17 text NOT NULL DEFAULT '',
    c18 text NOT NULL DEFAULT '',
    c19 text NOT NULL DEFAULT '',
    c20 text NOT NULL DEFAULT '',
    c21 text NOT NULL DEFAULT '',
    c22 text NOT NULL DEFAULT '',
    c23 text NOT NULL DEFAULT '',
    c24 text NOT NULL DEFAULT '',
    c25 text NOT NULL DEFAULT '',
    c26 text NOT NULL DEFAULT '',
    c27 text NOT NULL DEFAULT '',
    c28 text NOT NULL DEFAULT '',
    c29 text NOT NULL DEFAULT '',
    c30 text NOT NULL DEFAULT '',
    c31 text NOT NULL DEFAULT '',
    c32 text NOT NULL DEFAULT '',
    c33 text NOT NULL DEFAULT '',
    c34 text NOT NULL DEFAULT '',
    c35 text NOT NULL DEFAULT '',
    c36 text NOT NULL DEFAULT '',
    c37 text NOT NULL DEFAULT '',
    c38 text NOT NULL DEFAULT '',
    c39 text NOT NULL DEFAULT '',
    c40 text NOT NULL DEFAULT '',
    c41 text NOT NULL DEFAULT '',
    c42 text NOT NULL DEFAULT '',
    c43 text NOT NULL DEFAULT '',
    c44 text NOT NULL DEFAULT '',
    c45 text NOT NULL DEFAULT '',
    c46 text NOT NULL DEFAULT '',
    c47 text NOT NULL DEFAULT ''
, sum bigint NOT NULL DEFAULT -1);
CREATE TRIGGER acts_are_not_changed BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
CREATE TRIGGER acts_are_not_removed BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
CREATE TRIGGER changes_are_not_changed BEFORE UPDATE ON changes
WHEN NEW.dossier IS NOT OLD.dossier OR NEW.version IS NOT OLD.version OR NEW.n IS NOT OLD.n OR NEW.section IS NOT OLD.section
    OR NEW.id IS NOT OLD.id OR NEW.ord_before IS NOT OLD.ord_before OR NEW.ord_after IS NOT OLD.ord_after OR NEW.hash IS NOT OLD.hash
    OR NEW.after IS NOT OLD.after AND (NEW.after IS NOT NULL OR NOT EXISTS (SELECT 1 FROM blanked b
        WHERE b.dossier = OLD.dossier AND b.section = OLD.section AND b.id = OLD.id AND b.hash = OLD.hash))
    OR NEW.before IS NOT OLD.before AND (NEW.before IS NOT NULL OR NOT EXISTS (SELECT 1 FROM blanked b
        WHERE b.dossier = OLD.dossier AND b.section = OLD.section AND b.id = OLD.id AND b.hash = (SELECT e.hash FROM changes e
            WHERE e.dossier = OLD.dossier AND e.section = OLD.section AND e.id = OLD.id AND e.version < OLD.version
            ORDER BY e.version DESC LIMIT 1)))
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
CREATE TRIGGER changes_are_not_removed BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
CREATE TRIGGER blanked_is_not_changed BEFORE UPDATE ON blanked
BEGIN SELECT RAISE(ABORT, 'blanked is for ever'); END;
CREATE TRIGGER blanked_is_not_removed BEFORE DELETE ON blanked
BEGIN SELECT RAISE(ABORT, 'blanked is for ever'); END;

CREATE TABLE register_rows ( -- what a page shows of a row
    id    integer PRIMARY KEY,
    shown text NOT NULL, -- the record that it is about and cells with their words and links, packed
    sum   bigint NOT NULL
);

CREATE TABLE register_sets ( -- ordinals of the rows that have something in common
    register bigint NOT NULL, -- key of its first row
    facet    text NOT NULL,
    value    bytea NOT NULL, -- in UTF-8, compared byte by byte
    next     bytea, -- value of the set that follows in the facet; NULL after the last
    ordinals bytea NOT NULL, -- roaring bitmap of ordinals, from 0
    sum      bigint NOT NULL,
    PRIMARY KEY (register, facet, value)
) WITHOUT ROWID;

CREATE TABLE register_orders ( -- ordinals of the rows in the order of a column
    register    bigint NOT NULL, -- key of its first row
    column_name text NOT NULL,
    part        integer NOT NULL, -- from 0; -1 has the beginnings of runs of equal rows
    ordinals    bytea NOT NULL, -- 32-bit numbers, least byte first; for -1 a roaring bitmap
    sum         bigint NOT NULL,
    PRIMARY KEY (register, column_name, part)
) WITHOUT ROWID;
