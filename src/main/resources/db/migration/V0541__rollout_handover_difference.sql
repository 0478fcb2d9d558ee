-- What became of each difference between demo and production by the handover: closed, or accepted by somebody by name.
create table handover_difference (
  pilot_key   varchar(32) not null,
  position    int         not null,
  state       varchar(20) not null,
  accepted_by varchar(191),
  primary key (pilot_key, position)
);
