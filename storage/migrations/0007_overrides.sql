-- +goose Up

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
CREATE INDEX overrides_proposal ON overrides (dossier_id, proposal_id);
CREATE INDEX overrides_party ON overrides (dossier_id, party_id);
