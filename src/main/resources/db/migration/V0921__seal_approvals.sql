-- What approvers saw, field by field as hashes, and which approvals do not count any more because it changed. Rows are
-- added, never changed or deleted.
create table approval_seen (
    pilot_key       varchar(32) not null,
    approval        varchar(60) not null,
    approval_number int not null,
    sha256          char(64) not null,
    fields          longtext not null,
    entry_number    bigint not null,
    approved_at     datetime(6) not null,
    primary key (pilot_key, approval, approval_number)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table approval_stale (
    pilot_key       varchar(32) not null,
    approval        varchar(60) not null,
    approval_number int not null,
    changed         varchar(2000) not null,
    entry_number    bigint not null,
    primary key (pilot_key, approval, approval_number)
) default charset = utf8mb4 collate = utf8mb4_bin;
