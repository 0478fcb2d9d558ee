-- How the work goes before the pilot changes it, and how that is known.
create table baseline (
  pilot_key        varchar(32) not null primary key,
  metric           varchar(200) not null,
  unit             varchar(40) not null,
  measured_value   decimal(19, 4) not null,
  uncertainty      decimal(19, 4),
  basis            varchar(20) not null,
  measured_on      date not null,
  sample_size      decimal(19, 0),
  period_from      date,
  period_to        date,
  source_system    varchar(200) not null,
  owner            varchar(191),
  method           varchar(4000),
  confounders      varchar(4000),
  comparison_group varchar(4000),
  version          int not null
);
-- An estimate instead of a measured baseline, allowed for a while.
create table estimate_permit (
  pilot_key  varchar(32) not null primary key,
  granted_by varchar(191) not null,
  reason     varchar(4000) not null,
  expires_on date not null,
  granted_at timestamp(6) not null,
  version    int not null
);

-- From the model to the work and from the work to money, link by link.
create table metric_bridge (
  pilot_key varchar(32) not null primary key,
  version   int not null
);
create table effect_chain (
  pilot_key        varchar(32) not null,
  position         int not null,
  technical_metric varchar(200) not null,
  unit_outcome     varchar(200) not null,
  outcome_basis    varchar(20) not null,
  outcome_evidence varchar(200),
  lever            varchar(20) not null,
  amount           decimal(19, 2) not null,
  money_basis      varchar(20) not null,
  money_evidence   varchar(200),
  primary key (pilot_key, position)
);

-- What the pilot is expected to bring, per year at the planned volume.
create table money_hypothesis (
  pilot_key       varchar(32) not null primary key,
  p10             decimal(19, 2) not null,
  p50             decimal(19, 2) not null,
  p90             decimal(19, 2) not null,
  planned_volume  decimal(19, 0) not null,
  ramp_months     int not null,
  target_adoption int not null,
  attribution     varchar(20),
  benefit_owner   varchar(191) not null,
  budget_line     varchar(200) not null,
  loss_limit      decimal(19, 2),
  valid_until     date not null,
  version         int not null
);

-- What running it costs, line by line, and what operations added.
create table cost_to_serve (
  pilot_key          varchar(32) not null primary key,
  review_minutes     decimal(19, 2) not null,
  review_hourly_cost decimal(19, 2) not null,
  low_volume         decimal(19, 0),
  high_volume        decimal(19, 0),
  energy_kwh         decimal(19, 0),
  subsidies          varchar(4000),
  subsidy_amount     decimal(19, 2),
  cost_owner         varchar(191) not null,
  confirmed_by       varchar(191),
  extra_fixed        decimal(19, 2) not null,
  extra_per_unit     decimal(19, 4) not null,
  correction         varchar(4000),
  version            int not null
);
create table cost_line (
  pilot_key varchar(32) not null,
  position  int not null,
  kind      varchar(20) not null,
  behaviour varchar(20) not null,
  amount    decimal(19, 4) not null,
  step_size decimal(19, 0),
  driver    varchar(200) not null,
  primary key (pilot_key, position)
);

-- The limits at which the pilot is stopped, shrunk or defended; agreed before any result.
create table agreed_criteria (
  pilot_key varchar(32) not null primary key,
  agreed_by varchar(191) not null,
  agreed_at timestamp(6) not null,
  version   int not null
);
create table agreed_criterion (
  pilot_key      varchar(32) not null,
  position       int not null,
  kind           varchar(20) not null,
  metric         varchar(32) not null,
  metric_name    varchar(200),
  comparator     varchar(20) not null,
  threshold      decimal(19, 4) not null,
  checked_on     date not null,
  checked_again  varchar(20) not null,
  read_from      varchar(200) not null,
  consequence    varchar(20) not null,
  defender       varchar(20) not null,
  primary key (pilot_key, position)
);

-- Who acts, who is liable, which error is acceptable, how a person overrides.
create table decision_contract (
  pilot_key          varchar(32) not null primary key,
  signed_by          varchar(191) not null,
  liable_role        varchar(200),
  actor              varchar(200),
  escalation         varchar(200),
  on_call            varchar(200),
  good_enough        varchar(200) not null,
  override_procedure varchar(4000) not null,
  explanation        varchar(200),
  appeal             varchar(200),
  review_cadence     varchar(20),
  contract_ends      date,
  signed_at          timestamp(6) not null,
  version            int not null
);
create table contract_scenario (
  pilot_key        varchar(32) not null,
  position         int not null,
  situation        varchar(200) not null,
  acceptable_error varchar(200) not null,
  primary key (pilot_key, position)
);

-- A money case as it was put to the signers; a reworked one is sealed anew under the next number.
create table money_case_seal (
  id                varchar(64) not null primary key,
  pilot_key         varchar(32) not null,
  number            int not null,
  content           mediumtext not null,
  sha256            varchar(64) not null,
  sealed_at         timestamp(6) not null,
  p10               decimal(19, 2) not null,
  p50               decimal(19, 2) not null,
  p90               decimal(19, 2) not null,
  planned_volume    decimal(19, 0) not null,
  target_adoption   int not null,
  ramp_months       int not null,
  cost_per_year     decimal(19, 2) not null,
  cost_per_unit     decimal(19, 4) not null,
  net_value         decimal(19, 2) not null,
  loss_at_p10       decimal(19, 2) not null,
  break_even_volume decimal(30, 0),
  signers           varchar(1000),
  signed_at         timestamp(6) null,
  revoked_at        timestamp(6) null,
  version           int not null,
  constraint ux_money_case_seal unique (pilot_key, number)
);

-- Points under which the money case was signed; one that is open after its day revokes the signature.
create table roi_condition (
  id          varchar(64) not null primary key,
  pilot_key   varchar(32) not null,
  number      int not null,
  point       varchar(4000) not null,
  severity    varchar(20) not null,
  owner       varchar(191) not null,
  due         date not null,
  set_by      varchar(191) not null,
  in_force    boolean not null,
  closed_at   timestamp(6) null,
  closed_by   varchar(191),
  how_closed  varchar(4000),
  proof       varchar(200),
  version     int not null
);
create index ix_roi_condition on roi_condition (pilot_key, in_force);

-- Who takes the risk by name after the third rework.
create table downside_ownership (
  pilot_key   varchar(32) not null primary key,
  owner       varchar(191) not null,
  amount      decimal(19, 2) not null,
  owned_until date not null,
  grounds     varchar(4000) not null,
  decided_by  varchar(191) not null,
  version     int not null
);
