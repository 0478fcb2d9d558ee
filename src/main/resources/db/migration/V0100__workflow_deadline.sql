-- One row per human task that waits or waited: its deadline, how far it escalated, and who let it stall.
create table task_deadline (
  id                   varchar(64)  not null primary key,
  process_instance_id  varchar(64)  not null,
  execution_id         varchar(64)  not null,
  pilot_key            varchar(32)  not null,
  process_id           varchar(64)  not null,
  task_id              varchar(64)  not null,
  role_group           varchar(64),
  region               varchar(8)   not null,
  opened_at            datetime(6) not null,
  reminder_at          datetime(6) not null,
  due_at               datetime(6) not null,
  deputy_at            datetime(6) not null,
  function_head_at     datetime(6) not null,
  chair_at             datetime(6) not null,
  silence_at           datetime(6) null,
  function_head_group  varchar(64)  not null,
  level                int          not null,
  level_at             datetime(6) null,
  paused_at            datetime(6) null,
  closed_at            datetime(6) null
);
create index ix_task_deadline_open on task_deadline (process_instance_id, task_id, closed_at);
create index ix_task_deadline_pilot on task_deadline (pilot_key, closed_at);
create index ix_task_deadline_execution on task_deadline (execution_id);
create index ix_task_deadline_due on task_deadline (closed_at, due_at);

-- Each "waiting for": the only thing that stops a deadline's clock.
create table task_wait (
  id           varchar(64)   not null primary key,
  deadline_id  varchar(64)   not null,
  pilot_key    varchar(32)   not null,
  task_id      varchar(64)   not null,
  reason       varchar(32)   not null,
  waiting_for  varchar(200)  not null,
  note         varchar(2000),
  by_person    varchar(191)  not null,
  since        datetime(6)  not null,
  until        datetime(6)  null
);
create index ix_task_wait_deadline on task_wait (deadline_id);
