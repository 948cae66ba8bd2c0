-- The log, schema 1. Records and their chain are final: later schemas may only add what is derived.
-- An absent value is NULL, never an empty text. Days are ISO texts; numbers are exact decimals,
-- mantissa x 10^-scale in lowest terms, never REAL.

CREATE TABLE workspace (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  uid TEXT NOT NULL CHECK (uid <> '')
) STRICT;

CREATE TABLE record (
  number           INTEGER PRIMARY KEY CHECK (number > 0),
  uid              TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  -- Every kind that a release may write: a table's CHECK cannot grow later.
  kind             TEXT NOT NULL CHECK (kind IN ('record', 'correction', 'retraction',
                                                 'attestation', 'judgement', 'redaction')),
  subject          TEXT CHECK (subject <> ''),
  happened_from    TEXT CHECK (happened_from GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  happened_nominal TEXT CHECK (happened_nominal GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  happened_latest  TEXT CHECK (happened_latest GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  happened_written TEXT CHECK (happened_written <> ''),
  happened_vague   INTEGER NOT NULL CHECK (happened_vague IN (0, 1)),
  happened_unit    TEXT CHECK (happened_unit IN ('month', 'quarter', 'half', 'year')),
  lower_mantissa   INTEGER,
  lower_scale      INTEGER CHECK (lower_scale BETWEEN 0 AND 38),
  lower_open       INTEGER CHECK (lower_open IN (0, 1)),
  upper_mantissa   INTEGER,
  upper_scale      INTEGER CHECK (upper_scale BETWEEN 0 AND 38),
  upper_open       INTEGER CHECK (upper_open IN (0, 1)),
  number_mantissa  INTEGER,
  number_scale     INTEGER CHECK (number_scale BETWEEN 0 AND 38),
  amount_written   TEXT CHECK (amount_written <> ''),
  stage            TEXT CHECK (stage <> ''),
  dimensions       TEXT CHECK (dimensions GLOB '{"*"}'),
  key              TEXT CHECK (key <> ''),
  evidence         TEXT CHECK (evidence GLOB '[[]{"*"}]'),
  note_hash        TEXT CHECK (length (note_hash) = 64),
  replaces         INTEGER REFERENCES record (number) CHECK (replaces < number),
  learned          TEXT NOT NULL CHECK (learned GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  recorded_at      TEXT NOT NULL CHECK (recorded_at GLOB '[1-9][0-9][0-9][0-9]-*Z' AND
                                        length (recorded_at) = 27),
  recorded_by      TEXT NOT NULL CHECK (recorded_by <> ''),
  on_behalf_of     TEXT CHECK (on_behalf_of <> ''),
  tool_version     TEXT NOT NULL CHECK (tool_version <> ''),
  previous_hash    TEXT NOT NULL CHECK (length (previous_hash) = 64),
  hash             TEXT NOT NULL CHECK (length (hash) = 64),
  CHECK ((lower_mantissa IS NULL) = (lower_scale IS NULL) AND
         (lower_mantissa IS NULL) = (lower_open IS NULL)),
  CHECK ((upper_mantissa IS NULL) = (upper_scale IS NULL) AND
         (upper_mantissa IS NULL) = (upper_open IS NULL)),
  CHECK ((number_mantissa IS NULL) = (number_scale IS NULL)),
  CHECK (amount_written IS NOT NULL OR (lower_mantissa IS NULL AND upper_mantissa IS NULL AND
                                        number_mantissa IS NULL))
) STRICT;

CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

-- INSERT OR REPLACE would delete the old line without firing the trigger above.
CREATE TRIGGER record_is_never_replaced BEFORE INSERT ON record
WHEN NEW.number IS NOT (SELECT coalesce (max (number), 0) + 1 FROM record)
  OR EXISTS (SELECT 1 FROM record WHERE uid = NEW.uid)
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

CREATE TRIGGER workspace_is_never_changed BEFORE UPDATE ON workspace
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

CREATE TRIGGER workspace_is_never_deleted BEFORE DELETE ON workspace
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

CREATE TRIGGER workspace_is_never_replaced BEFORE INSERT ON workspace
WHEN EXISTS (SELECT 1 FROM workspace)
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

-- Notes may hold what should not have been written, so they stand outside the chain, which knows
-- only their salted hash. A note can be deleted once a redaction says so; nothing else can be.
CREATE TABLE note (
  record INTEGER PRIMARY KEY REFERENCES record (number),
  salt   TEXT NOT NULL CHECK (length (salt) = 32),
  text   TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TRIGGER note_is_never_changed BEFORE UPDATE ON note
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

CREATE TRIGGER note_is_deleted_by_a_redaction_only BEFORE DELETE ON note
WHEN NOT EXISTS (SELECT 1 FROM record
                 WHERE number > OLD.record AND kind = 'redaction' AND replaces = OLD.record)
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;

CREATE TRIGGER note_is_never_replaced BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM note WHERE record = NEW.record)
BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
