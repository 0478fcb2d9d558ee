-- The moment in the work at which the pilot changes a decision.
create table decision_moment (
  pilot_key         varchar(32) not null primary key,
  moment            text not null,
  trigger_event     text not null,
  role              varchar(200) not null,
  minutes_available decimal(12, 2) not null,
  volume_per_month  decimal(15, 2) not null,
  silent_default    text not null,
  costlier_error    varchar(20) not null,
  trade_off         text not null,
  when_wrong        text not null,
  drift_signs       text not null,
  version           int not null
);
create table user_segment (
  pilot_key varchar(32) not null,
  position  int not null,
  name      varchar(200) not null,
  minutes   decimal(12, 2) not null,
  output    varchar(32) not null,
  need      text,
  primary key (pilot_key, position)
);
create table edge_case (
  pilot_key varchar(32) not null,
  position  int not null,
  situation text not null,
  expected  text not null,
  primary key (pilot_key, position)
);

-- Who accepted or declined to answer for the decision, and on which terms.
create table accountability_answer (
  pilot_key          varchar(32) not null primary key,
  accepted           boolean not null,
  person             varchar(191) not null,
  reason_code        varchar(32),
  reason             text,
  liable_role        varchar(200),
  loses_authority    text,
  objection_contact  varchar(200),
  process_to_rewrite text,
  actor              varchar(200),
  escalation         text,
  on_call            varchar(200),
  good_enough        text,
  override_procedure text,
  explanation        text,
  appeal             text,
  review_cadence     varchar(20),
  contract_ends      date,
  moment             text,
  volume_per_month   decimal(15, 2),
  silent_default     text,
  answered_at        datetime(6) not null,
  version            int not null
);
create table acceptable_error (
  pilot_key        varchar(32) not null,
  position         int not null,
  situation        text not null,
  acceptable_error text not null,
  primary key (pilot_key, position)
);

-- What the demonstration had that production will not have.
create table demo_disclosure (
  pilot_key           varchar(32) not null primary key,
  data_mode           varchar(20) not null,
  sanitisation_days   decimal(12, 2),
  excluded_cases      text,
  dependencies_absent text not null,
  support_given       text not null,
  version             int not null
);
create table production_delta (
  pilot_key  varchar(32) not null,
  position   int not null,
  kind       varchar(20) not null,
  owner      varchar(200) not null,
  pilot      text not null,
  production text not null,
  primary key (pilot_key, position)
);

-- Whether the data exist, may be used, and where the work would run.
create table feasibility_sketch (
  pilot_key  varchar(32) not null primary key,
  feasible   varchar(20) not null,
  conditions text,
  version    int not null
);
create table data_source (
  pilot_key varchar(32) not null,
  position  int not null,
  name      varchar(200) not null,
  owner     varchar(200) not null,
  rights    varchar(20) not null,
  freshness varchar(20) not null,
  access    varchar(20) not null,
  access_by date,
  primary key (pilot_key, position)
);
create table workload (
  pilot_key varchar(32) not null,
  position  int not null,
  name      varchar(200) not null,
  placement varchar(20) not null,
  reason    text not null,
  primary key (pilot_key, position)
);
