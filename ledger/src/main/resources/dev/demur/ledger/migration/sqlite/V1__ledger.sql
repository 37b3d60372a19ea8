-- Whose entries are whose. The only table that knows, and rows of it are deleted: with its row, a
-- subject's entries can no longer be read by anybody.
CREATE TABLE ledger_subject (
  reference TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('member', 'objection')),
  owner TEXT NOT NULL,
  secret BLOB NOT NULL,
  member_since BIGINT,
  objector_since BIGINT,
  deleter_since BIGINT,
  UNIQUE (kind, owner)
);
CREATE INDEX ledger_subject_objector ON ledger_subject (objector_since) WHERE objector_since IS NOT NULL;
CREATE INDEX ledger_subject_deleter ON ledger_subject (deleter_since) WHERE deleter_since IS NOT NULL;

-- One entry, sealed under its subject's key; subject is NULL for the operator's own entries, which
-- are not sealed.
CREATE TABLE ledger_entry (
  position INTEGER NOT NULL PRIMARY KEY,
  subject TEXT,
  learnt_at BIGINT NOT NULL,
  payload BLOB NOT NULL,
  commitment BLOB NOT NULL,
  request BLOB UNIQUE
);
CREATE INDEX ledger_entry_subject ON ledger_entry (subject, position);
CREATE INDEX ledger_entry_learnt ON ledger_entry (learnt_at);

-- Full tiles of the log's Merkle tree; what is not in a full tile follows from the entries.
CREATE TABLE ledger_tile (
  level INTEGER NOT NULL,
  number BIGINT NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (level, number)
);

-- Every head that was ever signed.
CREATE TABLE ledger_checkpoint (
  size INTEGER NOT NULL PRIMARY KEY,
  note TEXT NOT NULL
);

CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry
WHEN NEW.position <> (SELECT COALESCE(MAX(position), 0) + 1 FROM ledger_entry)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is only appended to: the position must be the next one');
END;
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
BEGIN
  SELECT RAISE(ABORT, 'the ledger is only appended to: no UPDATE');
END;
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry
BEGIN
  SELECT RAISE(ABORT, 'the ledger is only appended to: no DELETE');
END;
CREATE TRIGGER ledger_tile_no_update BEFORE UPDATE ON ledger_tile
BEGIN
  SELECT RAISE(ABORT, 'the log is only appended to: no UPDATE');
END;
CREATE TRIGGER ledger_tile_no_delete BEFORE DELETE ON ledger_tile
BEGIN
  SELECT RAISE(ABORT, 'the log is only appended to: no DELETE');
END;
CREATE TRIGGER ledger_checkpoint_no_update BEFORE UPDATE ON ledger_checkpoint
BEGIN
  SELECT RAISE(ABORT, 'the log is only appended to: no UPDATE');
END;
CREATE TRIGGER ledger_checkpoint_no_delete BEFORE DELETE ON ledger_checkpoint
BEGIN
  SELECT RAISE(ABORT, 'the log is only appended to: no DELETE');
END;
