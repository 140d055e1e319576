CREATE TRIGGER acts_are_not_changed BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
CREATE TRIGGER acts_are_not_removed BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
CREATE TRIGGER acts_are_not_replaced BEFORE INSERT ON acts
WHEN EXISTS (SELECT 1 FROM acts WHERE dossier = new.dossier AND version = new.version)
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
CREATE TRIGGER changes_are_not_changed BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
CREATE TRIGGER changes_are_not_removed BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
CREATE TRIGGER changes_are_not_replaced BEFORE INSERT ON changes
WHEN EXISTS (SELECT 1 FROM changes WHERE dossier = new.dossier AND version = new.version AND n = new.n)
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
