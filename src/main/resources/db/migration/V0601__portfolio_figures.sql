-- The portfolio page counts by index and never reads a whole table of cases.
create index ix_pilot_portfolio on pilot (phase, status, tier);
create index ix_pilot_unit on pilot (business_unit, phase, status, tier);
create index ix_pilot_title on pilot (title, pilot_key);
create index ix_pilot_since on pilot (phase_since, pilot_key);
create index ix_pilot_stall on pilot (stall_reason, status);
create index ix_pilot_time_box on pilot (time_box_until, phase, status);
create index ix_gate_decision_gate on gate_decision (gate, outcome, pilot_key);
create index ix_task_deadline_late on task_deadline (closed_at, due_at, role_group, level, paused_at, pilot_key);
create index ix_accountability_role on accountability (role_group, pilot_key, person, accepted_at);
create index ix_task_wait_open on task_wait (until, reason, pilot_key);

-- Days a case spent in a phase, written when it leaves: medians are read from the index.
alter table phase_passage add column days double;
create index ix_phase_passage_days on phase_passage (phase, days);
