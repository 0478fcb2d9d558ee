-- Rows that a figure was worked out of, kept as they came.
create table evidence_file (
  id         varchar(64)  not null primary key,
  pilot_key  varchar(32)  not null,
  purpose    varchar(20)  not null,
  name       varchar(200) not null,
  sha256     varchar(64)  not null,
  brought_by varchar(191) not null,
  brought_at timestamp(6) not null,
  version    int          not null,
  constraint ux_evidence_file unique (pilot_key, sha256)
);
create table evidence_row (
  file_id    varchar(64)    not null,
  position   int            not null,
  sheet_row  int            not null,
  figure     decimal(19, 4) not null,
  day_of     date,
  unit       varchar(200),
  currency   varchar(3),
  content    varchar(4000)  not null,
  primary key (file_id, position)
);
-- How the columns of a pilot's files are read.
create table evidence_mapping (
  id              varchar(64)  not null primary key,
  pilot_key       varchar(32)  not null,
  purpose         varchar(20)  not null,
  figure_column   varchar(200) not null,
  day_column      varchar(200),
  unit_column     varchar(200),
  currency_column varchar(200),
  decimal_comma   boolean      not null,
  version         int          not null
);
