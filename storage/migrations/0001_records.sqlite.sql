-- INSERT OR REPLACE removes a row too. It is refused where PRAGMA recursive_triggers is on, as the program has it.
CREATE TRIGGER acts_are_not_changed BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
CREATE TRIGGER acts_are_not_removed BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are for ever'); END;
CREATE TRIGGER changes_are_not_changed BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
CREATE TRIGGER changes_are_not_removed BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are for ever'); END;
