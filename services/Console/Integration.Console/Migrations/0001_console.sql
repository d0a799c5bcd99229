create table console_record (
  pair text not null,
  entity text not null,
  record_id text not null,
  number text not null,
  state text not null,
  erp_number text,
  summary text not null,
  first_at bigint not null,
  last_at bigint not null,
  primary key (pair, entity, record_id)
);
create index console_record_number on console_record (number);
create index console_record_erp_number on console_record (erp_number);
create index console_record_state on console_record (pair, state, last_at);

create table console_activity (
  id text primary key,
  pair text not null,
  entity text not null,
  record_id text not null,
  at bigint not null,
  lane text not null,
  summary text not null,
  calls text not null,
  trace_id text not null
);
create index console_activity_record on console_activity (pair, entity, record_id, at);

create table console_attention (
  key text primary key,
  pair text not null,
  lane text not null,
  entity text not null,
  record_id text not null,
  number text not null,
  class text not null,
  reasons text not null,
  advice text not null,
  retry text,
  state text not null,
  note text not null,
  first_at bigint not null,
  last_at bigint not null,
  times integer not null,
  version integer not null,
  trace_id text not null
);
create index console_attention_state on console_attention (state, pair, class, last_at);
create index console_attention_record on console_attention (pair, entity, record_id);

create table console_connection (
  connection text primary key,
  state text not null,
  reason text not null,
  resumes_at bigint,
  owner text not null,
  at bigint not null
);
