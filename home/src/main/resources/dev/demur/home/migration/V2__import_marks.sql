-- How far each member's rows of a platform's table have been read. One row is a function of that member's rows alone, and goes
-- with the member. The same statement runs on SQLite and on PostgreSQL.
CREATE TABLE home_import_mark (
  source TEXT NOT NULL,
  member TEXT NOT NULL,
  mark   TEXT NOT NULL,
  PRIMARY KEY (source, member)
);
CREATE INDEX home_import_mark_member ON home_import_mark (member);
