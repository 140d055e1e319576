-- +goose Up

-- Registers are the tables of the record as pages and files have them, made from the record when it
-- is imported, so that no page needs a scan of all rows. They can be
-- made again from the other tables at any time.

CREATE TABLE registers ( -- tables of a dossier as pages and files have them
    dossier_id text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    name       text NOT NULL,
    id         bigint NOT NULL UNIQUE, -- key of its first row, the others follow
    size       bigint NOT NULL, -- how many rows it has
    form       integer NOT NULL, -- which way of making registers made it
    fields     text NOT NULL, -- what it can be filtered by, as JSON
    PRIMARY KEY (dossier_id, name)
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
);

CREATE TABLE register_rows ( -- what a page shows of a row
    id    integer PRIMARY KEY,
    ref   text NOT NULL, -- id of the record that the row is about
    shown text NOT NULL -- cells with their words and links, packed
);
CREATE INDEX register_rows_ref ON register_rows (ref);

CREATE TABLE register_sets ( -- places of the rows that have something in common
    register bigint NOT NULL, -- key of its first row
    facet    text NOT NULL,
    value    bytea NOT NULL, -- in UTF-8, compared byte by byte
    places   bytea NOT NULL, -- roaring bitmap of places, from 0
    PRIMARY KEY (register, facet, value)
);

CREATE TABLE register_orders ( -- places of the rows in the order of a column
    register    bigint NOT NULL, -- key of its first row
    column_name text NOT NULL,
    part        integer NOT NULL, -- from 0; -1 has the beginnings of runs of equal rows
    places      bytea NOT NULL, -- 32-bit numbers, least byte first; for -1 a roaring bitmap
    PRIMARY KEY (register, column_name, part)
);
