-- The open human tasks as pages list them: what waits, for whom, since when. Kept in the engine's transaction.
create table inbox_task (
  engine_task_id      varchar(64)  not null primary key,
  process_instance_id varchar(64)  not null,
  pilot_key           varchar(32)  not null,
  process_id          varchar(64)  not null,
  task_id             varchar(64)  not null,
  role_group          varchar(64)  not null,
  assignee            varchar(191),
  opened_at           datetime(6) not null,
  due_at              datetime(6) null
);
create index ix_inbox_task_pilot on inbox_task (pilot_key);
create index ix_inbox_task_role on inbox_task (role_group, assignee, due_at);
create index ix_inbox_task_assignee on inbox_task (assignee, due_at);
