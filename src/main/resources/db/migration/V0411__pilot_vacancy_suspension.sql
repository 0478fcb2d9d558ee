-- The status a case had when a vacancy suspended it, and to which it returns when somebody answers for the role again.
alter table vacancy add column suspended_from varchar(20);
