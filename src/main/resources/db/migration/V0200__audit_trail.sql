-- The trail: what was done on a case, by whom, and why. Rows are added, never changed or deleted.

create table trail_head (
    pilot_key varchar(64) not null,
    last_number bigint not null,
    primary key (pilot_key)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table trail_entry (
    id bigint not null auto_increment,
    pilot_key varchar(64) not null,
    entry_number bigint not null,
    happened_at datetime(6) not null,
    actor varchar(255) not null,
    actor_role varchar(64),
    on_behalf_of varchar(255),
    kind varchar(40) not null,
    phase varchar(64),
    process_id varchar(255),
    model_version int,
    element_id varchar(255),
    form_id varchar(255),
    form_version varchar(64),
    sentence_key varchar(200) not null,
    sentence_arguments longtext not null,
    details longtext not null,
    details_hash char(64) not null,
    primary key (id),
    constraint trail_entry_number unique (pilot_key, entry_number)
) default charset = utf8mb4 collate = utf8mb4_bin;
