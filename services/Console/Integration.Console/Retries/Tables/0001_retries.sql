-- What an attention entry comes from; '' and 0 stand for none.
create table console_attention_cause (
  attention_key text not null,
  position integer not null,
  lookup text not null,
  code text not null,
  document text not null,
  version integer not null,
  rule text not null,
  primary key (attention_key, position)
);
create index console_attention_cause_lookup on console_attention_cause (lookup, code);
create index console_attention_cause_document on console_attention_cause (document, rule);

-- A bulk retry: claiming -> sending -> done, or cancelled. '' and 0 in the filter stand for any.
create table console_retry (
  id text primary key,
  pair text not null,
  class text not null,
  lookup text not null,
  code text not null,
  document text not null,
  version integer not null,
  rule text not null,
  operator text not null,
  automatic integer not null,
  state text not null,
  after_key text not null,
  claimed integer not null,
  sent integer not null,
  skipped integer not null,
  created_at bigint not null,
  next_at bigint not null,
  finished_at bigint
);
create index console_retry_due on console_retry (state, next_at);

-- An entry is claimed by one retry at most until it was sent or passed over.
create table console_retry_claim (
  attention_key text primary key,
  retry_id text not null
);
create index console_retry_claim_retry on console_retry_claim (retry_id, attention_key);
