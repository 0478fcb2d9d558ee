-- Each human task that ended, with its role: how long everybody waits for whom. One row per signer.
create table waited_task (
  engine_task_id varchar(64) not null primary key,
  pilot_key      varchar(32) not null,
  role_group     varchar(64) not null,
  opened_at      datetime(6) not null,
  ended_at       datetime(6) not null
);
create index ix_waited_task_ended on waited_task (ended_at, role_group, opened_at);
create index ix_inbox_task_waits on inbox_task (role_group, pilot_key);
