-- The outbox: every mail to one person, stored with the work that causes it and sent after that.

create table notification_outbox (
    id bigint not null auto_increment,
    idempotency_key varchar(190) not null,
    recipient varchar(190) not null,
    kind varchar(64) not null,
    language varchar(16) not null,
    subject varchar(255) not null,
    body longtext not null,
    link varchar(500),
    pilot_key varchar(64),
    created_at datetime(6) not null,
    state varchar(16) not null,
    attempts int not null,
    next_attempt_at datetime(6) not null,
    last_error varchar(500),
    sent_at datetime(6),
    primary key (id),
    constraint notification_outbox_once unique (idempotency_key, recipient)
) default charset = utf8mb4 collate = utf8mb4_bin;

create index notification_outbox_due on notification_outbox (state, next_attempt_at);
create index notification_outbox_reader on notification_outbox (recipient, id);
