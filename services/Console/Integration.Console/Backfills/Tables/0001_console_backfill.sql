-- The last report of every run, as JSON.
create table console_backfill (
  id text primary key,
  pair text not null,
  report text not null,
  started_at bigint not null,
  at bigint not null,
  ended integer not null
);
create index console_backfill_started on console_backfill (started_at);
