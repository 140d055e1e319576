-- +goose Up

-- Where a document was published, in parts: published_in has the words, where there are any.
ALTER TABLE documents ADD COLUMN published_in_title text NOT NULL DEFAULT ''; -- of the newspaper, journal or book
ALTER TABLE documents ADD COLUMN published_in_publisher text NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN published_in_place text NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN published_in_date text NOT NULL DEFAULT ''; -- EDTF as given
ALTER TABLE documents ADD COLUMN published_in_pages text NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN published_in_column text NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN edition_translator text NOT NULL DEFAULT '';
