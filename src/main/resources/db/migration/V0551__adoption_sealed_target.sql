-- The share of intended users, in percent, that the signed money case needs.
alter table money_promise add column target_adoption int;
