-- Hash of each lookup and document of a pair as whoever maps last used it; part: 'lookups.taxes', 'orders.toErp'.
CREATE TABLE pair_part (
  pair text NOT NULL,
  part text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (pair, part)
);
