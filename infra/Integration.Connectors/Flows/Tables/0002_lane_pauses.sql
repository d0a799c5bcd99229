-- How many records in a row one rule failed or stopped. record: the last of them, counted once however often it is tried; stamp: the text of
-- document and lookups that the count belongs to. The row without a rule is held while a lane's rows are changed.
CREATE TABLE rule_failure (
  pair text NOT NULL,
  lane text NOT NULL,
  half text NOT NULL,
  rule text NOT NULL,
  record text NOT NULL,
  stamp text NOT NULL,
  times integer NOT NULL,
  PRIMARY KEY (pair, lane, half, rule)
);

-- Halves of lanes that wait for another document, or for an operator.
CREATE TABLE lane_pause (
  pair text NOT NULL,
  lane text NOT NULL,
  half text NOT NULL,
  rule text NOT NULL,
  document text NOT NULL,
  version text NOT NULL,
  stamp text NOT NULL,
  paused_at bigint NOT NULL,
  PRIMARY KEY (pair, lane, half)
);
