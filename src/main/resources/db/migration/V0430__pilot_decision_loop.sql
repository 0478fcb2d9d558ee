-- Every further round about a gate: who asked, on what evidence, who owns the risk, how long it took and what a day costs.
create table decision_loop (
  id           varchar(64)    not null primary key,
  pilot_key    varchar(32)    not null,
  gate         varchar(8)     not null,
  kind         varchar(16)    not null,
  loop_number  int            not null,
  asks         varchar(16)    not null,
  question     text           not null,
  evidence     text,
  evidence_on  date,
  asked_by     varchar(191)   not null,
  asked_role   varchar(64),
  owner_role   varchar(64),
  owner        varchar(191),
  cost_per_day decimal(19, 2),
  currency     varchar(8),
  asked_at     datetime(6)    not null,
  outcome      varchar(16),
  answer       text,
  closed_at    datetime(6)    null,
  version      int            not null
);
create index ix_decision_loop_pilot on decision_loop (pilot_key, loop_number);
create index ix_decision_loop_role on decision_loop (kind, asked_role);
create table settlement (
  loop_id      varchar(64)  not null,
  position     int          not null,
  role_group   varchar(64)  not null,
  person       varchar(191) not null,
  owned        boolean      not null,
  stall_reason varchar(32),
  reason       text         not null,
  primary key (loop_id, position)
);
