-- The last good flow document of each pair, and what is wrong with its newest text. Instants are bigint milliseconds since 1970-01-01 UTC.
CREATE TABLE flow_document (
  pair text NOT NULL PRIMARY KEY,
  text text NOT NULL,
  problem text NOT NULL,
  kept_at bigint NOT NULL
);
