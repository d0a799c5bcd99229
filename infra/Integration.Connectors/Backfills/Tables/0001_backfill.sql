-- One run of a backfill. Instants are bigint milliseconds since 1970-01-01 UTC.
-- cursor: where the next page begins; page: pages committed; passed: pages that the writing half has taken.
CREATE TABLE backfill (
  id text NOT NULL PRIMARY KEY,
  pair text NOT NULL,
  lane text NOT NULL,
  connection text NOT NULL,
  state text NOT NULL,
  dry_run integer NOT NULL,
  since bigint,
  operator text NOT NULL,
  list_cursor text,
  page bigint NOT NULL,
  passed bigint NOT NULL,
  listed bigint NOT NULL,
  sent bigint NOT NULL,
  left_out bigint NOT NULL,
  problems bigint NOT NULL,
  share double precision,
  per_second double precision NOT NULL,
  samples text NOT NULL,
  reason text NOT NULL,
  started_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  told_at bigint NOT NULL,
  ended_at bigint
);
-- One at a time per lane.
CREATE UNIQUE INDEX backfill_open ON backfill (pair, lane) WHERE ended_at IS NULL;
