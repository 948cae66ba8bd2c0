-- Beside the log, outside its chain and its head: the definitions that reports were made from, and
-- the ledger of the scheduled job. A store that was made without these tables gets them when the
-- first of it is kept.

-- A file of definitions, once for all the sets that it is in.
CREATE TABLE definition_file (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length (hash) = 64),
  text TEXT NOT NULL
) STRICT;

-- A set of definitions: its files in the order in which they were read.
CREATE TABLE definitions (
  number   INTEGER PRIMARY KEY CHECK (number > 0),
  hash     TEXT NOT NULL CHECK (length (hash) = 64),
  position INTEGER NOT NULL CHECK (position >= 0),
  name     TEXT NOT NULL CHECK (name <> ''),
  file     TEXT NOT NULL REFERENCES definition_file (hash),
  UNIQUE (hash, position)
) STRICT;

-- One line a run, chained as the records are.
CREATE TABLE run (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  line   TEXT NOT NULL CHECK (line <> ''),
  hash   TEXT NOT NULL CHECK (length (hash) = 64)
) STRICT;

CREATE TRIGGER definition_file_is_never_changed BEFORE UPDATE ON definition_file
BEGIN SELECT RAISE (ABORT, 'what was kept is never changed'); END;

CREATE TRIGGER definition_file_is_never_deleted BEFORE DELETE ON definition_file
BEGIN SELECT RAISE (ABORT, 'what was kept is never changed'); END;

CREATE TRIGGER definition_file_is_never_replaced BEFORE INSERT ON definition_file
WHEN EXISTS (SELECT 1 FROM definition_file WHERE hash = NEW.hash)
BEGIN SELECT RAISE (ABORT, 'what was kept is never changed'); END;

CREATE TRIGGER definitions_are_never_changed BEFORE UPDATE ON definitions
BEGIN SELECT RAISE (ABORT, 'what was kept is never changed'); END;

CREATE TRIGGER definitions_are_never_deleted BEFORE DELETE ON definitions
BEGIN SELECT RAISE (ABORT, 'what was kept is never changed'); END;

CREATE TRIGGER definitions_are_never_replaced BEFORE INSERT ON definitions
WHEN NEW.number IS NOT (SELECT coalesce (max (number), 0) + 1 FROM definitions)
  OR EXISTS (SELECT 1 FROM definitions WHERE hash = NEW.hash AND position = NEW.position)
BEGIN SELECT RAISE (ABORT, 'what was kept is never changed'); END;

CREATE TRIGGER run_is_never_changed BEFORE UPDATE ON run
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER run_is_never_deleted BEFORE DELETE ON run
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER run_is_never_replaced BEFORE INSERT ON run
WHEN NEW.number IS NOT (SELECT coalesce (max (number), 0) + 1 FROM run)
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;
