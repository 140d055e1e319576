-- +goose Up

CREATE TABLE meetings ( -- what took place or was fixed to take place
    dossier_id    text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id            text NOT NULL,
    ord           integer NOT NULL,
    name          text NOT NULL,
    track_id      text,
    status        text NOT NULL,
    date_edtf     text NOT NULL, -- EDTF as given
    date_text     text NOT NULL,
    date_inferred text NOT NULL,
    date_earliest text NOT NULL,
    date_latest   text NOT NULL,
    list_id       text,
    claimed       bigint NOT NULL, -- how many took part, as the texts say, or 0
    outcome       text NOT NULL,
    note          text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, track_id) REFERENCES tracks (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, list_id) REFERENCES lists (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX meetings_track ON meetings (dossier_id, track_id);
CREATE INDEX meetings_list ON meetings (dossier_id, list_id);
CREATE INDEX meetings_date ON meetings (dossier_id, date_earliest);

CREATE TABLE meeting_places ( -- where a meeting was held
    dossier_id text NOT NULL,
    meeting_id text NOT NULL,
    ord        integer NOT NULL,
    place_id   text NOT NULL,
    PRIMARY KEY (dossier_id, meeting_id, ord),
    FOREIGN KEY (dossier_id, meeting_id) REFERENCES meetings (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, place_id) REFERENCES places (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX meeting_places_place ON meeting_places (dossier_id, place_id);

CREATE TABLE meeting_parties ( -- who took part in a meeting
    dossier_id text NOT NULL,
    meeting_id text NOT NULL,
    ord        integer NOT NULL,
    party_id   text NOT NULL,
    PRIMARY KEY (dossier_id, meeting_id, ord),
    FOREIGN KEY (dossier_id, meeting_id) REFERENCES meetings (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX meeting_parties_party ON meeting_parties (dossier_id, party_id);

CREATE TABLE meeting_sessions ( -- sittings of a meeting
    dossier_id    text NOT NULL,
    meeting_id    text NOT NULL,
    ord           integer NOT NULL,
    number        bigint NOT NULL,
    date_edtf     text NOT NULL,
    date_text     text NOT NULL,
    date_inferred text NOT NULL,
    date_earliest text NOT NULL,
    date_latest   text NOT NULL,
    text          text NOT NULL,
    PRIMARY KEY (dossier_id, meeting_id, ord),
    FOREIGN KEY (dossier_id, meeting_id) REFERENCES meetings (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE delegations ( -- who sat for a party
    dossier_id text NOT NULL,
    meeting_id text NOT NULL,
    ord        integer NOT NULL,
    party_id   text,
    PRIMARY KEY (dossier_id, meeting_id, ord),
    FOREIGN KEY (dossier_id, meeting_id) REFERENCES meetings (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX delegations_party ON delegations (dossier_id, party_id);

CREATE TABLE delegates ( -- persons on a delegation
    dossier_id     text NOT NULL,
    meeting_id     text NOT NULL,
    delegation_ord integer NOT NULL,
    ord            integer NOT NULL,
    person_id      text NOT NULL,
    role           text NOT NULL, -- as the text gives it, such as leader
    PRIMARY KEY (dossier_id, meeting_id, delegation_ord, ord),
    FOREIGN KEY (dossier_id, meeting_id) REFERENCES meetings (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, person_id) REFERENCES persons (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX delegates_person ON delegates (dossier_id, person_id);

CREATE TABLE meeting_fulfils ( -- proposals that a meeting fulfils
    dossier_id  text NOT NULL,
    meeting_id  text NOT NULL,
    ord         integer NOT NULL,
    proposal_id text NOT NULL,
    PRIMARY KEY (dossier_id, meeting_id, ord),
    FOREIGN KEY (dossier_id, meeting_id) REFERENCES meetings (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, proposal_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX meeting_fulfils_proposal ON meeting_fulfils (dossier_id, proposal_id);

CREATE TABLE statements ( -- what was said in a meeting or document
    dossier_id  text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id          text NOT NULL,
    ord         integer NOT NULL,
    document_id text,
    meeting_id  text,
    session     bigint NOT NULL, -- number of the sitting, or 0
    speaker_id  text,
    party_id    text,
    kind        text NOT NULL,
    topic       text NOT NULL,
    summary     text NOT NULL,
    answers_id  text, -- the statement it answers
    note        text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, meeting_id) REFERENCES meetings (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, speaker_id) REFERENCES persons (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, answers_id) REFERENCES statements (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX statements_document ON statements (dossier_id, document_id);
CREATE INDEX statements_meeting ON statements (dossier_id, meeting_id);
CREATE INDEX statements_speaker ON statements (dossier_id, speaker_id);
CREATE INDEX statements_party ON statements (dossier_id, party_id);
CREATE INDEX statements_answers ON statements (dossier_id, answers_id);
