-- +goose Up

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
CREATE INDEX document_printings_publication ON document_printings (dossier_id, publication_id);
