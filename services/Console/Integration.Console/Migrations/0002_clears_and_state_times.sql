alter table console_record add column state_at bigint not null default 0;
update console_record set state_at = last_at;
create index console_record_number_folded on console_record (lower(number));
create index console_record_erp_number_folded on console_record (lower(erp_number));
create index console_record_last on console_record (last_at);
create index console_activity_at on console_activity (at);

alter table console_attention add column raised_at bigint not null default 0;
update console_attention set raised_at = last_at;
create index console_attention_last on console_attention (last_at);

create table console_attention_cleared (
  pair text not null,
  entity text not null,
  record_id text not null,
  class text not null,
  at bigint not null,
  primary key (pair, entity, record_id, class)
);
create index console_attention_cleared_at on console_attention_cleared (at);
