-- What the pilot gets for free, line by line; and checking and energy that are fixed, per case or in steps.
alter table cost_line add column subsidy decimal(19, 2);
alter table cost_to_serve add column review_behaviour varchar(20);
alter table cost_to_serve add column review_step_size decimal(19, 0);
alter table cost_to_serve add column review_driver varchar(200);
alter table cost_to_serve add column review_subsidy decimal(19, 2);
alter table cost_to_serve add column energy_behaviour varchar(20);
alter table cost_to_serve add column energy_step_size decimal(19, 0);
alter table cost_to_serve add column energy_driver varchar(200);
alter table cost_to_serve add column energy_subsidy decimal(19, 2);
