-- The registry of pilots: one row per case, who is accountable for what, what was decided at each gate.
create table pilot (
  pilot_key            varchar(32)    not null primary key,
  title                varchar(200)   not null,
  business_unit        varchar(200),
  regions              varchar(200),
  operational_priority varchar(200),
  process_name         varchar(200),
  decision_point       text,
  decided_by           varchar(200),
  decision_frequency   varchar(20),
  decision_information text,
  outcome_metric       varchar(200),
  outcome_direction    varchar(20),
  funding_source       varchar(32),
  amount               decimal(19, 2),
  currency             varchar(3),
  time_box_until       date,
  similar_pilot        varchar(200),
  difference           text,
  regulated_area       varchar(32),
  affected_persons     varchar(32),
  autonomy             varchar(32),
  agentic              boolean,
  personal_data        boolean,
  workers_affected     boolean,
  tier                 varchar(10),
  pathway              varchar(64),
  lead_time_days       int,
  requester            varchar(191),
  phase                varchar(32)    not null,
  phase_since          datetime(6)   not null,
  status               varchar(20)    not null,
  status_since         datetime(6)   not null,
  stall_reason         varchar(32),
  status_note          text,
  held_until           date,
  merged_into          varchar(32),
  source               varchar(200),
  source_row           varchar(64),
  created_at           datetime(6)   not null,
  version              int            not null
);
create index ix_pilot_phase on pilot (phase, status);
create index ix_pilot_source on pilot (source, source_row);

create table pilot_number (
  id bigint not null auto_increment primary key,
  taken_at datetime(6) not null
);

-- Who answers for a role on a case. Vacant: person is null. Accepted: accepted_at is set.
create table accountability (
  id           varchar(64)  not null primary key,
  pilot_key    varchar(32)  not null,
  role_group   varchar(64)  not null,
  person       varchar(191),
  deputy       varchar(191),
  superior     varchar(191),
  accepted_at  datetime(6) null,
  version      int          not null,
  constraint ux_accountability unique (pilot_key, role_group)
);
create index ix_accountability_person on accountability (person);

-- One vote per signer and round; the strictest vote of a complete round is the gate's decision.
create table gate_vote (
  id           varchar(64)   not null primary key,
  pilot_key    varchar(32)   not null,
  gate         varchar(4)    not null,
  round        int           not null,
  outcome      varchar(20)   not null,
  signer       varchar(191)  not null,
  role_group   varchar(64)   not null,
  reason       text,
  stall_reason varchar(32),
  hold_until   date,
  merge_into   varchar(32),
  voted_at     datetime(6)  not null,
  constraint ux_gate_vote unique (pilot_key, gate, round, role_group)
);

create table gate_decision (
  id           varchar(64)   not null primary key,
  pilot_key    varchar(32)   not null,
  gate         varchar(4)    not null,
  round        int           not null,
  outcome      varchar(20)   not null,
  reason       text,
  signers      varchar(1000) not null,
  decided_at   datetime(6)  not null
);
create index ix_gate_decision_pilot on gate_decision (pilot_key, decided_at);

-- When a case entered and left each phase: conversion and days per phase are read from here.
create table phase_passage (
  id         varchar(64)  not null primary key,
  pilot_key  varchar(32)  not null,
  phase      varchar(32)  not null,
  entered_at datetime(6) not null,
  left_at    datetime(6) null
);
create index ix_phase_passage on phase_passage (pilot_key, phase);
