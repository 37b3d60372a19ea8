-- Whose entries are whose. The only table that knows, and rows of it are deleted: with its row, a
-- subject's entries can no longer be read by anybody.
CREATE TABLE ledger_subject (
  reference TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('member', 'objection')),
  owner TEXT NOT NULL,
  secret BYTEA NOT NULL,
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
  position BIGINT NOT NULL PRIMARY KEY,
  subject TEXT,
  learnt_at BIGINT NOT NULL,
  payload BYTEA NOT NULL,
  commitment BYTEA NOT NULL,
  request BYTEA UNIQUE
);
CREATE INDEX ledger_entry_subject ON ledger_entry (subject, position);
CREATE INDEX ledger_entry_learnt ON ledger_entry (learnt_at);

-- Full tiles of the log's Merkle tree; what is not in a full tile follows from the entries.
CREATE TABLE ledger_tile (
  level INTEGER NOT NULL,
  number BIGINT NOT NULL,
  hashes BYTEA NOT NULL,
  PRIMARY KEY (level, number)
);

-- Every head that was ever signed.
CREATE TABLE ledger_checkpoint (
  size BIGINT NOT NULL PRIMARY KEY,
  note TEXT NOT NULL
);

CREATE FUNCTION ledger_entry_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position <> (SELECT COALESCE(MAX(position), 0) + 1 FROM ledger_entry) THEN
    RAISE EXCEPTION 'the ledger is only appended to: the position must be the next one';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the % is only appended to: no %', TG_ARGV[0], TG_OP;
END $$;
CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION ledger_entry_next();
CREATE TRIGGER ledger_entry_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('ledger');
CREATE TRIGGER ledger_tile_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_tile
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('log');
CREATE TRIGGER ledger_checkpoint_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('log');
