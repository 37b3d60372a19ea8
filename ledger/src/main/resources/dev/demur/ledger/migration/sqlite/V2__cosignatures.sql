-- What witnesses said of heads of the log: the signature lines, as they came.
CREATE TABLE ledger_cosignature (
  size INTEGER NOT NULL,
  witness TEXT NOT NULL,
  lines TEXT NOT NULL,
  PRIMARY KEY (size, witness)
);
