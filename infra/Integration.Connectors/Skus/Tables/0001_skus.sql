-- variant: empty for the product itself. round: the crawl that saw it last.
CREATE TABLE sku (
  connection text NOT NULL,
  product text NOT NULL,
  variant text NOT NULL,
  sku text NOT NULL,
  round bigint NOT NULL,
  PRIMARY KEY (connection, product, variant)
);
CREATE INDEX sku_items ON sku (connection, sku);

-- page: the next one to read; 0 between two rounds.
CREATE TABLE sku_crawl (
  connection text NOT NULL PRIMARY KEY,
  round bigint NOT NULL,
  page integer NOT NULL,
  ended_at bigint NOT NULL
);
