-- +goose Up

CREATE TABLE parties ( -- actors that take positions
    dossier_id    text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id            text NOT NULL,
    ord           integer NOT NULL,
    name          text NOT NULL, -- ours, in full
    short         text NOT NULL, -- ours, for columns
    kind          text NOT NULL,
    country       text NOT NULL,
    government_id text, -- the government beside the party, if it appears
    note          text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, government_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX parties_government ON parties (dossier_id, government_id);

CREATE TABLE persons ( -- delegates, signatories and anyone named
    dossier_id text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id         text NOT NULL,
    ord        integer NOT NULL,
    name       text NOT NULL, -- ours, the sources' forms are in names
    note       text NOT NULL,
    PRIMARY KEY (dossier_id, id)
);

CREATE TABLE person_parties ( -- parties to which a person belongs
    dossier_id text NOT NULL,
    person_id  text NOT NULL,
    ord        integer NOT NULL,
    party_id   text NOT NULL,
    PRIMARY KEY (dossier_id, person_id, ord),
    FOREIGN KEY (dossier_id, person_id) REFERENCES persons (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX person_parties_party ON person_parties (dossier_id, party_id);

CREATE TABLE person_roles ( -- offices and parts that the sources give a person
    dossier_id text NOT NULL,
    person_id  text NOT NULL,
    ord        integer NOT NULL,
    text       text NOT NULL,
    PRIMARY KEY (dossier_id, person_id, ord),
    FOREIGN KEY (dossier_id, person_id) REFERENCES persons (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE seats ( -- contested places on a list
    dossier_id text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id         text NOT NULL,
    ord        integer NOT NULL,
    party_id   text, -- under which lists name the seat
    reason     text NOT NULL,
    note       text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX seats_party ON seats (dossier_id, party_id);

CREATE TABLE seat_claimants ( -- who claims to hold a seat
    dossier_id text NOT NULL,
    seat_id    text NOT NULL,
    ord        integer NOT NULL,
    party_id   text NOT NULL,
    PRIMARY KEY (dossier_id, seat_id, ord),
    FOREIGN KEY (dossier_id, seat_id) REFERENCES seats (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX seat_claimants_party ON seat_claimants (dossier_id, party_id);

CREATE TABLE seat_views ( -- what a party says of a claimant to a seat
    dossier_id  text NOT NULL,
    seat_id     text NOT NULL,
    ord         integer NOT NULL,
    by_id       text, -- who says so
    claimant_id text,
    stance      text NOT NULL,
    text        text NOT NULL,
    PRIMARY KEY (dossier_id, seat_id, ord),
    FOREIGN KEY (dossier_id, seat_id) REFERENCES seats (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, by_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, claimant_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX seat_views_by ON seat_views (dossier_id, by_id);
CREATE INDEX seat_views_claimant ON seat_views (dossier_id, claimant_id);
