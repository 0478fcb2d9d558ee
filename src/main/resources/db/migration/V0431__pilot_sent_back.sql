-- What somebody brings who sends a gate back again, and since when a decided point is open again.
alter table gate_vote add column evidence text;
alter table gate_vote add column evidence_on date;
alter table gate_vote add column risk_owned boolean not null default false;
alter table decision_loop add column opened_again_at datetime(6) null;
