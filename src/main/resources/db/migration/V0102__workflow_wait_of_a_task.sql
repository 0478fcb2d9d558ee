-- Which open task waits, so that its end ends the wait; and room for a note as long as the form allows.
alter table task_wait add column engine_task_id varchar(64);
alter table task_wait modify column note varchar(4000);
create index ix_task_wait_task on task_wait (engine_task_id, until);
