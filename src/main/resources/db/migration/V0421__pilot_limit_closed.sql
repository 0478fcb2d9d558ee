-- The last day of a limit that was kept to its end.
alter table watched_limit add column closed_on date;
