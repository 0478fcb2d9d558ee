-- Limits at which a pilot is called into question, each with the day on which somebody reads its figure.
create table watched_limit (
  id            varchar(64)    not null primary key,
  pilot_key     varchar(32)    not null,
  agreement     varchar(20)    not null,
  metric        varchar(200)   not null,
  comparator    varchar(20)    not null,
  threshold     decimal(24, 4) not null,
  due_on        date           not null,
  checked_again varchar(20)    not null,
  read_from     varchar(200)   not null,
  checker       varchar(64)    not null,
  consequence   varchar(20)    not null,
  replaced      boolean        not null,
  measured      decimal(24, 4),
  measured_on   date,
  version       int            not null
);
create index ix_watched_limit_pilot on watched_limit (pilot_key, agreement);

-- A pilot for which it was agreed that it stops cannot be defended.
alter table kill_question add column final_word boolean not null default false;
