-- Set by a backfill that says so: the record may be older than the pair's from, if it is not older than this (Unix milliseconds).
ALTER TABLE look ADD COLUMN history_since bigint;
