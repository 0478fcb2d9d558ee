-- In which rings a pilot reaches its users, where it stands, and the limits it must keep.
create table ring_plan (
  pilot_key           varchar(32) not null primary key,
  availability_min    decimal(9, 3) not null,
  override_min        decimal(5, 1),
  override_max        decimal(5, 1),
  review_seconds_min  decimal(12, 0),
  latency_seconds_max decimal(12, 2),
  unit_cost_model     decimal(19, 4),
  current_ring        int not null,
  opened_at           timestamp(6) null,
  dwell_ends_at       timestamp(6) null,
  version             int not null
);
create table rollout_ring (
  pilot_key          varchar(32) not null,
  position           int not null,
  scope              varchar(200) not null,
  region             varchar(20) not null,
  users              int not null,
  start_on           date not null,
  dwell_days         int not null,
  promote_use        decimal(5, 1) not null,
  hold_incidents     int not null,
  rollback_incidents int not null,
  primary key (pilot_key, position)
);

-- Every opening, hold, promotion and return of a ring, in order.
create table ring_step (
  id          varchar(64)  not null primary key,
  pilot_key   varchar(32)  not null,
  position    int          not null,
  ring        int          not null,
  kind        varchar(20)  not null,
  happened_at timestamp(6) not null,
  version     int          not null,
  constraint ux_ring_step unique (pilot_key, position)
);

-- What happened in a ring while it was open, and what its reviewer decided.
create table ring_review (
  id              varchar(64)  not null primary key,
  pilot_key       varchar(32)  not null,
  ring            int          not null,
  override_rate   decimal(5, 1),
  review_seconds  decimal(12, 0),
  complaints      int          not null,
  appeals         int          not null,
  incidents       int          not null,
  availability    decimal(9, 3) not null,
  latency_seconds decimal(12, 2),
  unit_cost       decimal(19, 4),
  contract_met    decimal(5, 1),
  open_findings   int          not null,
  decision        varchar(20)  not null,
  reason_code     varchar(32),
  reason          varchar(4000),
  reviewer        varchar(191) not null,
  reviewed_at     timestamp(6) not null,
  version         int          not null
);
create index ix_ring_review on ring_review (pilot_key, reviewed_at);
create table ring_segment (
  review_id varchar(64)  not null,
  position  int          not null,
  name      varchar(200) not null,
  share     decimal(5, 1) not null,
  primary key (review_id, position)
);

-- Production as the pilot owner gives it and operations receives it; both sign.
create table production_handover (
  pilot_key          varchar(32)  not null primary key,
  runbook            varchar(200) not null,
  on_call            varchar(200) not null,
  availability       decimal(9, 3) not null,
  response_minutes   int          not null,
  monitors_live      boolean      not null,
  cost_alert         decimal(19, 2) not null,
  retention_months   int          not null,
  rollback_tested_on date         not null,
  rollback_minutes   int          not null,
  receiver           varchar(191) not null,
  received_at        timestamp(6) not null,
  giver              varchar(191),
  given_at           timestamp(6) null,
  open_points        varchar(4000),
  sent_back          varchar(4000),
  sent_back_code     varchar(32),
  version            int          not null
);
create table pilot_component (
  pilot_key varchar(32)  not null,
  position  int          not null,
  name      varchar(200) not null,
  kind      varchar(20)  not null,
  owner     varchar(200) not null,
  primary key (pilot_key, position)
);

-- What users were told before something changed for them.
create table change_notice (
  id         varchar(64)  not null primary key,
  pilot_key  varchar(32)  not null,
  ring       int          not null,
  novelty    varchar(20)  not null,
  notice     varchar(4000) not null,
  contact    varchar(200) not null,
  sent_on    date         not null,
  sender     varchar(191) not null,
  noted_at   timestamp(6) not null,
  version    int          not null
);
create index ix_change_notice on change_notice (pilot_key, noted_at);

-- Limits that were broken while a ring was open, and rings that were rolled back.
create table threshold_breach (
  id          varchar(64)  not null primary key,
  pilot_key   varchar(32)  not null,
  ring        int,
  what        varchar(4000) not null,
  reporter    varchar(191) not null,
  reported_at timestamp(6) not null,
  version     int          not null
);
create index ix_threshold_breach on threshold_breach (pilot_key, reported_at);
create table ring_rollback (
  id             varchar(64)  not null primary key,
  pilot_key      varchar(32)  not null,
  ring           int          not null,
  rolled_back_on date         not null,
  cause          varchar(20)  not null,
  what           varchar(4000) not null,
  mending        varchar(4000) not null,
  actor          varchar(191) not null,
  noted_at       timestamp(6) not null,
  version        int          not null
);
create index ix_ring_rollback on ring_rollback (pilot_key, noted_at);

-- Whether operations accepted the run.
create table production_acceptance (
  pilot_key  varchar(32)  not null primary key,
  accepted   boolean      not null,
  owner      varchar(200),
  actor      varchar(191) not null,
  decided_at timestamp(6) not null,
  version    int          not null
);
