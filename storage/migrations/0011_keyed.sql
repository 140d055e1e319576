-- +goose Up

-- For SQLite alone. The tables that a large dossier fills and that no other refers to are kept in the order of their keys,
-- not twice: once as rows and once as keys.

CREATE TEMP TABLE kept AS SELECT * FROM document_parties;
DROP TABLE document_parties;
CREATE TABLE document_parties ( -- parts that parties have in a document
    dossier_id  text NOT NULL,
    document_id text NOT NULL,
    role        text NOT NULL, -- author, addressee, recipient or withheld
    ord         integer NOT NULL,
    party_id    text NOT NULL,
    PRIMARY KEY (dossier_id, document_id, role, ord),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO document_parties SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM document_signatories;
DROP TABLE document_signatories;
CREATE TABLE document_signatories ( -- who signed a document
    dossier_id  text NOT NULL,
    document_id text NOT NULL,
    ord         integer NOT NULL,
    person_id   text NOT NULL,
    PRIMARY KEY (dossier_id, document_id, ord),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, person_id) REFERENCES persons (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO document_signatories SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM document_replies;
DROP TABLE document_replies;
CREATE TABLE document_replies ( -- which document answers which
    dossier_id  text NOT NULL,
    document_id text NOT NULL,
    ord         integer NOT NULL,
    answered_id text NOT NULL, -- the earlier document
    PRIMARY KEY (dossier_id, document_id, ord),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, answered_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO document_replies SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM citations;
DROP TABLE citations;
CREATE TABLE citations ( -- paragraphs that support a record or a part of it
    dossier_id  text NOT NULL,
    section     text NOT NULL, -- table of the record
    record_id   text NOT NULL,
    part        text NOT NULL, -- child table, such as terms, or empty for the record
    part_ord    integer NOT NULL, -- ord of the part
    ord         integer NOT NULL,
    document_id text NOT NULL,
    paragraph   bigint NOT NULL, -- by the numbering of the edition
    fingerprint text NOT NULL, -- hash of the paragraph, or empty
    PRIMARY KEY (dossier_id, section, record_id, part, part_ord, ord),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO citations SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM proposal_parties;
DROP TABLE proposal_parties;
CREATE TABLE proposal_parties ( -- who proposes and to whom
    dossier_id  text NOT NULL,
    proposal_id text NOT NULL,
    role        text NOT NULL, -- by or to
    ord         integer NOT NULL,
    party_id    text NOT NULL,
    PRIMARY KEY (dossier_id, proposal_id, role, ord),
    FOREIGN KEY (dossier_id, proposal_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO proposal_parties SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM proposal_terms;
DROP TABLE proposal_terms;
CREATE TABLE proposal_terms ( -- negotiable parts of a proposal
    dossier_id    text NOT NULL,
    proposal_id   text NOT NULL,
    ord           integer NOT NULL,
    kind          text NOT NULL,
    text          text NOT NULL, -- our words, or of a date or venue the source's
    date_edtf     text NOT NULL,
    date_earliest text NOT NULL,
    date_latest   text NOT NULL,
    list_id       text,
    claimed       bigint NOT NULL, -- number of participants given, or 0
    inferred      text NOT NULL,
    note          text NOT NULL,
    PRIMARY KEY (dossier_id, proposal_id, ord),
    FOREIGN KEY (dossier_id, proposal_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, list_id) REFERENCES lists (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO proposal_terms SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM term_places;
DROP TABLE term_places;
CREATE TABLE term_places ( -- venues of a term
    dossier_id  text NOT NULL,
    proposal_id text NOT NULL,
    term_ord    integer NOT NULL, -- ord of the term
    ord         integer NOT NULL,
    place_id    text NOT NULL,
    PRIMARY KEY (dossier_id, proposal_id, term_ord, ord),
    FOREIGN KEY (dossier_id, proposal_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, place_id) REFERENCES places (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO term_places SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM term_parties;
DROP TABLE term_parties;
CREATE TABLE term_parties ( -- participants or conveners of a term
    dossier_id  text NOT NULL,
    proposal_id text NOT NULL,
    term_ord    integer NOT NULL,
    ord         integer NOT NULL,
    party_id    text NOT NULL,
    PRIMARY KEY (dossier_id, proposal_id, term_ord, ord),
    FOREIGN KEY (dossier_id, proposal_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO term_parties SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM proposal_relations;
DROP TABLE proposal_relations;
CREATE TABLE proposal_relations ( -- how a proposal relates to an earlier one
    dossier_id  text NOT NULL,
    proposal_id text NOT NULL,
    ord         integer NOT NULL,
    kind        text NOT NULL,
    related_id  text NOT NULL, -- the other proposal
    note        text NOT NULL,
    PRIMARY KEY (dossier_id, proposal_id, ord),
    FOREIGN KEY (dossier_id, proposal_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, related_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO proposal_relations SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM register_sets;
DROP TABLE register_sets;
CREATE TABLE register_sets ( -- places of the rows that have something in common
    register bigint NOT NULL, -- key of its first row
    facet    text NOT NULL,
    value    bytea NOT NULL, -- in UTF-8, compared byte by byte
    places   bytea NOT NULL, -- roaring bitmap of places, from 0
    PRIMARY KEY (register, facet, value)
) WITHOUT ROWID;
INSERT INTO register_sets SELECT * FROM kept;
DROP TABLE kept;

CREATE TEMP TABLE kept AS SELECT * FROM register_orders;
DROP TABLE register_orders;
CREATE TABLE register_orders ( -- places of the rows in the order of a column
    register    bigint NOT NULL, -- key of its first row
    column_name text NOT NULL,
    part        integer NOT NULL, -- from 0; -1 has the beginnings of runs of equal rows
    places      bytea NOT NULL, -- 32-bit numbers, least byte first; for -1 a roaring bitmap
    PRIMARY KEY (register, column_name, part)
) WITHOUT ROWID;
INSERT INTO register_orders SELECT * FROM kept;
DROP TABLE kept;
