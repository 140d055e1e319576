-- +goose Up

CREATE TABLE claims ( -- disputed assertions about the record itself
    dossier_id     text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id             text NOT NULL,
    ord            integer NOT NULL,
    question_id    text,
    document_id    text,
    summary        text NOT NULL,
    made_edtf      text NOT NULL, -- as recorded, EDTF
    made_text      text NOT NULL, -- wording of the source
    made_inferred  text NOT NULL, -- why it follows, if not stated
    made_earliest  text NOT NULL, -- day as recorded or else that of the document
    made_latest    text NOT NULL,
    reported_by_id text,
    note           text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, question_id) REFERENCES questions (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, reported_by_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX claims_question ON claims (dossier_id, question_id);
CREATE INDEX claims_document ON claims (dossier_id, document_id);
CREATE INDEX claims_reported_by ON claims (dossier_id, reported_by_id);

CREATE TABLE claim_parties ( -- who makes a claim
    dossier_id text NOT NULL,
    claim_id   text NOT NULL,
    ord        integer NOT NULL,
    party_id   text NOT NULL,
    PRIMARY KEY (dossier_id, claim_id, ord),
    FOREIGN KEY (dossier_id, claim_id) REFERENCES claims (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX claim_parties_party ON claim_parties (dossier_id, party_id);

CREATE TABLE claim_rivals ( -- claims that contradict one another
    dossier_id text NOT NULL,
    claim_id   text NOT NULL,
    ord        integer NOT NULL,
    rival_id   text NOT NULL,
    PRIMARY KEY (dossier_id, claim_id, ord),
    FOREIGN KEY (dossier_id, claim_id) REFERENCES claims (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, rival_id) REFERENCES claims (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX claim_rivals_rival ON claim_rivals (dossier_id, rival_id);

CREATE TABLE claim_about ( -- what a claim is about
    dossier_id text NOT NULL,
    claim_id   text NOT NULL,
    ord        integer NOT NULL,
    record_id  text NOT NULL, -- of a document, proposal or meeting
    PRIMARY KEY (dossier_id, claim_id, ord),
    FOREIGN KEY (dossier_id, claim_id) REFERENCES claims (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX claim_about_record ON claim_about (dossier_id, record_id);

CREATE TABLE alignments ( -- parties said to have taken sides in public
    dossier_id    text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id            text NOT NULL,
    ord           integer NOT NULL,
    document_id   text,
    side          text NOT NULL,
    said_by_id    text, -- if not the author of the document
    date_edtf     text NOT NULL, -- EDTF as given
    date_text     text NOT NULL,
    date_inferred text NOT NULL,
    date_earliest text NOT NULL,
    date_latest   text NOT NULL,
    summary       text NOT NULL,
    note          text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, said_by_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX alignments_document ON alignments (dossier_id, document_id);
CREATE INDEX alignments_said_by ON alignments (dossier_id, said_by_id);

CREATE TABLE alignment_parties ( -- who took sides and toward whom
    dossier_id   text NOT NULL,
    alignment_id text NOT NULL,
    role         text NOT NULL, -- party or toward
    ord          integer NOT NULL,
    party_id     text NOT NULL,
    PRIMARY KEY (dossier_id, alignment_id, role, ord),
    FOREIGN KEY (dossier_id, alignment_id) REFERENCES alignments (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX alignment_parties_party ON alignment_parties (dossier_id, party_id);
