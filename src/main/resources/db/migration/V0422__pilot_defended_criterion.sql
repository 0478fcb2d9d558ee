-- A defence succeeds at most once per criterion: what a question is about, and in whose defence a limit was sealed.
alter table kill_question add column criterion varchar(200) not null default '';
alter table watched_limit add column defended varchar(200);
-- Whether what was agreed for a missed limit has happened, or waits until another question is answered.
alter table watched_limit add column raised boolean not null default false;
update watched_limit set raised = true where met_on is not null;
