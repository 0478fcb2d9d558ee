-- Which measure the rows are about and how they become one figure; a mapping is kept for each measure of a pilot.
alter table evidence_mapping add column metric varchar(200);
alter table evidence_mapping add column taken varchar(10);
alter table evidence_file add column metric varchar(200);
alter table evidence_file add column taken varchar(10);
