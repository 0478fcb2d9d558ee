-- From which day a limit counts, the day on which it was missed, and who may defend the pilot then.
alter table watched_limit add column counts_from date not null default '1970-01-01';
alter table watched_limit add column met_on date;
alter table watched_limit add column defender varchar(64) not null default 'bu-sponsor';
update watched_limit set counts_from = due_on;
alter table kill_question add column defender varchar(64) not null default 'bu-sponsor';
