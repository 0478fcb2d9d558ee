-- What was agreed beforehand, frozen version by version. Rows are added, never changed or deleted. Who sealed and who
-- signed stands in the chain of the case, where a person can be erased.
create table seal (
    pilot_key    varchar(32) not null,
    kind         varchar(40) not null,
    version      int not null,
    content      longtext not null,
    sha256       char(64) not null,
    previous     char(64),
    entry_number bigint not null,
    sealed_at    datetime(6) not null,
    primary key (pilot_key, kind, version)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table seal_signature (
    pilot_key    varchar(32) not null,
    kind         varchar(40) not null,
    version      int not null,
    entry_number bigint not null,
    meaning      varchar(60) not null,
    signed_at    datetime(6) not null,
    primary key (pilot_key, kind, version, entry_number)
) default charset = utf8mb4 collate = utf8mb4_bin;
