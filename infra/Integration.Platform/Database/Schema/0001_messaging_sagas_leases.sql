-- Instants are bigint milliseconds since 1970-01-01 UTC; ids are UUID text.
CREATE TABLE outbox (
  id text NOT NULL PRIMARY KEY,
  queue text NOT NULL,
  message_type text NOT NULL,
  body text NOT NULL,
  correlation_id text,
  traceparent text,
  tracestate text,
  timer_key text,
  created_at bigint NOT NULL,
  due_at bigint NOT NULL,
  attempts integer NOT NULL
);
CREATE INDEX outbox_due ON outbox (due_at);
CREATE UNIQUE INDEX outbox_timer ON outbox (timer_key) WHERE timer_key IS NOT NULL;

CREATE TABLE inbox (
  queue text NOT NULL,
  message_id text NOT NULL,
  taken_at bigint NOT NULL,
  PRIMARY KEY (queue, message_id)
);
CREATE INDEX inbox_taken ON inbox (taken_at);

CREATE TABLE saga (
  type text NOT NULL,
  id text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  data text NOT NULL,
  updated_at bigint NOT NULL,
  PRIMARY KEY (type, id)
);
CREATE INDEX saga_state ON saga (type, state, updated_at);

CREATE TABLE lease (
  name text NOT NULL PRIMARY KEY,
  owner text NOT NULL,
  epoch bigint NOT NULL,
  expires_at bigint NOT NULL
);
