-- The review of a pilot by one branch, what it found, and the documents behind it.
create table review (
  id             varchar(64)  not null primary key,
  pilot_key      varchar(32)  not null,
  branch         varchar(20)  not null,
  round          int          not null,
  asked_at       timestamp(6) not null,
  decided_at     timestamp(6) null,
  decision       varchar(32),
  stall_reason   varchar(32),
  reason         text,
  interest       text,
  reviewer       varchar(191),
  reviewer_role  varchar(64),
  policy_version varchar(200),
  version        int          not null,
  constraint ux_review unique (pilot_key, branch)
);
create table finding (
  review_id varchar(64)  not null,
  position  int          not null,
  statement text         not null,
  severity  varchar(20)  not null,
  owner     varchar(191) not null,
  due       date         not null,
  raised_at timestamp(6) not null,
  closed_at timestamp(6) null,
  primary key (review_id, position)
);
create table review_evidence (
  review_id varchar(64)  not null,
  position  int          not null,
  title     varchar(200) not null,
  link      varchar(200) not null,
  primary key (review_id, position)
);

-- What each branch agreed to when it approved.
create table compliance_assessment (
  pilot_key    varchar(32) not null primary key,
  jurisdiction text        not null,
  high_risk    varchar(20) not null,
  exemption    text,
  duties       text        not null
);
create table policy_exception (
  pilot_key    varchar(32)  not null,
  position     int          not null,
  control      varchar(200) not null,
  compensation varchar(200) not null,
  owner        varchar(191) not null,
  expires      date         not null,
  primary key (pilot_key, position)
);
create table privacy_assessment (
  pilot_key      varchar(32) not null primary key,
  data_rights    text        not null,
  output_rights  text        not null,
  dpia           varchar(20) not null,
  dpia_link      varchar(200),
  dpia_reason    text,
  notices        text        not null,
  log_months     int         not null,
  fria_scope     boolean     not null,
  fria_reason    text,
  fria_process   text,
  fria_period    text,
  fria_persons   text,
  fria_harms     text,
  fria_oversight text,
  fria_measures  text
);
create table security_assessment (
  pilot_key        varchar(32) not null primary key,
  threat_model     text        not null,
  red_team_scope   text        not null,
  red_team_result  varchar(20) not null,
  red_team_on      date,
  secrets          text        not null,
  sandbox          text        not null,
  privacy_controls text        not null,
  supply_chain     text        not null,
  tool_permissions text
);
create table data_contract (
  pilot_key          varchar(32)    not null primary key,
  provenance         text           not null,
  representativeness text           not null,
  freshness_hours    decimal(12, 2) not null,
  coverage           decimal(5, 2)  not null,
  quality            decimal(5, 2)  not null,
  quality_measure    varchar(200)   not null,
  breach_action      varchar(20)    not null,
  contract_owner     varchar(191)   not null,
  live_feed          text           not null,
  durability         text           not null
);
create table operations_plan (
  pilot_key          varchar(32)    not null primary key,
  placement          varchar(20)    not null,
  placement_reason   text           not null,
  alternatives       text           not null,
  latency_ms         decimal(12, 0) not null,
  availability       decimal(6, 3)  not null,
  capacity           text           not null,
  monitoring         text           not null,
  energy_kwh         decimal(15, 2) not null,
  rollback_plan      text           not null,
  rollback_tested_on date           not null,
  exit_plan          text           not null
);
create table validation_report (
  pilot_key         varchar(32) not null primary key,
  plan_sealed_on    date        not null,
  run_on            date        not null,
  conditions        varchar(20) not null,
  results           text        not null,
  edge_cases        int         not null,
  edge_cases_passed int         not null,
  limits_of_use     text        not null
);
create table drift_sign (
  pilot_key  varchar(32)    not null,
  position   int            not null,
  metric     varchar(200)   not null,
  comparator varchar(10)    not null,
  threshold  decimal(19, 4) not null,
  primary key (pilot_key, position)
);
create table worker_notice (
  pilot_key   varchar(32) not null primary key,
  informed    text        not null,
  informed_on date        not null,
  channel     varchar(20) not null,
  answer      varchar(20) not null,
  response    text        not null
);

-- What a pilot may do by itself, set by one person and signed by another.
create table autonomy_boundary (
  pilot_key          varchar(32)  not null primary key,
  edition            int          not null,
  override_procedure text,
  stop_procedure     text,
  stop_contact       varchar(200),
  stop_minutes       decimal(9, 1),
  no_action_reason   text,
  set_by             varchar(191),
  set_at             timestamp(6) null,
  signed_by          varchar(191),
  signed_at          timestamp(6) null,
  declined_reason    text,
  version            int          not null
);
create table boundary_action (
  pilot_key       varchar(32)  not null,
  position        int          not null,
  name            varchar(200) not null,
  mode            varchar(20)  not null,
  under_condition varchar(200) not null,
  monitor         varchar(200) not null,
  fallback        varchar(200) not null,
  primary key (pilot_key, position)
);

-- Who took the risk that remains, or declined to.
create table residual_risk (
  pilot_key    varchar(32)  not null primary key,
  owned        boolean      not null,
  person       varchar(191) not null,
  statement    text,
  worst_case   text,
  review_on    date,
  stall_reason varchar(32),
  reason       text,
  answered_at  timestamp(6) not null
);

-- What counts against a function: questions asked too late, reviews left unanswered.
create table function_mark (
  id         varchar(64)  not null primary key,
  pilot_key  varchar(32)  not null,
  branch     varchar(20)  not null,
  role_group varchar(64)  not null,
  kind       varchar(20)  not null,
  note       text,
  noted_by   varchar(191) not null,
  noted_at   timestamp(6) not null,
  version    int          not null
);
create index ix_function_mark_pilot on function_mark (pilot_key);
create index ix_function_mark_kind on function_mark (kind, role_group);
