CREATE FUNCTION for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% are for ever', TG_TABLE_NAME; END $$;
CREATE TRIGGER acts_are_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON acts
    FOR EACH STATEMENT EXECUTE FUNCTION for_ever();
CREATE TRIGGER blanked_is_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON blanked
    FOR EACH STATEMENT EXECUTE FUNCTION for_ever();
CREATE TRIGGER changes_are_for_ever BEFORE DELETE OR TRUNCATE ON changes
    FOR EACH STATEMENT EXECUTE FUNCTION for_ever();
-- A body may be taken out of changes, and nothing else, where blanked says why: its hash is beside the change that left it.
CREATE FUNCTION only_blanked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.dossier, NEW.version, NEW.n, NEW.section, NEW.id, NEW.ord_before, NEW.ord_after, NEW.hash)
            IS DISTINCT FROM (OLD.dossier, OLD.version, OLD.n, OLD.section, OLD.id, OLD.ord_before, OLD.ord_after, OLD.hash)
        OR NEW.after IS DISTINCT FROM OLD.after AND (NEW.after IS NOT NULL OR NOT EXISTS (SELECT 1 FROM blanked b
            WHERE b.dossier = OLD.dossier AND b.section = OLD.section AND b.id = OLD.id AND b.hash = OLD.hash))
        OR NEW.before IS DISTINCT FROM OLD.before AND (NEW.before IS NOT NULL OR NOT EXISTS (SELECT 1 FROM blanked b
            WHERE b.dossier = OLD.dossier AND b.section = OLD.section AND b.id = OLD.id AND b.hash = (SELECT e.hash FROM changes e
                WHERE e.dossier = OLD.dossier AND e.section = OLD.section AND e.id = OLD.id AND e.version < OLD.version
                ORDER BY e.version DESC LIMIT 1))) THEN
        RAISE EXCEPTION 'changes are for ever';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER changes_are_only_blanked BEFORE UPDATE ON changes
    FOR EACH ROW EXECUTE FUNCTION only_blanked();
