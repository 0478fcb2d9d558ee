-- What one administrator asked for in an emergency, and what another one made of it.
create table emergency (
  id          varchar(64)   not null primary key,
  pilot_key   varchar(32)   not null,
  process_id  varchar(191)  not null,
  place       varchar(191)  not null,
  stands_at   varchar(1000) not null,
  step        varchar(191)  not null,
  reason      varchar(1000) not null,
  asked_by    varchar(191)  not null,
  asked_at    datetime(6)   not null,
  state       varchar(16)   not null,
  closed_by   varchar(191),
  closed_at   datetime(6)   null,
  version     int           not null
);
create index ix_emergency_asked on emergency (asked_at);
