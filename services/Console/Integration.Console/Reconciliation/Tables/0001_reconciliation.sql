-- A reconciliation: starting -> listing -> comparing -> (waiting -> listing ...) -> done, failed or cancelled. Days are ISO dates in the pair's zone.
create table console_reconciliation (
  id text primary key,
  slot text not null unique,
  pair text not null,
  first_day text not null,
  last_day text not null,
  entities text not null,
  heal integer not null,
  operator text not null,
  salt text not null,
  settlement text not null,
  state text not null,
  pass integer not null,
  checked integer not null,
  explained integer not null,
  note text not null,
  started_at bigint not null,
  pass_at bigint not null,
  next_at bigint not null,
  finished_at bigint
);
create index console_reconciliation_due on console_reconciliation (state, next_at);
create index console_reconciliation_newest on console_reconciliation (pair, started_at);

-- The lists that it asks the two sides for, and how far they are: asked, done, none (this side has no such list) or failed.
create table console_reconciliation_list (
  run_id text not null,
  entity text not null,
  side text not null,
  pass integer not null,
  part integer not null,
  state text not null,
  count integer not null,
  note text not null,
  primary key (run_id, entity, side)
);

-- What the two sides listed; gone when the run ends. Amounts in millionths. Days' moments and change stamps in Unix milliseconds, 0 for none.
create table console_reconciliation_record (
  run_id text not null,
  entity text not null,
  key text not null,
  side text not null,
  id text not null,
  number text not null,
  state text not null,
  amount bigint,
  deducted bigint not null,
  currency text not null,
  part_of text not null,
  at bigint not null,
  changed_at bigint not null,
  primary key (run_id, entity, key, side, id)
);

create table console_reconciliation_total (
  run_id text not null,
  entity text not null,
  part_of text not null,
  currency text not null,
  store_count integer not null,
  store_amount bigint not null,
  erp_count integer not null,
  erp_amount bigint not null,
  primary key (run_id, entity, part_of, currency)
);

-- seen -> open or healing -> healed; in-flight, explained, vanished (gone at the second look, nobody was told), false-alarm (gone though nothing was mended).
create table console_reconciliation_finding (
  run_id text not null,
  entity text not null,
  key text not null,
  cause text not null,
  state text not null,
  store_id text not null,
  erp_id text not null,
  number text not null,
  store_amount bigint,
  erp_amount bigint,
  currency text not null,
  words text not null,
  changed_at bigint not null,
  healing_at bigint not null,
  primary key (run_id, entity, key, cause)
);
