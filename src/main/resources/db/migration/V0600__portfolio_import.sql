-- Bringing an existing inventory in: how columns are read, each run with its rows and problems, and what came of it.
create table import_mapping (
  name       varchar(100)  not null primary key,
  text       longtext      not null,
  changed_by varchar(191)  not null,
  changed_at timestamp(6)  not null
);

create table import_run (
  id           varchar(36)  not null primary key,
  file_name    varchar(200) not null,
  file_size    bigint       not null,
  mapping_name varchar(100) not null,
  mapping_text longtext     not null,
  source       varchar(100) not null,
  columns_text longtext     not null,
  state        varchar(20)  not null,
  started_by   varchar(191) not null,
  created_at   timestamp(6) not null,
  begun_at     timestamp(6) null,
  beat_at      timestamp(6) null,
  ended_at     timestamp(6) null
);
create index ix_import_run_state on import_run (state);
create index ix_import_run_created on import_run (created_at);

create table import_row (
  run_id      varchar(36)  not null,
  row_no      int          not null,
  row_key     varchar(64)  not null,
  content_key varchar(64)  not null,
  title       varchar(200) not null,
  phase       varchar(32),
  status      varchar(20),
  outcome     varchar(20)  not null,
  pilot_key   varchar(32),
  cells       longtext,
  primary key (run_id, row_no)
);
create index ix_import_row_outcome on import_row (run_id, outcome, row_no);

create table import_problem (
  run_id      varchar(36)   not null,
  row_no      int           not null,
  number      int           not null,
  severity    varchar(10)   not null,
  column_name varchar(500)  not null,
  kind        varchar(32)   not null,
  arguments   varchar(2000) not null,
  primary key (run_id, row_no, number)
);
create index ix_import_problem_severity on import_problem (run_id, severity, row_no, number);

-- What an inventory says of a case in its own words; one row per entry that came in, so none comes in twice.
create table inventory_entry (
  source            varchar(100) not null,
  row_key           varchar(64)  not null,
  content_key       varchar(64)  not null,
  pilot_key         varchar(32)  not null,
  run_id            varchar(36)  not null,
  row_no            int          not null,
  stage             varchar(200),
  purpose           longtext,
  outputs           longtext,
  initiated         date,
  development_began date,
  implemented       date,
  retired           date,
  cells             longtext     not null,
  brought_in_at     timestamp(6) not null,
  primary key (source, row_key)
);
create index ix_inventory_entry_pilot on inventory_entry (pilot_key);
