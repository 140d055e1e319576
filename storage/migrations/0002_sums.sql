-- Sums by which what is read is known to be what was written: see sum.go. All registers are made again when the database is opened.
DELETE FROM registers;
ALTER TABLE registers ADD COLUMN sum bigint NOT NULL DEFAULT -1;
DELETE FROM register_cells;
ALTER TABLE register_cells ADD COLUMN sum bigint NOT NULL DEFAULT -1;

DROP TABLE register_rows;
CREATE TABLE register_rows ( -- what a page shows of a row
    id    integer PRIMARY KEY,
    shown text NOT NULL, -- the record that it is about and cells with their words and links, packed
    sum   bigint NOT NULL
);

DROP TABLE register_sets;
CREATE TABLE register_sets ( -- ordinals of the rows that have something in common
    register bigint NOT NULL, -- key of its first row
    facet    text NOT NULL,
    value    bytea NOT NULL, -- in UTF-8, compared byte by byte
    next     bytea, -- value of the set that follows in the facet; NULL after the last
    ordinals bytea NOT NULL, -- roaring bitmap of ordinals, from 0
    sum      bigint NOT NULL,
    PRIMARY KEY (register, facet, value)
) WITHOUT ROWID;

DROP TABLE register_orders;
CREATE TABLE register_orders ( -- ordinals of the rows in the order of a column
    register    bigint NOT NULL, -- key of its first row
    column_name text NOT NULL,
    part        integer NOT NULL, -- from 0; -1 has the beginnings of runs of equal rows
    ordinals    bytea NOT NULL, -- 32-bit numbers, least byte first; for -1 a roaring bitmap
    sum         bigint NOT NULL,
    PRIMARY KEY (register, column_name, part)
) WITHOUT ROWID;
