-- Findings and exceptions with which a pilot was authorised; from their day on the approval does not count.
create table review_duty (
  id          varchar(64)  not null primary key,
  pilot_key   varchar(32)  not null,
  branch      varchar(20)  not null,
  kind        varchar(20)  not null,
  matter      text         not null,
  severity    varchar(20)  not null,
  owner       varchar(191) not null,
  due_on      date         not null,
  settled_at  timestamp(6) null,
  settled_by  varchar(191),
  how_settled text,
  proof       varchar(200),
  version     int          not null
);
create index ix_review_duty_pilot on review_duty (pilot_key, due_on);
