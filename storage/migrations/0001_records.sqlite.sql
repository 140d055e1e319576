-- INSERT OR REPLACE removes a row too. It is refused where PRAGMA recursive_triggers is on, as the program has it.
CREATE TRIGGER acts_are_not_changed BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
CREATE TRIGGER acts_are_not_removed BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
-- A body may be taken out of changes, and nothing else, where blanked says why: its hash is beside the change that left it.
CREATE TRIGGER changes_are_not_changed BEFORE UPDATE ON changes
WHEN NEW.dossier IS NOT OLD.dossier OR NEW.version IS NOT OLD.version OR NEW.n IS NOT OLD.n OR NEW.section IS NOT OLD.section
    OR NEW.id IS NOT OLD.id OR NEW.ord_before IS NOT OLD.ord_before OR NEW.ord_after IS NOT OLD.ord_after OR NEW.hash IS NOT OLD.hash
    OR NEW.after IS NOT OLD.after AND (NEW.after IS NOT NULL OR NOT EXISTS (SELECT 1 FROM blanked b
        WHERE b.dossier = OLD.dossier AND b.section = OLD.section AND b.id = OLD.id AND b.hash = OLD.hash))
    OR NEW.before IS NOT OLD.before AND (NEW.before IS NOT NULL OR NOT EXISTS (SELECT 1 FROM blanked b
        WHERE b.dossier = OLD.dossier AND b.section = OLD.section AND b.id = OLD.id AND b.hash = (SELECT e.hash FROM changes e
            WHERE e.dossier = OLD.dossier AND e.section = OLD.section AND e.id = OLD.id AND e.version < OLD.version
            ORDER BY e.version DESC LIMIT 1)))
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
CREATE TRIGGER changes_are_not_removed BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
CREATE TRIGGER blanked_is_not_changed BEFORE UPDATE ON blanked
BEGIN SELECT RAISE(ABORT, 'blanked is for ever'); END;
CREATE TRIGGER blanked_is_not_removed BEFORE DELETE ON blanked
BEGIN SELECT RAISE(ABORT, 'blanked is for ever'); END;
