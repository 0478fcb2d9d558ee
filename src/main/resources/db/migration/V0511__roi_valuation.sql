-- What is paid once before it runs, and how far use and time may fall short.
alter table money_hypothesis add column investment decimal(19, 2);
alter table money_hypothesis add column cautious_adoption int;
alter table money_hypothesis add column slow_ramp_months int;

-- The pace of the pilot, how far the cost may run over, and what energy costs.
alter table cost_to_serve add column pilot_volume decimal(19, 0);
alter table cost_to_serve add column overrun decimal(5, 1);
alter table cost_to_serve add column energy_kwh_per_case decimal(19, 4);
alter table cost_to_serve add column energy_price decimal(19, 4);

-- What the sealed money case is worth over the years, with the terms and the seed that give the same figures again.
alter table money_case_seal add column valuation mediumtext;
