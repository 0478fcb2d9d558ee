-- Dossiers and board packs over many pilots: who asked for which, how far each is, and what came of it until it is fetched.
create table dossier_export (
  id       varchar(36)  not null primary key,
  kind     varchar(20)  not null,
  language varchar(5)   not null,
  state    varchar(20)  not null,
  asked_by varchar(191) not null,
  asked_at timestamp(6) not null,
  ended_at timestamp(6) null,
  content  longblob     null
);
create index ix_dossier_export_state on dossier_export (state, asked_at);

create table dossier_export_case (
  export_id  varchar(36)  not null,
  position   int          not null,
  pilot_key  varchar(32)  not null,
  state      varchar(20)  not null,
  claimed_at timestamp(6) null,
  sha256     varchar(64)  null,
  problem    varchar(500) null,
  content    longblob     null,
  primary key (export_id, position)
);
create index ix_dossier_export_case_state on dossier_export_case (export_id, state, position);
