-- How the work goes today, how it will go, and which rituals change.
create table workflow_change (
  pilot_key      varchar(32) not null primary key,
  as_is          varchar(2000),
  to_be          varchar(2000),
  pain_points    varchar(2000),
  as_is_diagram  varchar(200),
  to_be_diagram  varchar(200),
  minutes_before decimal(12, 2),
  minutes_after  decimal(12, 2),
  work_removed   varchar(2000),
  fallback       varchar(2000),
  control_points varchar(2000),
  version        int not null
);
create table as_is_step (
  pilot_key varchar(32) not null,
  position  int not null,
  name      varchar(200) not null,
  role      varchar(200) not null,
  minutes   decimal(12, 2) not null,
  hand_off  varchar(200),
  primary key (pilot_key, position)
);
create table as_is_ritual (
  pilot_key varchar(32) not null,
  position  int not null,
  kind      varchar(20) not null,
  name      varchar(200) not null,
  role      varchar(200) not null,
  per_month decimal(12, 2) not null,
  minutes   decimal(12, 2) not null,
  primary key (pilot_key, position)
);
create table to_be_step (
  pilot_key       varchar(32) not null,
  position        int not null,
  name            varchar(200) not null,
  role            varchar(200) not null,
  actor           varchar(20) not null,
  minutes         decimal(12, 2) not null,
  decision_moment boolean not null,
  primary key (pilot_key, position)
);
create table ritual_change (
  pilot_key    varchar(32) not null,
  position     int not null,
  kind         varchar(20) not null,
  change_kind  varchar(20) not null,
  name         varchar(200) not null,
  description  varchar(2000) not null,
  owner        varchar(191),
  effective_on date,
  primary key (pilot_key, position)
);

-- What the new way costs the people who work it, and what they say about it.
create table friction (
  pilot_key      varchar(32) not null primary key,
  minutes_before decimal(12, 2) not null,
  minutes_after  decimal(12, 2) not null,
  extra_clicks   int,
  answer         varchar(2000),
  authority_role varchar(200),
  version        int not null
);
create table objection (
  id        varchar(64) not null primary key,
  pilot_key varchar(32) not null,
  task_id   varchar(64) not null,
  position  int not null,
  raised_by varchar(200) not null,
  concern   varchar(2000) not null,
  answer    varchar(2000),
  version   int not null
);
create index ix_objection_pilot on objection (pilot_key, task_id);

-- Targets, bonuses and scores that reward the old way.
create table incentives (
  pilot_key varchar(32) not null primary key,
  checked   varchar(2000),
  version   int not null
);
create table incentive_conflict (
  pilot_key    varchar(32) not null,
  position     int not null,
  name         varchar(200) not null,
  kind         varchar(20) not null,
  conflict     varchar(2000) not null,
  resolution   varchar(20) not null,
  remedy       varchar(2000),
  effective_on date,
  accepted_by  varchar(191),
  primary key (pilot_key, position)
);

-- Who is meant to use the pilot; adoption is measured against this list.
create table roster (
  pilot_key        varchar(32) not null primary key,
  population       int not null,
  left_out         int not null,
  exclusion_reason varchar(2000),
  source           varchar(20),
  as_of            date,
  version          int not null
);
create table roster_segment (
  pilot_key    varchar(32) not null,
  position     int not null,
  name         varchar(200) not null,
  people       int not null,
  members      varchar(2000) not null,
  expected_use varchar(20) not null,
  target       int not null,
  primary key (pilot_key, position)
);

-- Who learns what, and how many of the first users have shown that they can.
create table training_plan (
  pilot_key       varchar(32) not null primary key,
  pass_mark       int not null,
  needed_share    int not null,
  first_users     int not null,
  passed          int not null,
  champions       varchar(200) not null,
  help_desk       varchar(200) not null,
  literacy_record varchar(200) not null,
  version         int not null
);
create table training_unit (
  pilot_key varchar(32) not null,
  position  int not null,
  role      varchar(200) not null,
  minutes   int not null,
  content   varchar(2000) not null,
  ready_on  date not null,
  primary key (pilot_key, position)
);

-- The rehearsal with real users, with the AI and without it.
create table dry_run (
  pilot_key       varchar(32) not null primary key,
  held_on         date not null,
  participants    int not null,
  script          varchar(2000) not null,
  fallback_result varchar(20) not null,
  fallback_on     date,
  version         int not null
);
create table dry_run_error (
  pilot_key varchar(32) not null,
  position  int not null,
  what      varchar(2000) not null,
  severity  varchar(20) not null,
  fixed_on  date,
  primary key (pilot_key, position)
);
create table dry_run_acceptance (
  pilot_key varchar(32) not null,
  position  int not null,
  name      varchar(200) not null,
  accepts   varchar(20) not null,
  primary key (pilot_key, position)
);
