-- Which rows are kept as the evidence of a baseline.
alter table baseline add column evidence_sha256 varchar(64);
