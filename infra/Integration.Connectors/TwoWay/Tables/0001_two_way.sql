-- writes: intended so far, which numbers the effects. id: the storefront's; erp_id: empty until the ERP has the record. content: values, sealed; null when erased. conflicts: names of fields.
CREATE TABLE two_way (
  pair text NOT NULL,
  entity text NOT NULL,
  id text NOT NULL,
  erp_id text NOT NULL,
  sequence bigint NOT NULL,
  writes integer NOT NULL,
  conflicts text NOT NULL,
  content bytea,
  email_hash text,
  updated_at bigint NOT NULL,
  PRIMARY KEY (pair, entity, id)
);
CREATE INDEX two_way_erp ON two_way (pair, entity, erp_id);
CREATE INDEX two_way_email ON two_way (email_hash) WHERE email_hash IS NOT NULL;

CREATE TABLE two_way_count (
  pair text NOT NULL,
  entity text NOT NULL,
  what text NOT NULL,
  records bigint NOT NULL,
  PRIMARY KEY (pair, entity, what)
);
