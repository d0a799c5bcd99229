-- How many records were hinted, and how many changes only a sweep found, in ten minutes each (start as bigint milliseconds since 1970-01-01 UTC).
CREATE TABLE hint_tally (
  scope text NOT NULL,
  entity text NOT NULL,
  bucket bigint NOT NULL,
  hinted bigint NOT NULL,
  missed bigint NOT NULL,
  PRIMARY KEY (scope, entity, bucket)
);
-- Of what it was told that its hints stopped.
CREATE TABLE hint_stop (
  scope text NOT NULL,
  entity text NOT NULL,
  told_at bigint NOT NULL,
  PRIMARY KEY (scope, entity)
);
