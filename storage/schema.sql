-- What the migrations amount to, as SQLite shows it. Generated, not read by the program:
--     go test ./storage -run TestSchema -update
-- References are NULL where there is none. ord is the place in the record, from 0. EDTF columns
-- hold the string as given; _earliest and _latest are its first and last day, or empty where that
-- end is open, unknown or not stated. PostgreSQL has an index for every reference besides.

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
    published_in_title text NOT NULL DEFAULT '',
    published_in_publisher text NOT NULL DEFAULT '',
    published_in_place text NOT NULL DEFAULT '',
    published_in_date text NOT NULL DEFAULT '',
    published_in_pages text NOT NULL DEFAULT '',
    published_in_column text NOT NULL DEFAULT '',
    edition_translator text NOT NULL DEFAULT '',
    PRIMARY KEY (dossier_id, id)
);

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
CREATE INDEX statements_answers ON statements (dossier_id, answers_id);

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

CREATE TABLE claim_about ( -- what a claim is about
    dossier_id text NOT NULL,
    claim_id   text NOT NULL,
    ord        integer NOT NULL,
    record_id  text NOT NULL, -- of a document, proposal or meeting
    PRIMARY KEY (dossier_id, claim_id, ord),
    FOREIGN KEY (dossier_id, claim_id) REFERENCES claims (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

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

CREATE TABLE overrides ( -- what an editor says of a movement against the rules
    dossier_id  text NOT NULL REFERENCES dossiers (id) DEFERRABLE INITIALLY DEFERRED,
    id          text NOT NULL,
    ord         integer NOT NULL,
    proposal_id text,
    term        text NOT NULL,
    party_id    text, -- the other side, unless every one
    movement    text NOT NULL,
    reason      text NOT NULL,
    PRIMARY KEY (dossier_id, id),
    FOREIGN KEY (dossier_id, proposal_id) REFERENCES proposals (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, party_id) REFERENCES parties (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE document_printings ( -- where a publication prints a document
    dossier_id     text NOT NULL,
    document_id    text NOT NULL,
    ord            integer NOT NULL,
    publication_id text NOT NULL, -- the document that prints it
    number         bigint NOT NULL, -- its place in the order on paper, from 1
    pages          text NOT NULL,
    PRIMARY KEY (dossier_id, document_id, ord),
    FOREIGN KEY (dossier_id, document_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (dossier_id, publication_id) REFERENCES documents (dossier_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

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

CREATE TABLE register_sets ( -- places of the rows that have something in common
    register bigint NOT NULL, -- key of its first row
    facet    text NOT NULL,
    value    bytea NOT NULL, -- in UTF-8, compared byte by byte
    places   bytea NOT NULL, -- roaring bitmap of places, from 0
    PRIMARY KEY (register, facet, value)
) WITHOUT ROWID;

CREATE TABLE register_orders ( -- places of the rows in the order of a column
    register    bigint NOT NULL, -- key of its first row
    column_name text NOT NULL,
    part        integer NOT NULL, -- from 0; -1 has the beginnings of runs of equal rows
    places      bytea NOT NULL, -- 32-bit numbers, least byte first; for -1 a roaring bitmap
    PRIMARY KEY (register, column_name, part)
) WITHOUT ROWID;
