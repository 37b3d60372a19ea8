-- The same statements run on SQLite and on PostgreSQL.
CREATE TABLE home_account (
  name          TEXT PRIMARY KEY,
  password_hash TEXT NOT NULL,
  role          TEXT NOT NULL
);

CREATE TABLE home_suggestion (
  id       TEXT PRIMARY KEY,
  member   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  text     TEXT NOT NULL,
  at       TEXT NOT NULL,
  decision TEXT NOT NULL
);
CREATE INDEX home_suggestion_member ON home_suggestion (member);

CREATE TABLE home_suggestion_support (
  suggestion TEXT NOT NULL REFERENCES home_suggestion (id),
  supporter  TEXT NOT NULL,
  PRIMARY KEY (suggestion, supporter)
);
CREATE INDEX home_suggestion_supporter ON home_suggestion_support (supporter);
