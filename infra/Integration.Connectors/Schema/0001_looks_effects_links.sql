-- Instants are bigint milliseconds since 1970-01-01 UTC.
-- scope: a pair's name, or 'connection:NAME' for records that belong to a connection whatever its pairs.
CREATE TABLE look (
  scope text NOT NULL,
  entity text NOT NULL,
  id text NOT NULL,
  dirty integer NOT NULL,
  due_at bigint NOT NULL,
  tries integer NOT NULL,
  marked_at bigint NOT NULL,
  found_by text NOT NULL,
  swept_stamp bigint,
  read_at bigint,
  sequence bigint NOT NULL,
  fingerprint text NOT NULL,
  note text NOT NULL,
  snapshot bytea,
  snapshot_expires bigint,
  email_hash text,
  PRIMARY KEY (scope, entity, id)
);
CREATE INDEX look_due ON look (scope, entity, due_at) WHERE dirty > 0;
CREATE INDEX look_expiry ON look (snapshot_expires) WHERE snapshot_expires IS NOT NULL;
CREATE INDEX look_email ON look (email_hash) WHERE email_hash IS NOT NULL;

CREATE TABLE sweep (
  scope text NOT NULL,
  entity text NOT NULL,
  watermark bigint NOT NULL,
  finished_at bigint NOT NULL,
  PRIMARY KEY (scope, entity)
);

CREATE TABLE effect (
  key text NOT NULL PRIMARY KEY,
  connection text NOT NULL,
  entity text NOT NULL,
  business_key text NOT NULL,
  operation text NOT NULL,
  subject text NOT NULL,
  state text NOT NULL,
  owner text NOT NULL,
  epoch bigint NOT NULL,
  attempt integer NOT NULL,
  revision integer NOT NULL,
  busy_until bigint NOT NULL,
  quiet_until bigint NOT NULL,
  ref_id text,
  ref_number text,
  reasons text,
  forbidden_up_to integer NOT NULL,
  updated_at bigint NOT NULL
);
CREATE INDEX effect_business ON effect (connection, entity, business_key);

CREATE TABLE link (
  scope text NOT NULL,
  entity text NOT NULL,
  storefront_id text NOT NULL,
  storefront_number text NOT NULL,
  connection text NOT NULL,
  erp_id text NOT NULL,
  erp_number text NOT NULL,
  reference text NOT NULL,
  base text,
  linked_at bigint NOT NULL,
  PRIMARY KEY (scope, entity, storefront_id)
);
CREATE INDEX link_erp ON link (connection, entity, erp_id);

CREATE TABLE observation (
  pair text NOT NULL,
  order_id text NOT NULL,
  number text NOT NULL,
  submission bytea NOT NULL,
  plan bytea NOT NULL,
  email_hash text,
  seen_at bigint NOT NULL,
  PRIMARY KEY (pair, order_id)
);

CREATE TABLE connection_hold (
  connection text NOT NULL PRIMARY KEY,
  operator text NOT NULL,
  reason text NOT NULL,
  held_at bigint NOT NULL
);

CREATE TABLE email_hash_key (
  id integer NOT NULL PRIMARY KEY,
  sealed bytea NOT NULL
);
