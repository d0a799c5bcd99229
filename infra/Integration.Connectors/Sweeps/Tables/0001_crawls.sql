-- page: the next one to read; 0 between two rounds.
CREATE TABLE crawl (
  scope text NOT NULL,
  entity text NOT NULL,
  round bigint NOT NULL,
  page integer NOT NULL,
  ended_at bigint NOT NULL,
  PRIMARY KEY (scope, entity)
);

-- fingerprint: keyed hash of the content. round: the round that saw it last.
CREATE TABLE crawl_record (
  scope text NOT NULL,
  entity text NOT NULL,
  id text NOT NULL,
  fingerprint text NOT NULL,
  round bigint NOT NULL,
  PRIMARY KEY (scope, entity, id)
);
CREATE INDEX crawl_record_rounds ON crawl_record (scope, entity, round);
