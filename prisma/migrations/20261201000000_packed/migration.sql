-- Orders, events and messages are packed by the program: an eighth of their size, and PostgreSQL
-- neither parses nor compresses them. What older versions wrote stays in the columns beside.

-- Renamed, so that a process of an older version that is still running cannot take a packed stream
-- for an unknown one and tell its sale again: it answers with an error, and UltraCart comes back.
ALTER TABLE stream RENAME COLUMN known TO known_plain;
ALTER TABLE stream ADD COLUMN packed bytea;
ALTER TABLE stream ALTER COLUMN packed SET STORAGE EXTERNAL;

ALTER TABLE transmission_body ADD COLUMN packed bytea, ADD COLUMN packed_lines bytea;
ALTER TABLE transmission_body ALTER COLUMN packed SET STORAGE EXTERNAL,
  ALTER COLUMN packed_lines SET STORAGE EXTERNAL;

ALTER TABLE attempt ADD COLUMN packed_request bytea;
ALTER TABLE attempt ALTER COLUMN packed_request SET STORAGE EXTERNAL;
