create table console_lane (
  pair text not null,
  lane text not null,
  half text not null,
  state text not null,
  reason text not null,
  commands text not null,
  at bigint not null,
  primary key (pair, lane, half)
);
