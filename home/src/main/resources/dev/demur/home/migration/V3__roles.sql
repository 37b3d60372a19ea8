-- Operators of the first version worked objections and saw figures. The same statement runs on SQLite and on PostgreSQL.
UPDATE home_account SET role = 'DPO' WHERE role = 'OPERATOR';
