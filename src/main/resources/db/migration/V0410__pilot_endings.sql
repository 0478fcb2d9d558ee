-- Why a pilot was called into question, how it was defended, and what was decided.
create table kill_question (
  id              varchar(64)    not null primary key,
  pilot_key       varchar(32)    not null,
  reason          text           not null,
  agreed          text,
  measured        text,
  since           date,
  opened_at       timestamp(6)   not null,
  new_evidence    text,
  change_planned  text,
  cost_until_then decimal(19, 2),
  judge_on        date,
  outcome         varchar(20),
  stall_reason    varchar(32),
  note            text,
  decided_at      timestamp(6)   null,
  version         int            not null
);
create index ix_kill_question_pilot on kill_question (pilot_key, opened_at);
create table kill_defence_limit (
  question_id varchar(64)    not null,
  position    int            not null,
  metric      varchar(200)   not null,
  comparator  varchar(20)    not null,
  threshold   decimal(19, 4) not null,
  checked_on  date           not null,
  source      varchar(200)   not null,
  primary key (question_id, position)
);
create table kill_defence_evidence (
  question_id varchar(64)  not null,
  position    int          not null,
  title       varchar(200) not null,
  link        varchar(200) not null,
  primary key (question_id, position)
);
create table kill_defence_opinion (
  question_id varchar(64)    not null,
  position    int            not null,
  role_group  varchar(64)    not null,
  supported   boolean        not null,
  net_value   decimal(19, 2),
  harm        text,
  reason      text           not null,
  primary key (question_id, position)
);

-- What is left of a pilot that was stopped.
create table wind_down (
  pilot_key          varchar(32) not null primary key,
  ended_on           date        not null,
  records_kept_until date        not null,
  lessons            text,
  version            int         not null
);

-- Taking a pilot out of use in good order.
create table retirement (
  pilot_key          varchar(32) not null primary key,
  contracts          text,
  workflow           text,
  rehearsed_on       date,
  users_informed_on  date,
  users_message      text,
  problems           text,
  switched_off_on    date,
  records_kept_until date,
  records_place      varchar(200),
  records_owner      varchar(191),
  realised_value     decimal(19, 2),
  total_cost         decimal(19, 2),
  basis              varchar(20),
  explanation        text,
  handed_over        text,
  reusable           text,
  completed_at       timestamp(6) null,
  version            int         not null
);
create table retirement_dependent (
  pilot_key   varchar(32)  not null,
  position    int          not null,
  name        varchar(200) not null,
  owner       varchar(191) not null,
  replacement varchar(200) not null,
  ready_on    date         not null,
  primary key (pilot_key, position)
);

-- An accountability that somebody left, and who takes it over.
create table vacancy (
  id          varchar(64)  not null primary key,
  pilot_key   varchar(32)  not null,
  role_group  varchar(64)  not null,
  person      varchar(191) not null,
  since       timestamp(6) not null,
  deputy      varchar(191),
  proposed    varchar(191),
  grounds     text,
  handover    text,
  proposed_by varchar(191),
  next_deputy varchar(191),
  outcome     varchar(20),
  closed_at   timestamp(6) null,
  version     int          not null
);
create index ix_vacancy_pilot on vacancy (pilot_key, role_group);
