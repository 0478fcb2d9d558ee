-- What waits in the outbox leaves by mail or to a program of somebody else.
alter table notification_outbox add column channel varchar(80) not null default 'mail';
create index notification_outbox_channel on notification_outbox (channel, state, next_attempt_at);
