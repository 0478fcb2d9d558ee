-- One measured (or missed) period of use: what its figures say, and what the sponsor decided on them.
create table measurement_period (
  id                varchar(64)  not null primary key,
  pilot_key         varchar(32)  not null,
  begins_on         date         not null,
  ends_on           date         not null,
  judgement         varchar(20)  not null,
  target_met        boolean      not null,
  rituals_confirmed boolean      not null,
  above_p10         boolean,
  band_held         boolean,
  habitual_share    decimal(5, 1),
  measured_value    decimal(19, 2),
  asserted_value    decimal(19, 2),
  actual_cost       decimal(19, 2),
  net_realised      decimal(19, 2),
  promised_p10      decimal(19, 2),
  promised_p50      decimal(19, 2),
  decision          varchar(20),
  reason_code       varchar(32),
  reason            varchar(4000),
  plan              varchar(4000),
  decided_by        varchar(191),
  decided_at        timestamp(6) null,
  version           int          not null,
  constraint ux_measurement_period unique (pilot_key, ends_on)
);

-- Who used the pilot in a period, by segment and ring, and what became of its advice.
create table adoption_telemetry (
  period_id varchar(64)  not null primary key,
  pilot_key varchar(32)  not null,
  source    varchar(200) not null,
  as_of     date         not null,
  freshness varchar(20)  not null,
  analyst   varchar(191) not null,
  noted_at  timestamp(6) not null,
  version   int          not null
);
create index ix_adoption_telemetry on adoption_telemetry (pilot_key);
create table adoption_segment (
  period_id  varchar(64)  not null,
  position   int          not null,
  name       varchar(200) not null,
  ring       int          not null,
  intended   int          not null,
  invited    int          not null,
  trained    int          not null,
  tried      int          not null,
  active     int          not null,
  habitual   int          not null,
  dormant    int          not null,
  offered    int          not null,
  followed   int          not null,
  overridden int          not null,
  ignored    int          not null,
  primary key (period_id, position)
);

-- Whether each promised change of meetings, approvals and escalations really happens.
create table ritual_confirmation (
  period_id varchar(64)  not null primary key,
  pilot_key varchar(32)  not null,
  confirmed_by varchar(191) not null,
  noted_at  timestamp(6) not null,
  version   int          not null
);
create table confirmed_ritual (
  period_id varchar(64)  not null,
  position  int          not null,
  name      varchar(200) not null,
  state     varchar(20)  not null,
  evidence  varchar(200) not null,
  primary key (period_id, position)
);

-- What people think of it, by segment; means of answers from 1 to 5.
create table trust_pulse (
  period_id varchar(64)  not null primary key,
  pilot_key varchar(32)  not null,
  voices    varchar(4000),
  noted_at  timestamp(6) not null,
  version   int          not null
);
create table trust_segment (
  period_id varchar(64)  not null,
  position  int          not null,
  name      varchar(200) not null,
  asked     int          not null,
  answered  int          not null,
  trust     decimal(2, 1) not null,
  judgement decimal(2, 1) not null,
  effort    decimal(2, 1) not null,
  voice     decimal(2, 1) not null,
  barrier   varchar(20)  not null,
  primary key (period_id, position)
);

-- What a period was worth and what it cost, in the pilot's currency.
create table value_measurement (
  period_id        varchar(64)    not null primary key,
  pilot_key        varchar(32)    not null,
  cost_pipelines   decimal(19, 2) not null,
  cost_support     decimal(19, 2) not null,
  cost_monitoring  decimal(19, 2) not null,
  cost_compliance  decimal(19, 2) not null,
  cost_incidents   decimal(19, 2) not null,
  cost_retraining  decimal(19, 2) not null,
  cost_cloud       decimal(19, 2) not null,
  cost_review      decimal(19, 2) not null,
  explanation      varchar(4000)  not null,
  measured_by      varchar(191)   not null,
  noted_at         timestamp(6)   not null,
  version          int            not null
);
create table value_line (
  period_id      varchar(64)    not null,
  position       int            not null,
  metric         varchar(200)   not null,
  reading        decimal(19, 4) not null,
  method         varchar(20)    not null,
  basis          varchar(20)    not null,
  counterfactual varchar(200)   not null,
  money          decimal(19, 2) not null,
  primary key (period_id, position)
);

-- Whether people still look closely at what the pilot advises.
create table oversight_check (
  period_id       varchar(64)  not null primary key,
  pilot_key       varchar(32)  not null,
  band_from       decimal(5, 1),
  band_to         decimal(5, 1),
  planted         int          not null,
  found           int          not null,
  reviewers       int          not null,
  review_seconds  int          not null,
  never_override  int          not null,
  mostly_override int          not null,
  verdict         varchar(20)  not null,
  explanation     varchar(4000) not null,
  noted_at        timestamp(6) not null,
  version         int          not null
);
create index ix_oversight_check on oversight_check (pilot_key, noted_at);

-- What the signed money case promised, per year and before cost, as it was announced when it was signed.
create table money_promise (
  pilot_key     varchar(32)    not null primary key,
  p10           decimal(19, 2) not null,
  p50           decimal(19, 2) not null,
  cost_per_year decimal(19, 2) not null,
  ramp_months   int            not null,
  sealed_at     timestamp(6)   not null,
  version       int            not null
);
