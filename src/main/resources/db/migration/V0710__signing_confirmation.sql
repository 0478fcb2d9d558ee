-- That people have just shown who they are, each for one task, until it is completed or a short time is over.
create table signature_confirmation (
  id             varchar(36)  not null primary key,
  engine_task_id varchar(64)  not null,
  person         varchar(191) not null,
  session_hash   varchar(64)  not null,
  means          varchar(16)  not null,
  proven_at      datetime(6)  not null
);
create index ix_signature_confirmation_task on signature_confirmation (engine_task_id, person);
create index ix_signature_confirmation_person on signature_confirmation (person, proven_at);
