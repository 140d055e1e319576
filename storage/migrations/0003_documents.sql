-- +goose Up

CREATE TABLE documents ( -- letters, cables, minutes, articles
    dossier_id         text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id                 text NOT NULL,
    ord                integer NOT NULL,
    title              text NOT NULL,
    kind               text NOT NULL,
    recipients_text    text NOT NULL, -- recipients not named one by one
    language           text NOT NULL, -- BCP 47
    archive            text NOT NULL,
    held               boolean NOT NULL, -- we have its text
    dated_edtf         text NOT NULL, -- EDTF as given
    dated_text         text NOT NULL,
    dated_inferred     text NOT NULL,
    dated_earliest     text NOT NULL,
    dated_latest       text NOT NULL,
    delivered_edtf     text NOT NULL,
    delivered_text     text NOT NULL,
    delivered_inferred text NOT NULL,
    delivered_earliest text NOT NULL,
    delivered_latest   text NOT NULL,
    published_edtf     text NOT NULL,
    published_text     text NOT NULL,
    published_inferred text NOT NULL,
    published_earliest text NOT NULL,
    published_latest   text NOT NULL,
    when_earliest      text NOT NULL, -- first and last day of the first date above
    when_latest        text NOT NULL,
    published_in       text NOT NULL,
    edition_title      text NOT NULL, -- the text whose paragraphs are cited
    edition_source     text NOT NULL,
    edition_language   text NOT NULL,
    edition_paragraphs bigint NOT NULL, -- how many it has
    note               text NOT NULL,
    PRIMARY KEY (dossier_id, id)
);
CREATE INDEX documents_when ON documents (dossier_id, when_earliest);

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
);
CREATE INDEX document_parties_party ON document_parties (dossier_id, party_id);

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
);
CREATE INDEX document_signatories_person ON document_signatories (dossier_id, person_id);

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
);
CREATE INDEX document_replies_answered ON document_replies (dossier_id, answered_id);

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
);
CREATE INDEX citations_document ON citations (dossier_id, document_id, paragraph);

CREATE TABLE names ( -- forms of a name as sources spell it
    dossier_id text NOT NULL,
    section    text NOT NULL, -- places, parties or persons
    record_id  text NOT NULL,
    ord        integer NOT NULL,
    text       text NOT NULL,
    lang       text NOT NULL, -- BCP 47
    system     text NOT NULL, -- romanisation, or empty
    PRIMARY KEY (dossier_id, section, record_id, ord)
);
CREATE INDEX names_text ON names (dossier_id, text);

CREATE TABLE name_documents ( -- documents that use a form of a name
    dossier_id  text NOT NULL,
    section     text NOT NULL,
    record_id   text NOT NULL,
    name_ord    integer NOT NULL, -- ord of the name
    ord         integer NOT NULL,
    document_id text NOT NULL,
    PRIMARY KEY (dossier_id, section, record_id, name_ord, ord),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX name_documents_document ON name_documents (dossier_id, document_id);

CREATE TABLE lists ( -- named sets of parties as a document gives them
    dossier_id  text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id          text NOT NULL,
    ord         integer NOT NULL,
    name        text NOT NULL,
    document_id text, -- in which it is first given
    claimed     bigint NOT NULL, -- number its author gives, or 0
    rule        text NOT NULL, -- for who is on it, in our words
    note        text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX lists_document ON lists (dossier_id, document_id);

CREATE TABLE list_authors ( -- who gives a list
    dossier_id text NOT NULL,
    list_id    text NOT NULL,
    ord        integer NOT NULL,
    party_id   text NOT NULL,
    PRIMARY KEY (dossier_id, list_id, ord),
    FOREIGN KEY (dossier_id, list_id) REFERENCES lists (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX list_authors_party ON list_authors (dossier_id, party_id);

CREATE TABLE list_members ( -- parties that a list names
    dossier_id text NOT NULL,
    list_id    text NOT NULL,
    ord        integer NOT NULL,
    party_id   text NOT NULL,
    as_text    text NOT NULL, -- form of the name in the source
    PRIMARY KEY (dossier_id, list_id, ord),
    FOREIGN KEY (dossier_id, list_id) REFERENCES lists (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX list_members_party ON list_members (dossier_id, party_id);

CREATE TABLE list_appearances ( -- other places where a list is given
    dossier_id  text NOT NULL,
    list_id     text NOT NULL,
    ord         integer NOT NULL,
    document_id text NOT NULL,
    claimed     bigint NOT NULL, -- number given there, or 0
    note        text NOT NULL,
    PRIMARY KEY (dossier_id, list_id, ord),
    FOREIGN KEY (dossier_id, list_id) REFERENCES lists (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX list_appearances_document ON list_appearances (dossier_id, document_id);
