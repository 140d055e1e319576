-- +goose Up

CREATE TABLE dossiers ( -- one negotiation, all else belongs to one
    id       text NOT NULL PRIMARY KEY,
    title    text NOT NULL,
    summary  text NOT NULL,
    release  text NOT NULL, -- version number of the record
    released text NOT NULL, -- day of the release, EDTF
    licence  text NOT NULL, -- of the record, an SPDX identifier
    source   text NOT NULL,
    version  bigint NOT NULL, -- counts the changes of the dossier's data
    hash     text NOT NULL -- SHA-256 of the dossier's data
);

CREATE TABLE retired ( -- ids once published and never used again
    dossier_id text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    section    text NOT NULL,
    id         text NOT NULL,
    ord        integer NOT NULL, -- place in the record, from 0
    to_id      text NOT NULL, -- the id that took over, or empty
    reason     text NOT NULL,
    PRIMARY KEY (dossier_id, section, id)
);

CREATE TABLE tracks ( -- one thing being negotiated
    dossier_id text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id         text NOT NULL,
    ord        integer NOT NULL,
    title      text NOT NULL,
    summary    text NOT NULL,
    meeting    boolean NOT NULL, -- a talk or meeting, for which a date and a venue are expected
    PRIMARY KEY (dossier_id, id)
);

CREATE TABLE places ( -- where something is proposed to be held or was held
    dossier_id text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id         text NOT NULL,
    ord        integer NOT NULL,
    name       text NOT NULL, -- ours, the sources' forms are in names
    country    text NOT NULL,
    PRIMARY KEY (dossier_id, id)
);

CREATE TABLE questions ( -- points on which claims about the record differ
    dossier_id text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id         text NOT NULL,
    ord        integer NOT NULL,
    track_id   text,
    text       text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, track_id) REFERENCES tracks (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX questions_track ON questions (dossier_id, track_id);
