-- +goose Up

CREATE TABLE proposals ( -- acts by which something is proposed
    dossier_id     text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id             text NOT NULL,
    ord            integer NOT NULL,
    track_id       text,
    act            text NOT NULL,
    made_edtf      text NOT NULL, -- as recorded, EDTF
    made_text      text NOT NULL, -- wording of the source
    made_inferred  text NOT NULL, -- why it follows, if not stated
    made_earliest  text NOT NULL, -- day as recorded or else that of the document
    made_latest    text NOT NULL,
    document_id    text,
    reported_by_id text, -- the party whose document reports it
    made_in_id     text, -- the document in which it was made
    summary        text NOT NULL,
    note           text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, track_id) REFERENCES tracks (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, reported_by_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, made_in_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX proposals_track ON proposals (dossier_id, track_id);
CREATE INDEX proposals_document ON proposals (dossier_id, document_id);
CREATE INDEX proposals_reported_by ON proposals (dossier_id, reported_by_id);
CREATE INDEX proposals_made_in ON proposals (dossier_id, made_in_id);
CREATE INDEX proposals_made ON proposals (dossier_id, made_earliest, id);

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
);
CREATE INDEX proposal_parties_party ON proposal_parties (dossier_id, party_id);

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
);
CREATE INDEX proposal_terms_list ON proposal_terms (dossier_id, list_id);
CREATE INDEX proposal_terms_kind ON proposal_terms (dossier_id, kind, date_earliest);

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
);
CREATE INDEX term_places_place ON term_places (dossier_id, place_id);

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
);
CREATE INDEX term_parties_party ON term_parties (dossier_id, party_id);

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
);
CREATE INDEX proposal_relations_related ON proposal_relations (dossier_id, related_id);

CREATE TABLE responses ( -- what parties do with a proposal or one term of it
    dossier_id     text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id             text NOT NULL,
    ord            integer NOT NULL,
    proposal_id    text,
    term           text NOT NULL, -- kind of term, or empty for the whole
    by_id          text,
    stance         text NOT NULL,
    made_edtf      text NOT NULL, -- as recorded, EDTF
    made_text      text NOT NULL, -- wording of the source
    made_inferred  text NOT NULL, -- why it follows, if not stated
    made_earliest  text NOT NULL, -- day as recorded or else that of the document
    made_latest    text NOT NULL,
    document_id    text,
    attested_by_id text, -- who alleges it, if another
    reason         text NOT NULL,
    counter_id     text, -- the counter-proposal
    precedes       text NOT NULL, -- why it may stand before the proposal
    note           text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, proposal_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, by_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, attested_by_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, counter_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX responses_proposal ON responses (dossier_id, proposal_id);
CREATE INDEX responses_by ON responses (dossier_id, by_id);
CREATE INDEX responses_document ON responses (dossier_id, document_id);
CREATE INDEX responses_attested_by ON responses (dossier_id, attested_by_id);
CREATE INDEX responses_counter ON responses (dossier_id, counter_id);
CREATE INDEX responses_made ON responses (dossier_id, made_earliest, id);
