-- The trail becomes a chain: per chain a gapless sequence, each entry hashed together with the hash of the one before.
-- What a person's name or words are lies apart and can be erased. What was written before is chained by V0202.

alter table trail_entry rename to trail_entry_unchained;

drop table trail_head;

-- The end of each chain; locked while an entry is appended. The verifier does not trust it.
create table trail_head (
    chain varchar(64) not null,
    last_number bigint not null,
    last_hash char(64) not null,
    primary key (chain)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Rows are added, never changed or deleted. The content is canonical JSON; the other columns repeat parts of it.
create table trail_entry (
    chain varchar(64) not null,
    entry_number bigint not null,
    happened_at datetime(6) not null,
    kind varchar(40) not null,
    phase varchar(64),
    element_id varchar(255),
    content longtext not null,
    hash char(64) not null,
    primary key (chain, entry_number)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What an entry only commits to by a salted hash. Rows are added, and deleted when a person is erased.
create table trail_personal (
    chain varchar(64) not null,
    entry_number bigint not null,
    field varchar(255) not null,
    salt char(32) not null,
    person varchar(255),
    personal_value longtext not null,
    primary key (chain, entry_number, field)
) default charset = utf8mb4 collate = utf8mb4_bin;

create index trail_personal_person on trail_personal (person, chain);

-- Signed statements of all there was at a moment. Rows are added, never changed or deleted.
create table trail_checkpoint (
    checkpoint_number bigint not null,
    taken_at datetime(6) not null,
    content longtext not null,
    signature varchar(200) not null,
    frontier longtext not null,
    primary key (checkpoint_number)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The leaves of the tree: the end that a chain had at a checkpoint.
create table trail_leaf (
    leaf_position bigint not null,
    chain varchar(64) not null,
    entry_number bigint not null,
    hash char(64) not null,
    primary key (leaf_position),
    constraint trail_leaf_entry unique (chain, entry_number)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The nodes of the tree that never change again, for short proofs.
create table trail_node (
    node_level int not null,
    node_position bigint not null,
    hash char(64) not null,
    primary key (node_level, node_position)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The public keys that checkpoints were signed with, each handed over to by the one before.
create table trail_key (
    key_id char(64) not null,
    known_since datetime(6) not null,
    public_key varchar(200) not null,
    handover longtext,
    signed_by_before varchar(200),
    signed_by_this varchar(200),
    primary key (key_id)
) default charset = utf8mb4 collate = utf8mb4_bin;
