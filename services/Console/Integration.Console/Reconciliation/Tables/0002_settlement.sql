-- What a payment provider knows a record by.
alter table console_reconciliation_record add column reference text not null default '';

-- What a settlement file adds up to, per provider and currency, in millionths. The file's lines are records of the side 'file' and go when the run ends.
create table console_reconciliation_settlement (
  run_id text not null,
  provider text not null,
  currency text not null,
  captures integer not null,
  captured bigint not null,
  refunds integer not null,
  refunded bigint not null,
  fees bigint not null,
  payout bigint not null,
  store_captured bigint not null,
  store_refunded bigint not null,
  erp_captured bigint not null,
  erp_refunded bigint not null,
  primary key (run_id, provider, currency)
);
